import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeCopy } from '../../../src/domain/commands/merge.ts'
import { applyDiff, isEmptyDiff, reverseDiff } from '../../../src/domain/diff.ts'
import {
  type Choices,
  isAdded,
  MAP,
  NOTHING_DECIDED,
  RESOURCES,
  SECTORS,
  withAll,
} from '../../../src/domain/merge/choices.ts'
import { compareCopies, type Comparison } from '../../../src/domain/merge/compare.ts'
import type { FileCopy } from '../../../src/domain/merge/copy.ts'
import type { Difference, Side } from '../../../src/domain/merge/rules.ts'
import { decodeRecord } from '../../../src/domain/decode.ts'
import { recordsOf } from '../../../src/domain/doc.ts'
import { isConfidential, isHidden } from '../../../src/domain/hidden.ts'
import { foldName } from '../../../src/domain/names.ts'
import type { MapDoc } from '../../../src/domain/records.ts'
import { arbitraryChanges } from '../../support/arbitraryChange.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import { copyOf } from '../../support/fileCopy.ts'
import { counting, plain, unwrap } from '../../support/records.ts'

interface Case {
  readonly mine: MapDoc
  readonly file: FileCopy
}

/** Two copies that went their own ways, one of them in a file; sometimes two maps that have nothing in common. */
const arbitraryCase: fc.Arbitrary<Case> = fc
  .record({
    base: arbitraryDoc(8),
    other: arbitraryDoc(8),
    here: arbitraryChanges(6),
    there: arbitraryChanges(10),
    audience: fc.constantFrom('team' as const, 'team' as const, 'public' as const),
    mapId: fc.constantFrom('map-1', 'another'),
    isForeign: fc.constantFrom(false, false, false, true),
  })
  .map(({ base, other, here, there, audience, mapId, isForeign }) => {
    const changed = (doc: MapDoc, changes: typeof here, prefix: string) => {
      const context = counting(prefix)
      return changes.reduce((now, change) => {
        const diff = change(now)(now, context)
        return diff.ok ? applyDiff(now, diff.value) : now
      }, doc)
    }
    const theirs = changed(isForeign ? other : base, there, 'theirs')
    return { mine: changed(base, here, 'mine'), file: copyOf(theirs, audience, mapId) }
  })

const merged = (mine: MapDoc, file: FileCopy, choices: Choices, prefix = 'merged'): MapDoc =>
  applyDiff(mine, unwrap(mergeCopy(file, choices)(mine, counting(prefix))))

const all = (
  { pairs, ties, map }: Comparison,
  side: (difference: Difference) => Side,
): Choices['sides'] =>
  new Map(
    [...pairs, ...ties.pairs, { id: MAP, differences: map.differences }].map(
      ({ id, differences }) => [
        id,
        new Map(differences.map((one: Difference) => [String(one.field), side(one)])),
      ],
    ),
  )

const arbitrarySide = fc.constantFrom<Side>('mine', 'theirs', 'both')

/** Any choices at all, also ones that can't be: those of nobody, of fields that don't differ. */
const arbitraryChoices = ({ mine, file }: Case): fc.Arbitrary<Choices> => {
  const people = file.import.stakeholders.map(({ id }) => id)
  const here = [...mine.stakeholders.keys()]
  return fc
    .record({
      who: fc.array(
        fc.tuple(
          fc.constantFrom('nobody', ...people),
          fc.constantFrom('new' as const, 'out' as const, ...here.map((is) => ({ is }))),
        ),
        { maxLength: 4 },
      ),
      sides: fc.array(arbitrarySide, { minLength: 1, maxLength: 5 }),
      added: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
    })
    .map(({ who: chosen, sides, added }) => {
      const who = new Map(chosen)
      const comparison = compareCopies(mine, file, who)
      let turn = 0
      const keys = [SECTORS, RESOURCES, ...comparison.ties.added.map(({ id }) => id)]
      return {
        who,
        sides: all(comparison, () => sides[turn++ % sides.length] ?? 'mine'),
        added: new Map(keys.map((key, index) => [key, added[index % added.length] ?? true])),
      }
    })
}
const caseWithChoices = arbitraryCase.chain((one) =>
  arbitraryChoices(one).map((choices) => ({ ...one, choices })),
)

