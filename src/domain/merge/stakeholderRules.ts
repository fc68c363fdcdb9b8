import { influenceLevel } from '../influence.ts'
import type { ImportedStakeholder } from '../imported.ts'
import { LIMITS } from '../limits.ts'
import { foldName } from '../names.ts'
import type { Confidentiality, MapDoc, Role, Stakeholder } from '../records.ts'
import { segmentOf } from '../spectrum.ts'
import type { Rule, Rules } from './rules.ts'

/**
 * What is compared of a stakeholder, in the words of files. Ranks, and exact places within a segment or in the
 * network, are each copy's own: every Tidy changes them.
 */
export type StakeholderFacts = Omit<ImportedStakeholder, 'id' | 'networkPosition'>
export type StakeholderField = keyof StakeholderFacts

export const STAKEHOLDER_FIELDS = [
  'name',
  'confidentiality',
  'placement',
  'targetSegment',
  'influence',
  'role',
  'kind',
  'sector',
  'offers',
  'needs',
  'tags',
  'description',
  'notes',
  'contact',
  'aliases',
] as const satisfies readonly StakeholderField[]

/** A stakeholder of the map in the words of files. */
export function factsOf(doc: MapDoc, stakeholder: Stakeholder): StakeholderFacts {
  const { type: _type, id: _id, order: _order, networkPosition: _place, ...facts } = stakeholder
  const words = (ids: Stakeholder['offers']) =>
    ids.flatMap((id) => doc.resources.get(id)?.name ?? [])
  const { sector } = facts
  return {
    ...facts,
    sector: sector === null ? null : (doc.sectors.get(sector)?.name ?? null),
    offers: words(facts.offers),
    needs: words(facts.needs),
  }
}

const same = <T>(a: T, b: T): boolean => a === b
const isNull = (value: unknown): boolean => value === null
const never = (): boolean => false

/** A text of one line. */
export const line: Rule<string> = { same, isEmpty: (text) => text.trim() === '' }

/** A text of several lines. Together: one below the other, unless one of them has the other in it. */
export const lines: Rule<string> = {
  same: (a, b) => a.trim() === b.trim(),
  isEmpty: (text) => text.trim() === '',
  join(mine, theirs) {
    if (mine.includes(theirs.trim())) return mine
    if (theirs.includes(mine.trim())) return theirs
    const joined = `${mine.trimEnd()}\n\n${theirs.trimStart()}`
    return joined.length > LIMITS.longText ? null : joined
  },
}

/** Words in any order and spelt with capitals or without. */
const words = (most: number): Rule<readonly string[]> => ({
  same: (a, b) => has(a, b) && has(b, a),
  isEmpty: (list) => list.length === 0,
  join(mine, theirs) {
    const known = new Set(mine.map(foldName))
    const joined = [...mine]
    for (const word of theirs) {
      if (known.has(foldName(word))) continue
      known.add(foldName(word))
      joined.push(word)
    }
    return joined.length > most ? null : joined
  },
  joinsByItself: true,
})

const has = (all: readonly string[], some: readonly string[]): boolean => {
  const folded = new Set(all.map(foldName))
  return some.every((word) => folded.has(foldName(word)))
}

/** One of the fixed words, of which one says nothing. */
const word = <T extends string>(nothing: T | null = null): Rule<T> => ({
  same,
  isEmpty: (value) => value === nothing,
})

const sameIn =
  <T, P>(part: (value: T) => P) =>
  (a: T | null, b: T | null): boolean =>
    a === null || b === null ? a === b : part(a) === part(b)

/** 0: public, 1: shown elsewhere than where it really stands, 2: hidden. */
const care = (value: Confidentiality): number =>
  value.level === 'public' ? 0 : value.publicStance === null ? 2 : 1

const publicSegment = (value: Confidentiality): number | null =>
  value.level === 'confidential' && value.publicStance !== null
    ? segmentOf(value.publicStance)
    : null

export const STAKEHOLDER_RULES: Rules<StakeholderFacts> = {
  name: { same, isEmpty: never },
  confidentiality: {
    same: (a, b) => care(a) === care(b) && publicSegment(a) === publicSegment(b),
    isEmpty: never,
    care,
  },
  placement: { same: sameIn(({ stance }) => segmentOf(stance)), isEmpty: isNull },
  targetSegment: { same, isEmpty: isNull },
  influence: { same: sameIn(influenceLevel), isEmpty: isNull },
  role: word<Role>('other'),
  kind: word(),
  sector: { same: sameIn(foldName), isEmpty: isNull },
  offers: words(LIMITS.wordsPerStakeholder),
  needs: words(LIMITS.wordsPerStakeholder),
  tags: words(LIMITS.tagsPerStakeholder),
  description: lines,
  notes: lines,
  contact: lines,
  aliases: words(LIMITS.aliasesPerStakeholder),
}
