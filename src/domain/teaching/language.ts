import type { StakeholderKind } from '../records.ts'

/**
 * What names in one language are made of. Forms are texts with places to fill in: {n} {m} given names, {f} {h} family
 * names, {p} {q} places, {g} people by what they do, {c} what they care for. Words stand in the case that the forms
 * ask for. All of it is made up, or too general to be anybody's.
 */
export interface Language {
  /** One letter of its script. */
  readonly script: RegExp
  /** Small words and letters that tell it from other languages of its script. */
  readonly marks: RegExp | null
  readonly given: readonly string[]
  readonly family: readonly string[]
  readonly places: readonly string[]
  readonly people: readonly string[]
  readonly causes: readonly string[]
  /** Between the last two of several people or causes, and between the others. */
  readonly and: readonly [last: string, others: string]
  readonly forms: Readonly<Record<StakeholderKind | 'issue' | 'we' | 'goal', readonly string[]>>
  readonly sectors: readonly string[]
  readonly resources: readonly string[]
  readonly tags: readonly string[]
  readonly ties: readonly string[]
  /** The five segments, where a map names them itself; null = as on screen. */
  readonly segments: readonly [string, string, string, string, string] | null
  /** Says before the issue, {x}, that all of it is for teaching. */
  readonly copy: string
  /** Out of which words are made when no other will do. */
  readonly syllables: readonly string[]
}

/** The entries of a text that lists them with commas. */
export const listed = (text: string): readonly string[] =>
  text
    .split(/[,،]/u)
    .map((entry) => entry.replace(/\s+/gu, ' ').trim())
    .filter((entry) => entry !== '')
