import type { Relationship, RelationshipKind } from '../domain/records.ts'
import { type MessageKey, t } from './i18n.ts'
import './parts/network.ts'

/** The field's terms for ties, in the language of the screen. */

const KIND_KEYS = {
  influences: 'tie.kind.influences',
  trusts: 'tie.kind.trusts',
  'works with': 'tie.kind.worksWith',
  funds: 'tie.kind.funds',
  'reports to': 'tie.kind.reportsTo',
  opposes: 'tie.kind.opposes',
  own: 'tie.kind.own',
} as const satisfies Record<RelationshipKind, MessageKey>

export const tieKindName = (kind: RelationshipKind): string => t(KIND_KEYS[kind])

/** The words for all kinds. */
export const tieKindNames = (): Readonly<Record<RelationshipKind, string>> => ({
  influences: tieKindName('influences'),
  trusts: tieKindName('trusts'),
  'works with': tieKindName('works with'),
  funds: tieKindName('funds'),
  'reports to': tieKindName('reports to'),
  opposes: tieKindName('opposes'),
  own: tieKindName('own'),
})

const SENTENCES = {
  influences: ['tie.influences', 'tie.influences.mutual'],
  trusts: ['tie.trusts', 'tie.trusts.mutual'],
  'works with': ['tie.worksWith', 'tie.worksWith.mutual'],
  funds: ['tie.funds', 'tie.funds.mutual'],
  'reports to': ['tie.reportsTo', 'tie.reportsTo.mutual'],
  opposes: ['tie.opposes', 'tie.opposes.mutual'],
  own: ['tie.own', 'tie.own.mutual'],
} as const satisfies Record<RelationshipKind, readonly [MessageKey, MessageKey]>

/** A tie as a sentence without its end: "Bishop's office funds Tenants' federation". */
export function tieSentence(
  { kind, label, direction }: Pick<Relationship, 'kind' | 'label' | 'direction'>,
  from: string,
  to: string,
): string {
  const [oneWay, mutual] = SENTENCES[kind]
  return t(direction === 'mutual' ? mutual : oneWay, {
    from,
    to,
    word: label || t('tie.kind.own'),
  })
}

const STRENGTHS = { 1: 'tie.weak', 2: 'tie.medium', 3: 'tie.strong' } as const satisfies Record<
  Relationship['strength'],
  MessageKey
>
export const strengthName = (strength: Relationship['strength']): string => t(STRENGTHS[strength])
