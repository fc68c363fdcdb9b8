import fc from 'fast-check'
import { addImported } from '../../src/domain/commands/importing.ts'
import type { Command } from '../../src/domain/commands/command.ts'
import { editMap, type MapEdit } from '../../src/domain/commands/map.ts'
import { placeInPublic, placeStakeholders } from '../../src/domain/commands/placement.ts'
import { editStakeholders, type StakeholderEdit } from '../../src/domain/commands/editing.ts'
import { placeInNetwork } from '../../src/domain/commands/networkPlaces.ts'
import { placeByPower, placeByPowerInPublic } from '../../src/domain/commands/powerPlaces.ts'
import {
  connectStakeholders,
  editTie,
  removeTies,
  reverseTie,
} from '../../src/domain/commands/relationships.ts'
import { addStakeholders, removeStakeholders } from '../../src/domain/commands/stakeholders.ts'
import { mergeWords, removeWord, renameWord } from '../../src/domain/commands/words.ts'
import type { DecodedImport } from '../../src/domain/imported.ts'
import {
  type Confidentiality,
  DIRECTIONS,
  type MapDoc,
  type Placement,
  RELATIONSHIP_KINDS,
  ROLES,
  STAKEHOLDER_KINDS,
  type StakeholderId,
} from '../../src/domain/records.ts'
import { arbitraryPlacement, arbitrarySegment, scaled } from './arbitraryDoc.ts'
import { HIDDEN } from './records.ts'

/** Whatever somebody can type or paste: the app must take it, clean it or refuse it. */
const arbitraryText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Health', 'health', ' Faith ', 'Money', 'نقابة', '👩🏽‍⚕️') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      '   ',
      '\u200b',
      'a\u202eb',
      'two\r\nlines',
      'nul\u0000l',
      'e\u0301',
      'lone \ud800',
      'x'.repeat(200),
      'y'.repeat(10_000),
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
)

const texts = fc.array(arbitraryText, { maxLength: 4 })
const confidentiality = fc.oneof(
  fc.constant<Confidentiality>({ level: 'public' }),
  fc.constant(HIDDEN),
  scaled(-1, 1).map((publicStance): Confidentiality => ({ level: 'confidential', publicStance })),
)

/** Turned into a command on the map as it is then: numbers choose among who and what is there. */
export type Change = (doc: MapDoc) => Command

const among = <T>(list: Iterable<T>, chosen: readonly number[]): T[] => {
  const all = [...list]
  return [
    ...new Set(chosen.flatMap((n) => (all.length === 0 ? [] : [all[n % all.length]]))),
  ].filter((one) => one !== undefined)
}

const whom = fc.array(fc.nat(30), { minLength: 1, maxLength: 4 })
const edit: fc.Arbitrary<StakeholderEdit> = fc.oneof(
  fc.record({ name: arbitraryText }),
  fc.record({ kind: fc.constantFrom(...STAKEHOLDER_KINDS), role: fc.constantFrom(...ROLES) }),
  fc.record({ targetSegment: fc.option(arbitrarySegment), influence: fc.option(scaled(0, 1)) }),
  fc.record({ sector: fc.option(arbitraryText) }),
  fc.record({ offers: texts, needs: texts }),
  fc.record({ tags: texts }),
  fc.record({ aliases: texts }),
  fc.record({ confidentiality }),
  fc.record({ description: arbitraryText, notes: arbitraryText, contact: arbitraryText }),
)

const mapEdit: fc.Arbitrary<MapEdit> = fc.oneof(
  fc.record({ name: arbitraryText }),
  fc.record({ we: arbitraryText, goal: arbitraryText }),
  fc.record({ alliesSide: fc.constantFrom('left' as const, 'right' as const) }),
  fc.record({
    segmentNames: fc.tuple(
      fc.option(arbitraryText),
      fc.constant(null),
      fc.option(arbitraryText),
      fc.constant(null),
      fc.option(arbitraryText),
    ),
  }),
)

const placements = fc.array(fc.tuple(fc.nat(30), fc.option(arbitraryPlacement)), {
  minLength: 1,
  maxLength: 4,
})
const idsOf = (doc: MapDoc, chosen: readonly number[]): StakeholderId[] =>
  among(doc.stakeholders.keys(), chosen)

const place =
  (
    list: readonly (readonly [number, Placement | null])[],
    command: typeof placeStakeholders,
  ): Change =>
  (doc) =>
    command(new Map(list.flatMap(([n, at]) => idsOf(doc, [n]).map((id) => [id, at] as const))))

const wordIds = (doc: MapDoc) => [...doc.sectors.keys(), ...doc.resources.keys()]

const noop: Command = addStakeholders([])

