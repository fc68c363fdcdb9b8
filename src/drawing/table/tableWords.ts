import type { Role, StakeholderKind } from '../../domain/records.ts'
import type { DotLevel } from '../card.ts'

/** What a table tells of a stakeholder, in the order in which it is told. The segment is told by groups of rows. */
export const TABLE_COLUMNS = [
  'name',
  'influence',
  'kind',
  'sector',
  'role',
  'offers',
  'needs',
  'tags',
  'target',
] as const
export type TableColumn = (typeof TABLE_COLUMNS)[number]

/** The words of a table, in the reader's language. */
export interface TableWords {
  readonly columns: Readonly<Record<TableColumn, string>>
  /** As the map calls its segments, from active allies to active opponents. */
  readonly segments: readonly string[]
  readonly notPlaced: string
  readonly influence: Readonly<Record<DotLevel, string>>
  readonly kinds: Readonly<Record<StakeholderKind, string>>
  readonly roles: Readonly<Record<Role, string>>
  /** Of somebody who is never named in public; the team alone reads it. */
  readonly hidden: string
  /** Of somebody whose real stance is confidential; the team alone reads it. */
  readonly inPublic: (segment: string) => string
  /** A segment's name where its rows go on from the page before. */
  readonly continued: (segment: string) => string
  readonly page: (page: number, of: number) => string
  readonly count: (value: number) => string
  readonly list: (items: readonly string[]) => string
  /** Instead of rows. */
  readonly nobody: string
  /** The order of names. */
  readonly compare: (a: string, b: string) => number
}
