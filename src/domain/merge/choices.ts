import type { StakeholderId } from '../records.ts'
import type { Comparison } from './compare.ts'
import type { Who } from './identities.ts'
import type { Difference, Side } from './rules.ts'

/** What was chosen beyond what is suggested. Everything goes by the file's ids; the map itself by `MAP`. */
export interface Choices {
  readonly who: ReadonlyMap<string, Who>
  readonly sides: ReadonlyMap<string, FieldChoices>
  /** Whether ties and words (by `SECTORS` and `RESOURCES`) that only the file has are added. */
  readonly added: ReadonlyMap<string, boolean>
}

/** Sides by field. */
export type FieldChoices = ReadonlyMap<string, Side>

// A file's ids have no spaces.
export const MAP = 'the map'
export const SECTORS = 'its sectors'
export const RESOURCES = 'its resources'

export const NOTHING_DECIDED: Choices = { who: new Map(), sides: new Map(), added: new Map() }

/** Whose word counts for a field. */
export function sideOf(fields: FieldChoices | undefined, difference: Difference): Side {
  const side = fields?.get(String(difference.field)) ?? difference.suggested
  return side === 'both' && !difference.canJoin ? difference.suggested : side
}

/** Whether something that only the file has is added. */
export const isAdded = ({ added }: Pick<Choices, 'added'>, key: string): boolean =>
  added.get(key) ?? true

/** With one field chosen. */
export function withSide(choices: Choices, key: string, field: string, side: Side): Choices {
  const fields = new Map(choices.sides.get(key)).set(field, side)
  return { ...choices, sides: new Map(choices.sides).set(key, fields) }
}

/** With somebody of the file made this one of the map, somebody new, or left out; nobody is two. */
export function withWho(choices: Choices, fileId: string, who: Who): Choices {
  const others = [...choices.who].filter(([, other]) => !isSameOne(other, who))
  return { ...choices, who: new Map(others).set(fileId, who) }
}

const isSameOne = (a: Who, b: Who): boolean =>
  typeof a === 'object' && typeof b === 'object' && a.is === b.is

export const withAdded = (choices: Choices, key: string, isChosen: boolean): Choices => ({
  ...choices,
  added: new Map(choices.added).set(key, isChosen),
})

/** What is asked for many fields at once. */
export type Wish = 'suggested' | 'mine' | 'theirs'

/**
 * One wish for a field among many. Nobody is ever shown to the public in passing: of two confidentialities the more
 * careful one stays. `all` also takes what the file has not; otherwise nothing that is here is emptied.
 */
function wishedSide(wish: Wish, difference: Difference, all: boolean): Side {
  if (wish !== 'theirs') return wish === 'mine' ? 'mine' : difference.suggested
  if (difference.loosens) return 'mine'
  return difference.kind === 'less' && !all ? 'mine' : 'theirs'
}

const wishedSides = (differences: readonly Difference[], wish: Wish, all: boolean): FieldChoices =>
  new Map(differences.map((one) => [String(one.field), wishedSide(wish, one, all)]))

/** The wish for all fields of one entry. */
export const withFields = (
  choices: Choices,
  key: string,
  differences: readonly Difference[],
  wish: Wish,
): Choices => ({
  ...choices,
  sides: new Map(choices.sides).set(key, wishedSides(differences, wish, true)),
})

/** The wish for everything that `isMeant`, by key. Who is who stays as it was chosen. */
export function withAll(
  choices: Choices,
  comparison: Comparison,
  wish: Wish,
  isMeant: (key: string) => boolean,
): Choices {
  const sides = new Map(choices.sides)
  const added = new Map(choices.added)
  const who = new Map(choices.who)
  const take = (key: string, differences: readonly Difference[]) => {
    if (isMeant(key)) sides.set(key, wishedSides(differences, wish, false))
  }
  for (const { id, differences } of comparison.pairs) take(id, differences)
  for (const { id, differences } of comparison.ties.pairs) take(id, differences)
  take(MAP, comparison.map.differences)
  for (const { id } of comparison.ties.added) if (isMeant(id)) added.set(id, wish !== 'mine')
  for (const key of [SECTORS, RESOURCES]) if (isMeant(key)) added.set(key, wish !== 'mine')
  for (const { id, identity } of comparison.singles) {
    // Who may be somebody on the map is for people to say.
    if (isMeant(id) && identity.candidates.length === 0)
      who.set(id, wish === 'mine' ? 'out' : 'new')
  }
  return { who, sides, added }
}

/** How much a merge would change. */
export interface MergeCounts {
  readonly stakeholders: number
  readonly ties: number
  readonly words: number
  readonly fields: number
}

export function countsOf(comparison: Comparison, choices: Choices): MergeCounts {
  const { pairs, singles, ties, map, words } = comparison
  const changed = (key: string, differences: readonly Difference[]) =>
    differences.filter((one) => sideOf(choices.sides.get(key), one) !== 'mine').length
  const fields =
    changed(MAP, map.differences) +
    [...pairs, ...ties.pairs].reduce(
      (sum, { id, differences }) => sum + changed(id, differences),
      0,
    )
  return {
    stakeholders: singles.filter(({ identity }) => identity.who === 'new').length,
    ties: ties.added.filter(({ id }) => isAdded(choices, id)).length,
    words:
      (isAdded(choices, SECTORS) ? words.sectors.length : 0) +
      (isAdded(choices, RESOURCES) ? words.resources.length : 0),
    fields,
  }
}

/** Somebody of the map, for a choice of who is who. */
export const thisOne = (id: StakeholderId): Who => ({ is: id })
