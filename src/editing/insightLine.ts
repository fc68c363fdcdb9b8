import type { Subject } from '../audience/subject.ts'
import type { RelationshipId, StakeholderId } from '../domain/records.ts'
import type { Emphasis } from '../store/emphasis.ts'
import type { Sentence } from './insightSentence.ts'

/** What is shown on the canvas, by the records behind the view that it was found in. */
export type Showing = Pick<Emphasis, 'stakeholders' | 'ties' | 'groups'>

/** One thing that a map tells of itself: a sentence to be read aloud, and what it is about. */
export interface InsightLine {
  /** Names the line from one answer to the next, so that what is shown stays shown. */
  readonly about: string
  readonly sentence: Sentence
  /** Null when there is nobody to show. */
  readonly showing: Showing | null
  /** Whose name could be more specific. */
  readonly vague?: StakeholderId
}

/** Lines of one kind, under one heading. */
export interface InsightGroup {
  readonly kind: string
  readonly heading: string
  /** How it is found, in a sentence. */
  readonly why: string
  readonly lines: readonly InsightLine[]
}

export const lineOf = (
  about: string,
  sentence: Sentence,
  showing: Showing | null,
): InsightLine => ({ about, sentence, showing: showing?.stakeholders.size ? showing : null })

interface ShownKeys {
  readonly stakeholders: Iterable<string>
  readonly ties?: Iterable<string>
  readonly groups?: readonly (readonly string[])[]
}

/** Turns the keys of a view into the ids that the editor knows. */
export const showingOf = (
  subject: Subject,
  { stakeholders, ties = [], groups = [] }: ShownKeys,
): Showing => ({
  stakeholders: new Set(idsOf(subject, stakeholders)),
  ties: new Set(tieIdsOf(subject, ties)),
  groups: groups.map((group) => idsOf(subject, group)),
})

export const idsOf = (subject: Subject, keys: Iterable<string>): StakeholderId[] =>
  [...keys].flatMap((key) => subject.idOf(key) ?? [])

export const tieIdsOf = (subject: Subject, keys: Iterable<string>): RelationshipId[] =>
  [...keys].flatMap((key) => subject.tieOf(key)?.id ?? [])

/** Keys of the ties that have both ends among these stakeholders. */
export function tiesAmong({ view }: Subject, keys: ReadonlySet<string>): string[] {
  return view.relationships
    .filter(({ from, to }) => keys.has(from) && keys.has(to))
    .map(({ key }) => key)
}

export const sameShowing = (one: Showing, other: Showing): boolean =>
  sameSet(one.stakeholders, other.stakeholders) &&
  sameSet(one.ties, other.ties) &&
  one.groups.length === other.groups.length &&
  one.groups.every((group, index) => sameSet(new Set(group), new Set(other.groups[index])))

const sameSet = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean =>
  one.size === other.size && [...one].every((item) => other.has(item))
