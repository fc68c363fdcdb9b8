import { heapOf } from './heap.ts'

/** Where paths are sought: places 0…n−1 and the steps between them. */
export interface Land {
  /** Places that a path may begin at, ascending; no step leads to one. */
  readonly starts: readonly number[]
  readonly target: number
  /** Entry i: where one step leads from i, ascending. */
  readonly next: readonly (readonly number[])[]
  /** Entry i: from where one step leads to i. */
  readonly before: readonly (readonly number[])[]
  /** What it costs to pass through each place: whole numbers from 0 on. */
  readonly prices: readonly number[]
}

const UNREACHABLE = Infinity

/** More than a path can have steps, so that prices count before steps in a single number. */
const STEPS_PER_PRICE = 2 ** 20

/** Weight of the step to a place: one step, and its price. The target's is on every path, and tips no scales. */
export const stepWeight = ({ prices }: Land, place: number): number =>
  (prices[place] ?? 0) * STEPS_PER_PRICE + 1

/**
 * What is left to go from each place to the target, with some places out of bounds.
 * E. W. Dijkstra (1959), backwards from the target.
 */
export function remainingWeights(
  land: Land,
  closed: ReadonlySet<number> = new Set(),
): Float64Array {
  const remaining = new Float64Array(land.next.length).fill(UNREACHABLE)
  const waiting = heapOf<{ readonly place: number; readonly weight: number }>(
    (a, b) => a.weight - b.weight,
  )
  const reach = (place: number, weight: number) => {
    if (weight >= (remaining[place] ?? 0)) return
    remaining[place] = weight
    waiting.push({ place, weight })
  }
  reach(land.target, 0)
  for (let here = waiting.pop(); here; here = waiting.pop()) {
    if (here.weight > (remaining[here.place] ?? 0)) continue
    const weight = here.weight + stepWeight(land, here.place)
    for (const place of land.before[here.place] ?? []) {
      if (!closed.has(place)) reach(place, weight)
    }
  }
  return remaining
}

/** The next place that leaves the least to go, the first of equals; from nowhere, the best start. */
export function lightest(
  land: Land,
  remaining: Float64Array,
  from: number | undefined,
  mayGo: (to: number) => boolean,
): { readonly place: number; readonly weight: number } | null {
  let best: { readonly place: number; readonly weight: number } | null = null
  for (const place of from === undefined ? land.starts : (land.next[from] ?? [])) {
    const step = from === undefined ? 0 : stepWeight(land, place)
    const weight = step + (remaining[place] ?? UNREACHABLE)
    if (weight < (best?.weight ?? UNREACHABLE) && mayGo(place)) best = { place, weight }
  }
  return best
}
