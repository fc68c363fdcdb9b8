import { diffOf } from '../diff.ts'
import { nextOrder } from '../doc.ts'
import { HIDDEN, isConfidential, isHidden } from '../hidden.ts'
import { LIMITS } from '../limits.ts'
import { type Choices, isAdded, MAP, RESOURCES, SECTORS, sideOf } from '../merge/choices.ts'
import { type Comparison, compareCopies, type Pair, type Single } from '../merge/compare.ts'
import { type FileCopy, isCopyOf, isUnmistakable } from '../merge/copy.ts'
import { MAP_RULES, segmentNamesOf } from '../merge/mapRules.ts'
import { chosenOf } from '../merge/rules.ts'
import { STAKEHOLDER_RULES, type StakeholderFacts } from '../merge/stakeholderRules.ts'
import { TIE_RULES, type TieFacts } from '../merge/tieRules.ts'
import { newEnd } from '../merge/ties.ts'
import { foldName } from '../names.ts'
import {
  type AnyRecord,
  asId,
  type Id,
  type MapDoc,
  type MapInfo,
  type Relationship,
  type RelationshipId,
  type Stakeholder,
  type StakeholderId,
} from '../records.ts'
import { fail, ok } from '../result.ts'
import { Twins } from '../twins.ts'
import type { Command, CommandContext } from './command.ts'
import { wordChanges } from './words.ts'

/**
 * Takes over from another copy of the map what was chosen, as one change. Nothing is ever removed. Whoever gets the name
 * of somebody hidden is hidden too, or would give the first away. Newcomers keep their ids where these say something,
 * so that the next copy is recognised. Errors: `too many`.
 */
export const mergeCopy =
  (file: FileCopy, choices: Choices): Command =>
  (doc, context) => {
    const comparison = compareCopies(doc, file, choices.who)
    const words = wordChanges(doc, context)
    const idFor = keptIds(doc, file, context)
    const pairs = changedPairs(comparison, choices, words)
    const order = nextOrder(doc)
    const newcomers = comparison.singles
      .filter(({ identity }) => identity.who === 'new')
      .map((single, index) =>
        newcomer(single, idFor<StakeholderId>(single.id), order + index, words),
      )
    if (isAdded(choices, SECTORS)) for (const word of comparison.words.sectors) words.sector(word)
    if (isAdded(choices, RESOURCES)) words.resources(comparison.words.resources)
    const ends = new Map<string, StakeholderId>(newcomers.map(({ end, made }) => [end, made.id]))
    const ties = changedTies(doc, comparison, choices, ends, idFor)
    if (words.tooMany()) return fail({ code: 'too many', limit: LIMITS.vocabulary })
    if (doc.stakeholders.size + newcomers.length > LIMITS.stakeholders) {
      return fail({ code: 'too many', limit: LIMITS.stakeholders })
    }
    if (doc.relationships.size + ties.added.length > LIMITS.relationships) {
      return fail({ code: 'too many', limit: LIMITS.relationships })
    }
    const asConfidential = withNamesakesHidden(doc, pairs, newcomers)
    return ok(
      diffOf({
        updated: [
          ...pairs.map(([mine, to]): [AnyRecord, AnyRecord] => [mine, asConfidential(to)]),
          ...changedMap(doc.info, comparison, choices),
          ...ties.updated,
        ],
        added: [
          ...words.added(),
          ...newcomers.map(({ made }) => asConfidential(made)),
          ...ties.added,
        ],
      }),
    )
  }

type Words = ReturnType<typeof wordChanges>

function changedPairs(
  { pairs }: Comparison,
  choices: Choices,
  words: Words,
): [Stakeholder, Stakeholder][] {
  return pairs.flatMap((pair): [Stakeholder, Stakeholder][] => {
    const { id, mine, facts, theirs, differences } = pair
    const chosen = chosenOf(STAKEHOLDER_RULES, differences, facts, theirs, (difference) =>
      sideOf(choices.sides.get(id), difference),
    )
    if (chosen === facts) return []
    return [[mine, withFacts(pair, chosen, words)]]
  })
}

/** Only what was chosen is written: the rest keeps its own records of words, and their order. */
function withFacts({ mine, facts }: Pair, chosen: StakeholderFacts, words: Words): Stakeholder {
  const { sector, offers, needs, ...plain } = chosen
  return {
    ...mine,
    ...plain,
    sector: sector === facts.sector ? mine.sector : sector === null ? null : words.sector(sector),
    offers: offers === facts.offers ? mine.offers : words.resources(offers),
    needs: needs === facts.needs ? mine.needs : words.resources(needs),
  }
}

function changedMap(info: MapInfo, { map }: Comparison, choices: Choices): [MapInfo, MapInfo][] {
  const chosen = chosenOf(MAP_RULES, map.differences, map.mine, map.theirs, (difference) =>
    sideOf(choices.sides.get(MAP), difference),
  )
  if (chosen === map.mine) return []
  const { name, we, goal, alliesSide } = chosen
  return [[info, { ...info, name, we, goal, alliesSide, segmentNames: segmentNamesOf(chosen) }]]
}

