import type { MapView, ViewStakeholder } from '../audience/view.ts'
import type { RelationshipKind, SegmentIndex } from '../domain/records.ts'
import { segmentOf } from '../domain/spectrum.ts'
import { bestPaths } from './bestPaths.ts'
import { type Doors, doorsOf, WORST_LEVEL } from './doors.ts'
import { type Graph, graphOf, indicesOf } from './graph.ts'
import type { Land } from './land.ts'

export interface WayStep {
  readonly from: string
  readonly to: string
  /** Key of the tie that opens this door: the best of those between the two. */
  readonly tie: string
  readonly kind: RelationshipKind
  readonly label: string
  readonly strength: 1 | 2 | 3
  /** The tie says it the other way round: "`to` trusts `from`". False for mutual ties. */
  readonly against: boolean
}

export interface Way {
  /** Keys from a member to the target, both included. */
  readonly stakeholders: readonly string[]
  /** One fewer than stakeholders. */
  readonly steps: readonly WayStep[]
}

export type WaysResult =
  | { readonly kind: 'ways'; readonly ways: readonly Way[] }
  | { readonly kind: 'no members' }
  | { readonly kind: 'is member' }
  | { readonly kind: 'no way' }

export const MOST_WAYS = 5

/**
 * What passing through somebody costs, by segment. Opponents may carry a request, but rather not; and even the best
 * of allies is one more person to ask, or a way through twenty of them would be better than one through a neutral.
 */
const PRICES: Readonly<Record<SegmentIndex, number>> = { 0: 1, 1: 2, 2: 4, 3: 7, 4: 10 }
const PRICE_NOT_PLACED = PRICES[2]

/**
 * The best ways from "us" to a target: strongest trust first, then through allies, then the shortest.
 *
 * A way starts at a member, passes through no other member and through nobody twice, and goes through the doors that
 * ties open (`doors.ts` has their levels of trust). Ways are ranked by
 * 1. the level of their weakest door, for a way is only as strong as its weakest tie: the widest path of
 *    M. Pollack, "The Maximum Capacity Through a Network" (1960);
 * 2. who is passed through between the member and the target: an active ally costs 1, a passive ally 2, neutral or
 *    not placed 4, a passive opponent 7, an active opponent 10 (active allies do what passive ones only wish:
 *    G. Lakey's spectrum of allies);
 * 3. the number of steps;
 * 4. the order in which its stakeholders were called out, so that the answer is always the same.
 * The order is exact, not a heuristic. It depends on nothing but the view: for the public, it is what a map without
 * the confidential parts gives.
 *
 * @param target key of a stakeholder; nobody of the view has `no way`
 * @returns up to `MOST_WAYS` ways, best first, all through different people
 */
export function waysTo(view: MapView, target: string): WaysResult {
  const members = indicesOf(view.stakeholders, ({ role }) => role === 'member')
  if (members.length === 0) return { kind: 'no members' }
  const graph = graphOf(view)
  const end = graph.indexOf.get(target)
  if (end === undefined) return { kind: 'no way' }
  if (members.includes(end)) return { kind: 'is member' }
  const doors = doorsOf(graph)
  const prices = view.stakeholders.map(priceOf)
  const paths = rankedPaths(doors, members, end, prices)
  if (paths.length === 0) return { kind: 'no way' }
  return { kind: 'ways', ways: paths.map((path) => wayAlong(path, graph, doors)) }
}

function priceOf({ placement }: ViewStakeholder): number {
  return placement ? PRICES[segmentOf(placement.stance)] : PRICE_NOT_PLACED
}

/**
 * Level by level: all that a level has is better than what only the next one opens, and whatever is found again
 * there is known already.
 */
function rankedPaths(
  doors: Doors,
  members: readonly number[],
  target: number,
  prices: readonly number[],
): (readonly number[])[] {
  const found = new Map<string, readonly number[]>()
  for (let level = 0; level <= WORST_LEVEL && found.size < MOST_WAYS; level++) {
    const land = { starts: members, target, prices, ...stepsUpTo(level, doors, members) }
    for (const path of bestPaths(land, MOST_WAYS)) found.set(path.join(' '), path)
  }
  return [...found.values()].slice(0, MOST_WAYS)
}

/** The steps through doors of at most this level, but none to a member: we don't ask ourselves. */
function stepsUpTo(
  level: number,
  doors: Doors,
  members: readonly number[],
): Pick<Land, 'next' | 'before'> {
  const ours = new Set(members)
  const open = doors.map((mine) =>
    mine.filter((door) => door.level <= level && !ours.has(door.to)).map(({ to }) => to),
  )
  const before: number[][] = doors.map(() => [])
  open.forEach((steps, from) => {
    for (const to of steps) before[to]?.push(from)
  })
  return { next: open, before }
}

function wayAlong(path: readonly number[], { keys }: Graph, doors: Doors): Way {
  const steps = path.flatMap((from, i): WayStep[] => {
    const door = doors[from]?.find(({ to }) => to === path[i + 1])
    if (!door) return []
    const { key, kind, label, strength } = door.tie
    const ends = { from: keys[from] ?? '', to: keys[door.to] ?? '' }
    return [{ ...ends, tie: key, kind, label, strength, against: door.against }]
  })
  return { stakeholders: path.map((place) => keys[place] ?? ''), steps }
}
