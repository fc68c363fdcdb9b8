import { heapOf } from './heap.ts'
import { type Land, lightest, remainingWeights, stepWeight } from './land.ts'

/** Some of the paths: those that share their first places and don't go on with one of some others. */
interface Branch {
  /** A path whose first `fixed` places these share. */
  readonly along: readonly number[]
  readonly fixed: number
  readonly without: ReadonlySet<number>
  /** Weight of the best of them; before that is known, what none of them can be lighter than. */
  readonly weight: number
  /** Where the best of them goes on, or would if it didn't have to keep off its own beginning. */
  readonly next: number
  /** The best of them, once it is known. */
  readonly best: readonly number[] | null
}

/**
 * The best loopless paths from any of the starts to the target: lightest first, then as their places come in order.
 * J. Y. Yen, "Finding the K Shortest Loopless Paths in a Network" (1971), from a virtual place before all starts, as
 * a partition of the paths not yet found (E. L. Lawler, 1972); a branch is only searched when its bound comes first.
 *
 * @param most how many at most
 */
export function bestPaths(land: Land, most: number): (readonly number[])[] {
  const remaining = remainingWeights(land)
  const found: (readonly number[])[] = []
  const waiting = heapOf(compareBranches)
  const all = branchAt(land, remaining, [], 0, new Set())
  if (all) waiting.push(all)
  while (found.length < most) {
    const first = waiting.pop()
    if (!first) break
    if (first.best) {
      found.push(first.best)
      for (const branch of branchesOff(first, first.best, land, remaining)) waiting.push(branch)
    } else {
      const searched = search(first, land, remaining)
      if (searched) waiting.push(searched)
    }
  }
  return found
}

/**
 * Lighter first, then by the places known so far: no branch turns out better than that. Branches share no path, so
 * that they differ in a place that both know.
 */
function compareBranches(a: Branch, b: Branch): number {
  if (a.weight !== b.weight) return a.weight - b.weight
  const known = Math.min(knownPlaces(a), knownPlaces(b))
  for (let i = 0; i < known; i++) {
    const difference = placeAt(a, i) - placeAt(b, i)
    if (difference !== 0) return difference
  }
  return 0
}

const knownPlaces = ({ best, fixed }: Branch): number => best?.length ?? fixed + 1

function placeAt({ best, along, fixed, next }: Branch, i: number): number {
  const known = best ? best[i] : i < fixed ? along[i] : next
  return known ?? next
}

/** All other paths of a branch whose best is found, parted by where they leave it. */
function branchesOff(
  { fixed, without }: Branch,
  best: readonly number[],
  land: Land,
  remaining: Float64Array,
): Branch[] {
  const branches: Branch[] = []
  const passed = new Set<number>()
  let weight = 0
  best.forEach((place, i) => {
    if (i >= fixed) {
      const others = new Set(i === fixed ? without : []).add(place)
      const branch = branchAt(land, remaining, best, i, others, passed, weight)
      if (branch) branches.push(branch)
    }
    passed.add(place)
    weight += weightAt(land, place, i)
  })
  return branches
}

/** The start of a path weighs nothing: nobody has been passed through, and no step taken. */
const weightAt = (land: Land, place: number, i: number): number =>
  i === 0 ? 0 : stepWeight(land, place)

/** A branch with its bound, or null when nothing of it can reach the target. */
function branchAt(
  land: Land,
  remaining: Float64Array,
  along: readonly number[],
  fixed: number,
  without: ReadonlySet<number>,
  passed: ReadonlySet<number> = new Set(),
  weight = 0,
): Branch | null {
  const mayGo = (to: number) => !without.has(to) && !passed.has(to)
  const next = lightest(land, remaining, along[fixed - 1], mayGo)
  return (
    next && { along, fixed, without, weight: weight + next.weight, next: next.place, best: null }
  )
}

/** A branch with the best of its paths, or null when it has none. */
function search(branch: Branch, land: Land, remaining: Float64Array): Branch | null {
  const passed = new Set(branch.along.slice(0, branch.fixed))
  return (
    walk(branch, land, remaining, passed) ??
    // That would cross its own beginning: look again with the beginning out of bounds.
    walk(branch, land, remainingWeights(land, passed), passed)
  )
}

/** Goes on to the target where it is lightest; null when that ends, or comes to a place already passed. */
function walk(
  branch: Branch,
  land: Land,
  remaining: Float64Array,
  passed: ReadonlySet<number>,
): Branch | null {
  const path = branch.along.slice(0, branch.fixed)
  let weight = path.reduce((sum, place, i) => sum + weightAt(land, place, i), 0)
  const allowed = (to: number) => !branch.without.has(to) && !passed.has(to)
  while (path.at(-1) !== land.target) {
    const mayGo = path.length === branch.fixed ? allowed : () => true
    const next = lightest(land, remaining, path.at(-1), mayGo)
    if (!next || passed.has(next.place)) return null
    weight += weightAt(land, next.place, path.length)
    path.push(next.place)
  }
  return { ...branch, weight, best: path }
}