const imported = (names: readonly string[]): DecodedImport => ({
  map: {
    id: null,
    name: 'Imported',
    we: '',
    goal: '',
    alliesSide: 'left',
    segmentNames: [null, null, null, null, null],
  },
  sectors: ['Press'],
  resources: ['Vans'],
  stakeholders: names.map((name, i) => ({
    id: `f${i}`,
    name,
    aliases: i % 2 ? ['The other name'] : [],
    kind: 'group',
    placement: i % 2 ? { stance: 0.4, depth: 0.5 } : null,
    influence: null,
    targetSegment: null,
    role: 'other',
    sector: i % 2 ? 'Press' : 'health',
    offers: ['Money'],
    needs: [],
    tags: [],
    confidentiality: i % 2 ? HIDDEN : { level: 'public' },
    description: '',
    networkPosition: null,
    notes: '',
    contact: '',
  })),
  relationships:
    names.length < 2
      ? []
      : [
          {
            id: 'ft',
            from: 'f0',
            to: 'f1',
            kind: 'trusts',
            label: '',
            direction: 'mutual',
            strength: 3,
            confidentiality: 'public',
            notes: '',
          },
        ],
})

const tieFacts = fc.record(
  {
    kind: fc.constantFrom(...RELATIONSHIP_KINDS),
    label: arbitraryText,
    direction: fc.constantFrom(...DIRECTIONS),
    strength: fc.constantFrom(1 as const, 2 as const, 3 as const),
    confidentiality: fc.constantFrom('public' as const, 'confidential' as const),
    notes: arbitraryText,
  },
  { requiredKeys: [] },
)

/** Draws a tie, or changes, turns round or removes one that is there. */
const tieChange: fc.Arbitrary<Change> = fc
  .record({
    n: fc.nat(30),
    m: fc.nat(30),
    kind: fc.constantFrom(...RELATIONSHIP_KINDS),
    facts: tieFacts,
    what: fc.constantFrom('connect', 'connect', 'edit', 'reverse', 'remove'),
  })
  .map(({ n, m, kind, facts, what }): Change => (doc) => {
    if (what === 'connect') {
      const [from] = idsOf(doc, [n])
      const [to] = idsOf(doc, [m])
      return from && to ? connectStakeholders(from, to, kind, facts) : noop
    }
    const [id] = among(doc.relationships.keys(), [n])
    if (!id) return noop
    if (what === 'edit') return editTie(id, facts)
    return what === 'reverse' ? reverseTie(id) : removeTies([id])
  })

const place2d = fc.record({
  x: scaled(-2e6, 2e6),
  y: scaled(-900, 900),
  pinned: fc.boolean(),
})

/** Moves somebody in the network or on the power grid. */
const placeInViews: fc.Arbitrary<Change> = fc
  .record({
    who: whom,
    at: fc.option(place2d),
    placement: fc.option(arbitraryPlacement),
    influence: fc.option(scaled(-1, 2)),
    what: fc.constantFrom('network', 'power', 'power in public'),
  })
  .map(({ who, at, placement, influence, what }): Change => (doc) => {
    const ids = idsOf(doc, who)
    if (what === 'network') return placeInNetwork(new Map(ids.map((id) => [id, at])))
    const places = new Map(ids.map((id) => [id, { placement, influence }]))
    return what === 'power' ? placeByPower(places) : placeByPowerInPublic(places)
  })

/** One change of any kind, on whatever map there is by then. */
const arbitraryChange: fc.Arbitrary<Change> = fc.oneof(
  texts.map(
    (names): Change =>
      () =>
        addStakeholders(names.length ? names : ['Somebody']),
  ),
  fc.array(fc.constantFrom('Ana', 'Bo', 'Cem'), { minLength: 1, maxLength: 3 }).map(
    (names): Change =>
      () =>
        addStakeholders(names),
  ),
  fc.tuple(whom, edit).map(
    ([who, what]): Change =>
      (doc) =>
        editStakeholders(idsOf(doc, who), what),
  ),
  placements.map((list) => place(list, placeStakeholders)),
  placements.map((list) => place(list, placeInPublic)),
  whom.map(
    (who): Change =>
      (doc) =>
        removeStakeholders(idsOf(doc, who)),
  ),
  fc.tuple(fc.nat(20), arbitraryText).map(([n, word]): Change => (doc) => {
    const [id] = among(wordIds(doc), [n])
    return id === undefined ? noop : renameWord(id, word)
  }),
  fc.tuple(fc.nat(20), fc.nat(20)).map(([n, m]): Change => (doc) => {
    const [from] = among(wordIds(doc), [n])
    const [into] = among(wordIds(doc), [m])
    return from === undefined || into === undefined ? noop : mergeWords(from, into)
  }),
  fc.nat(20).map((n): Change => (doc) => {
    const [id] = among(wordIds(doc), [n])
    return id === undefined ? noop : removeWord(id)
  }),
  tieChange,
  placeInViews,
  mapEdit.map(
    (what): Change =>
      () =>
        editMap(what),
  ),
  fc.array(fc.constantFrom('Dilek', 'Ernesto'), { maxLength: 3 }).map(
    (names): Change =>
      () =>
        addImported(imported(names)),
  ),
)

export const arbitraryChanges = (most = 15): fc.Arbitrary<Change[]> =>
  fc.array(arbitraryChange, { maxLength: most, size: 'max' })