function newcomer(
  { id: fileId, theirs }: Single,
  id: StakeholderId,
  order: number,
  words: Words,
): { readonly end: string; readonly made: Stakeholder } {
  const { sector, offers, needs, ...plain } = theirs
  const made: Stakeholder = {
    ...plain,
    type: 'stakeholder',
    id,
    order,
    sector: sector === null ? null : words.sector(sector),
    offers: words.resources(offers),
    needs: words.resources(needs),
  }
  return { end: newEnd(fileId), made }
}

function changedTies(
  doc: MapDoc,
  { ties }: Comparison,
  choices: Choices,
  ends: ReadonlyMap<string, StakeholderId>,
  idFor: <I extends Id<string>>(fileId: string) => I,
): { readonly updated: [Relationship, Relationship][]; readonly added: Relationship[] } {
  const idOf = (end: string): StakeholderId => ends.get(end) ?? asId<StakeholderId>(end)
  const twins = new Twins()
  const chosen = ties.pairs.map((pair) => {
    const sides = choices.sides.get(pair.id)
    return {
      pair,
      facts: chosenOf(TIE_RULES, pair.differences, pair.facts, pair.theirs, (one) =>
        sideOf(sides, one),
      ),
    }
  })
  const reworded = new Set(
    chosen.flatMap(({ pair, facts }) => (facts.says === pair.facts.says ? [] : [pair.mine.id])),
  )
  for (const tie of doc.relationships.values()) if (!reworded.has(tie.id)) twins.add(tie)
  const updated = chosen.flatMap(({ pair, facts }): [Relationship, Relationship][] => {
    if (facts === pair.facts) return []
    // What another tie says already is not said twice.
    const isFree = facts.says === pair.facts.says || twins.add(facts.says)
    const to = tieWith(pair.mine, isFree ? facts : { ...facts, says: pair.facts.says }, idOf)
    return JSON.stringify(to) === JSON.stringify(pair.mine) ? [] : [[pair.mine, to]]
  })
  const added = ties.added.flatMap(({ id, theirs }): Relationship[] => {
    if (!isAdded(choices, id) || !twins.add(theirs.says)) return []
    const made: RelationshipId = idFor(id)
    return [{ type: 'relationship', id: made, ...tieParts(theirs, idOf) }]
  })
  return { updated, added }
}

const tieWith = (
  mine: Relationship,
  facts: TieFacts,
  idOf: (end: string) => StakeholderId,
): Relationship => ({ ...mine, ...tieParts(facts, idOf) })

const tieParts = (
  { says: { from, to, kind, label, direction }, ...rest }: TieFacts,
  idOf: (end: string) => StakeholderId,
): Omit<Relationship, 'type' | 'id'> => ({
  from: idOf(from),
  to: idOf(to),
  kind,
  label,
  direction,
  ...rest,
})

/** The names and aliases of everybody confidential, and whose they are. */
function confidentialNames(
  stakeholders: Iterable<Stakeholder>,
): ReadonlyMap<string, ReadonlySet<StakeholderId>> {
  const names = new Map<string, Set<StakeholderId>>()
  for (const one of stakeholders) {
    if (!isConfidential(one)) continue
    for (const name of [one.name, ...one.aliases].map(foldName)) {
      names.set(name, (names.get(name) ?? new Set()).add(one.id))
    }
  }
  return names
}

/**
 * Hides who gets the name of somebody else that is confidential, be it before the merge or after it: where that one really
 * stands is what the file may say of the namesake. Who becomes hidden so has
 * other names too, which somebody else may just have got: it is gone through until nobody is found.
 */
function withNamesakesHidden(
  doc: MapDoc,
  pairs: readonly [Stakeholder, Stakeholder][],
  newcomers: readonly { readonly made: Stakeholder }[],
): (one: Stakeholder) => Stakeholder {
  const before = confidentialNames(doc.stakeholders.values())
  const after = new Map(doc.stakeholders)
  for (const [{ id }, to] of pairs) after.set(id, to)
  for (const { made } of newcomers) after.set(made.id, made)
  const named = [
    ...pairs.flatMap(([mine, to]) => (mine.name === to.name ? [] : [to])),
    ...newcomers.map(({ made }) => made),
  ]
  for (;;) {
    const all = [before, confidentialNames(after.values())]
    const found = named.filter(
      ({ id, name }) =>
        !isHidden(after.get(id) ?? { confidentiality: HIDDEN }) &&
        all.some((names) => [...(names.get(foldName(name)) ?? [])].some((other) => other !== id)),
    )
    if (found.length === 0) return (one) => after.get(one.id) ?? one
    for (const one of found) after.set(one.id, { ...one, confidentiality: HIDDEN })
  }
}

/** Ids of the file for newcomers, where they mean something and nothing on the map has them. */
function keptIds(doc: MapDoc, file: FileCopy, { newId }: CommandContext) {
  const areKnown = !file.isPublicCopy && isCopyOf(doc, file)
  const used = new Set<string>([
    doc.info.id,
    ...doc.stakeholders.keys(),
    ...doc.relationships.keys(),
    ...doc.sectors.keys(),
    ...doc.resources.keys(),
  ])
  return <I extends Id<string>>(fileId: string): I => {
    const isKept = (areKnown || isUnmistakable(fileId)) && !used.has(fileId)
    const id = isKept ? asId<I>(fileId) : newId<I>()
    used.add(id)
    return id
  }
}
