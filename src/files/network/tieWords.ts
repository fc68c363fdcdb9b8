import { LIMITS } from '../../domain/limits.ts'
import { cleanLine } from '../../domain/names.ts'
import { isOneOf, RELATIONSHIP_KINDS, type RelationshipKind } from '../../domain/records.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import { foldWord } from '../stakeholderColumns.ts'

export type OurKind = Exclude<RelationshipKind, 'own'>

/** Words for kinds of ties as people use them in other tools. "Member of" is none of ours. */
const SYNONYMS: Readonly<Record<OurKind, readonly string[]>> = {
  influences: ['influence', 'has influence on', 'has influence over', 'advises', 'lobbies'],
  trusts: ['trust', 'has trust in'],
  'works with': [
    'work with',
    'working with',
    'works together',
    'collaborates',
    'collaborates with',
    'collaboration',
    'cooperates',
    'cooperates with',
    'cooperation',
    'partner',
    'partners',
    'partner of',
    'partners with',
    'partnership',
  ],
  funds: [
    'fund',
    'funder',
    'funder of',
    'funding',
    'finances',
    'donates',
    'donates to',
    'donation',
    'donor',
    'grant',
  ],
  'reports to': ['report to', 'accountable to', 'is accountable to'],
  opposes: [
    'oppose',
    'opponent',
    'opponent of',
    'opposition',
    'conflict',
    'conflicts',
    'conflicts with',
    'conflict with',
    'in conflict with',
    'is against',
  ],
}

const OUR_KINDS = RELATIONSHIP_KINDS.filter((kind): kind is OurKind => kind !== 'own')

const KIND_OF: ReadonlyMap<string, OurKind> = new Map(
  OUR_KINDS.flatMap((kind) => [kind, ...SYNONYMS[kind]].map((word) => [word, kind] as const)),
)

/** Our kind that a word stands for, or null. */
export const kindOfWord = (word: string): OurKind | null => KIND_OF.get(foldWord(word)) ?? null

export interface TieWords {
  readonly kind: RelationshipKind
  /** Filled for the kind `own` alone. */
  readonly label: string
  /** The kind, when the file had another word for it. */
  readonly synonymOf: OurKind | null
  /** The file's label says something that has no place here. */
  readonly labelIsLeft: boolean
}

/**
 * The kind of a tie by its type, or without one by its label: one of ours, or its own word. The type
 * `own` takes the label as its word; nothing at all means `influences`.
 */
export function tieWordsIn(type: string, label: string): Result<TieWords, 'too long'> {
  const isOwn = isOneOf(['own'], foldWord(type))
  const word = (isOwn ? '' : type.trim()) || label.trim()
  const isLabelUsed = isOwn || type.trim() === '' || foldWord(type) === foldWord(label)
  const labelIsLeft = !isLabelUsed && label.trim() !== ''
  if (word === '' && !isOwn) {
    return ok({ kind: 'influences', label: '', synonymOf: null, labelIsLeft })
  }
  const kind = isOwn ? null : kindOfWord(word)
  if (kind) {
    const synonymOf = foldWord(word) === kind ? null : kind
    return ok({ kind, label: '', synonymOf, labelIsLeft })
  }
  const own = cleanLine(word, LIMITS.shortText)
  if (!own.ok && own.error === 'too long') return fail('too long')
  return ok({ kind: 'own', label: own.ok ? own.value : '', synonymOf: null, labelIsLeft })
}
