import type { MapView, ViewRelationship } from '../../../src/audience/view.ts'
import type { RelationshipKind } from '../../../src/domain/records.ts'
import { segmentOf } from '../../../src/domain/spectrum.ts'

type Levels = readonly [weak: number, medium: number, strong: number] | null

/** The levels of doors as the rule states them, one way: along the tie and back. */
const LEVELS: Readonly<Record<RelationshipKind, readonly [along: Levels, back: Levels]>> = {
  trusts: [null, [2, 1, 0]],
  'works with': [
    [3, 2, 1],
    [3, 2, 1],
  ],
  influences: [[4, 3, 2], null],
  funds: [
    [4, 3, 2],
    [5, 4, 3],
  ],
  'reports to': [
    [4, 3, 2],
    [4, 3, 2],
  ],
  own: [[4, 3, 2], null],
  opposes: [null, null],
}

/** The level at which a tie lets one approach the other, or null when it doesn't. */
function plainLevel(tie: ViewRelationship, from: string, to: string): number | null {
  const isAlong = tie.from === from && tie.to === to
  const isBack = tie.from === to && tie.to === from
  if (!isAlong && !isBack) return null
  const [along, back] = LEVELS[tie.kind]
  const levels = (tie.direction === 'mutual' ? [along, back] : [isAlong ? along : back]).flatMap(
    (three) => three?.[tie.strength - 1] ?? [],
  )
  return levels.length > 0 ? Math.min(...levels) : null
}

/** The first of the ties with the lowest level. */
export function plainDoor(view: MapView, from: string, to: string) {
  let best: { readonly tie: ViewRelationship; readonly level: number } | null = null
  for (const tie of view.relationships) {
    const level = plainLevel(tie, from, to)
    if (level !== null && level < (best?.level ?? Infinity)) best = { tie, level }
  }
  return best
}

const PRICES = [1, 2, 4, 7, 10]

/** All ways there are, ranked by the rule: each tried, all sorted. */
export function plainWays(view: MapView, target: string): string[][] {
  const people = view.stakeholders
  const place = new Map(people.map(({ key }, index) => [key, index]))
  const isMember = (key: string) => people[place.get(key) ?? -1]?.role === 'member'
  const ways: string[][] = []
  const goOn = (way: readonly string[]) => {
    const here = way.at(-1) ?? ''
    if (here === target) ways.push([...way])
    else {
      for (const { key } of people) {
        if (!way.includes(key) && !isMember(key) && plainDoor(view, here, key)) goOn([...way, key])
      }
    }
  }
  for (const { key } of people) if (isMember(key)) goOn([key])

  const rank = (way: readonly string[]): readonly number[] => [
    Math.max(...way.slice(1).map((to, i) => plainDoor(view, way[i] ?? '', to)?.level ?? 99)),
    way.slice(1, -1).reduce((sum, key) => {
      const placement = people[place.get(key) ?? -1]?.placement
      return sum + (placement ? (PRICES[segmentOf(placement.stance)] ?? 99) : 4)
    }, 0),
    way.length,
    ...way.map((key) => place.get(key) ?? -1),
  ]
  return ways
    .map((way) => ({ way, rank: rank(way) }))
    .toSorted((a, b) => compareLists(a.rank, b.rank))
    .map(({ way }) => way)
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
