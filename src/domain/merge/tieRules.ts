import type { Relationship } from '../records.ts'
import type { TieSaying } from '../twins.ts'
import type { Rules } from './rules.ts'
import { lines } from './stakeholderRules.ts'

/** What is compared of a tie. Its ends are called as the map calls them. */
export interface TieFacts extends Pick<Relationship, 'strength' | 'confidentiality' | 'notes'> {
  /** Who does what to whom: one thing, so that no tie is made that neither copy has. */
  readonly says: TieSaying
}

export const TIE_FIELDS = ['says', 'strength', 'confidentiality', 'notes'] as const

const isSaying = (a: TieSaying, b: TieSaying): boolean =>
  a.kind === b.kind && a.label === b.label && a.direction === b.direction && sameEnds(a, b)

const sameEnds = (a: TieSaying, b: TieSaying): boolean =>
  (a.from === b.from && a.to === b.to) ||
  (a.direction === 'mutual' && a.from === b.to && a.to === b.from)

export const TIE_RULES: Rules<TieFacts> = {
  says: { same: isSaying, isEmpty: () => false },
  strength: { same: (a, b) => a === b, isEmpty: () => false },
  confidentiality: {
    same: (a, b) => a === b,
    isEmpty: () => false,
    care: (value) => (value === 'confidential' ? 1 : 0),
  },
  notes: lines,
}

/** A tie with its ends as the map calls them, whatever the file calls them. */
export const tieFactsOf = (
  { kind, label, direction, strength, confidentiality, notes }: TieParts,
  from: string,
  to: string,
): TieFacts => ({ says: { from, to, kind, label, direction }, strength, confidentiality, notes })

type TieParts = Pick<
  Relationship,
  'kind' | 'label' | 'direction' | 'strength' | 'confidentiality' | 'notes'
>
