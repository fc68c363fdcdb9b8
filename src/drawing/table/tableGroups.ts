import type { MapView, ViewStakeholder } from '../../audience/view.ts'
import { SEGMENTS } from '../../domain/spectrum.ts'
import { groundOf, levelOf, type Ground } from './tableCells.ts'
import type { TableWords } from './tableWords.ts'

/** Stakeholders of one segment, in the order in which they are read. */
export interface TableGroup {
  readonly segment: Ground
  readonly name: string
  readonly stakeholders: readonly ViewStakeholder[]
}

const RANK = { high: 0, medium: 1, low: 2, unknown: 3 } as const

/** From active allies to active opponents, in each the most influential first; at the end who isn't placed yet. */
export function groupsOf({ stakeholders }: MapView, words: TableWords): TableGroup[] {
  const sorted = stakeholders.toSorted(
    (a, b) => RANK[levelOf(a)] - RANK[levelOf(b)] || words.compare(a.name, b.name),
  )
  return [...SEGMENTS, null]
    .map((segment) => ({
      segment,
      name: segment === null ? words.notPlaced : (words.segments[segment] ?? ''),
      stakeholders: sorted.filter((one) => groundOf(one) === segment),
    }))
    .filter((group) => group.stakeholders.length > 0)
}
