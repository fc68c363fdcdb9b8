import type { MapDoc, Relationship, StakeholderId } from '../domain/records.ts'
import { byCode } from '../domain/names.ts'
import type { PublicChoices, ViewRelationship } from './view.ts'

/** A tie that the public sees. */
export interface PublicTie {
  readonly record: Relationship
  /** Position of each end among those whom the public sees. */
  readonly from: number
  readonly to: number
  readonly shown: Omit<ViewRelationship<'public'>, 'key' | 'from' | 'to' | 'team'>
}

/**
 * The public ties between those whom the public sees (`ranks`: their positions), ordered by what is public of them:
 * the order in which they were drawn could tell of others between them. `open` withholds labels that mention somebody hidden.
 */
export function publicTies(
  doc: MapDoc,
  ranks: ReadonlyMap<StakeholderId, number>,
  choices: PublicChoices,
  open: (text: string) => string,
): PublicTie[] {
  return Array.from(doc.relationships.values())
    .flatMap((record): PublicTie[] => {
      const from = ranks.get(record.from)
      const to = ranks.get(record.to)
      if (from === undefined || to === undefined || from === to) return []
      if (record.confidentiality !== 'public') return []
      const { kind, direction, strength } = record
      const label = choices.description ? open(record.label) : ''
      return [{ record, from, to, shown: { kind, label, direction, strength } }]
    })
    .toSorted(
      (a, b) =>
        a.from - b.from ||
        a.to - b.to ||
        byCode(a.shown.kind, b.shown.kind) ||
        byCode(a.shown.label, b.shown.label) ||
        byCode(a.shown.direction, b.shown.direction) ||
        a.shown.strength - b.shown.strength,
    )
}