describe('merging', () => {
  it('with this map’s word everywhere and nothing added changes nothing', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ mine, file }) => {
        const who = new Map(
          compareCopies(mine, file, new Map()).singles.map(({ id }) => [id, 'out' as const]),
        )
        const comparison = compareCopies(mine, file, who)
        const added = new Map(
          [SECTORS, RESOURCES, ...comparison.ties.added.map(({ id }) => id)].map((key) => [
            key,
            false,
          ]),
        )
        const sides = all(comparison, () => 'mine')
        expect(isEmptyDiff(unwrap(mergeCopy(file, { who, sides, added })(mine, counting())))).toBe(
          true,
        )
        const wished = withAll(NOTHING_DECIDED, comparison, 'mine', () => true)
        expect(plain(merged(mine, file, wished))).toEqual(plain(mine))
      }),
    )
  })

  it('with the file’s word everywhere leaves no compared field different', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ mine, file }) => {
        const before = compareCopies(mine, file, new Map())
        const who = new Map(before.pairs.map(({ id, identity }) => [id, identity.who]))
        const after = merged(mine, file, {
          who,
          sides: all(before, () => 'theirs'),
          added: new Map(),
        })
        const left = compareCopies(after, file, who)
        // Whoever got the name of somebody confidential is hidden now, whatever the file says.
        const compared = left.pairs.filter(({ mine: { name }, id }) => {
          const pair = before.pairs.find((one) => one.id === id)
          return (
            pair &&
            (pair.mine.name === name || ![mine, after].some((doc) => isConfidentialName(doc, name)))
          )
        })
        expect(compared.flatMap(({ differences }) => differences)).toEqual([])
        expect(left.map.differences).toEqual([])
        expect(
          left.ties.pairs.flatMap(({ differences }) =>
            differences.filter(({ field }) => field !== 'says'),
          ),
        ).toEqual([])
      }),
    )
  })

  it('as suggested never loses a word, and never shows anybody more than before', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.boolean(), ({ mine, file }, takesTheirs) => {
        const comparison = compareCopies(mine, file, new Map())
        const choices = takesTheirs
          ? withAll(NOTHING_DECIDED, comparison, 'theirs', () => true)
          : NOTHING_DECIDED
        const after = merged(mine, file, choices)
        for (const one of mine.stakeholders.values()) {
          const then = after.stakeholders.get(one.id)
          if (!then) throw new Error('somebody is gone')
          if (isHidden(one)) expect(isHidden(then)).toBe(true)
          if (one.confidentiality.level === 'confidential') {
            expect(then.confidentiality.level).toBe('confidential')
          }
          for (const field of ['notes', 'contact', 'description'] as const) {
            if (!takesTheirs && one[field].trim() !== '')
              expect(then[field]).toContain(one[field].trim())
            if (one[field].trim() !== '') expect(then[field].trim()).not.toBe('')
          }
          if (!takesTheirs) {
            expect(then.tags).toEqual(expect.arrayContaining([...one.tags]))
            expect(then.name).toBe(one.name)
          }
        }
        for (const newcomer of after.stakeholders.values()) {
          if (mine.stakeholders.has(newcomer.id) || !isConfidentialName(mine, newcomer.name))
            continue
          expect(isHidden(newcomer)).toBe(true)
        }
        expect(after.relationships.size).toBeGreaterThanOrEqual(mine.relationships.size)
      }),
    )
  })

  it('a second time adds nothing more', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.boolean(), ({ mine, file }, takesTheirs) => {
        // Ids that are only counted through may begin to count once names were taken over.
        fc.pre(!takesTheirs || file.isPublicCopy || file.import.map.id === mine.info.id)
        // Who was somebody, or left out, stays so: names that were taken over may tell more of who is who.
        const { pairs, singles } = compareCopies(mine, file, new Map())
        const left = singles.filter(({ identity }) => identity.who === 'out')
        const known = takesTheirs ? [...pairs, ...left] : left
        const who = new Map(known.map(({ id, identity }) => [id, identity.who]))
        const decided = { ...NOTHING_DECIDED, who }
        const choose = (doc: MapDoc) =>
          takesTheirs
            ? withAll(decided, compareCopies(doc, file, who), 'theirs', () => true)
            : decided
        const once = merged(mine, file, choose(mine))
        const twice = merged(once, file, choose(once), 'again')
        expect(plain(twice)).toEqual(plain(once))
      }),
    )
  })

  it('whatever is chosen, every record is whole, every reference resolves, and undo gives the map back', () => {
    fc.assert(
      fc.property(caseWithChoices, ({ mine, file, choices }) => {
        const diff = unwrap(mergeCopy(file, choices)(mine, counting('merged')))
        const after = applyDiff(mine, diff)
        expect(diff.removed.size).toBe(0)
        for (const record of recordsOf(after))
          expect(decodeRecord(record)).toEqual({ ok: true, value: record })
        for (const { sector, offers, needs } of after.stakeholders.values()) {
          if (sector !== null) expect(after.sectors.has(sector)).toBe(true)
          for (const word of [...offers, ...needs]) expect(after.resources.has(word)).toBe(true)
        }
        for (const { from, to } of after.relationships.values()) {
          expect(after.stakeholders.has(from) && after.stakeholders.has(to) && from !== to).toBe(
            true,
          )
        }
        for (const table of [after.sectors, after.resources]) {
          const added = [...table.values()].filter(({ id }) => diff.added.has(id))
          const names = [...table.values()].map(({ name }) => foldName(name))
          for (const { name } of added) {
            expect(names.filter((other) => other === foldName(name))).toHaveLength(1)
          }
        }
        expect(plain(applyDiff(after, reverseDiff(diff)))).toEqual(plain(mine))
      }),
    )
  })

  it('adds no tie unless it was chosen', () => {
    fc.assert(
      fc.property(caseWithChoices, ({ mine, file, choices }) => {
        const { ties } = compareCopies(mine, file, choices.who)
        const after = merged(mine, file, choices)
        const chosen = ties.added.filter(({ id }) => isAdded(choices, id)).length
        expect(after.relationships.size - mine.relationships.size).toBeLessThanOrEqual(chosen)
      }),
    )
  })
})

const isConfidentialName = (doc: MapDoc, name: string): boolean =>
  [...doc.stakeholders.values()].some(
    (one) =>
      isConfidential(one) &&
      [one.name, ...one.aliases].some((word) => foldName(word) === foldName(name)),
  )
