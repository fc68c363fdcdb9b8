import { type Graph, neighboursOf } from './graph.ts'

/** Beyond this many stakeholders paths are counted from some of them only, and the score is an estimate. */
const MOST_EXACT = 1_500
const PIVOTS = 256

/**
 * How often each stakeholder lies on the shortest paths between two others, as a share of all pairs of others:
 * 0…1, by index. U. Brandes, "A Faster Algorithm for Betweenness Centrality" (2001), on ties without direction or
 * weight and without `opposes`.
 *
 * Above 1,500 stakeholders it is estimated from 256 of them, evenly spaced in view order: U. Brandes and
 * C. Pich, "Centrality Estimation in Large Networks" (2007). They found random pivots a little better; evenly
 * spaced ones give the same answer every time.
 */
export function betweenness(graph: Graph): readonly number[] {
  const neighbours = neighboursOf(graph).map((mine) => mine.map(({ index }) => index))
  const size = neighbours.length
  const pivots = Math.min(size, size > MOST_EXACT ? PIVOTS : size)
  const sums = new Float64Array(size)
  for (let i = 0; i < pivots; i++)
    addDependencies(Math.floor((i * size) / pivots), neighbours, sums)
  // Every pair is met from both of its ends.
  const pairs = ((size - 1) * (size - 2) * pivots) / size
  return Array.from(sums, (sum) => (pairs > 0 ? rounded(Math.min(1, sum / pairs)) : 0))
}

/** Adds to `sums` how much the shortest paths from one source depend on each stakeholder. */
function addDependencies(
  source: number,
  neighbours: readonly (readonly number[])[],
  sums: Float64Array,
): void {
  const steps = new Int32Array(neighbours.length).fill(-1)
  const paths = new Float64Array(neighbours.length)
  const dependency = new Float64Array(neighbours.length)
  const visited = [source]
  steps[source] = 0
  paths[source] = 1
  for (const here of visited) {
    const further = (steps[here] ?? 0) + 1
    for (const next of neighbours[here] ?? []) {
      if (steps[next] === -1) {
        steps[next] = further
        visited.push(next)
      }
      if (steps[next] === further) paths[next] = (paths[next] ?? 0) + (paths[here] ?? 0)
    }
  }
  for (const here of visited.toReversed()) {
    const share = (1 + (dependency[here] ?? 0)) / (paths[here] ?? 1)
    for (const before of neighbours[here] ?? []) {
      if (steps[before] !== (steps[here] ?? 0) - 1) continue
      dependency[before] = (dependency[before] ?? 0) + (paths[before] ?? 0) * share
    }
    if (here !== source) sums[here] = (sums[here] ?? 0) + (dependency[here] ?? 0)
  }
}

/** Equals in a network should be equal in rank, whatever the last bits of a sum say. */
const rounded = (score: number): number => Math.round(score * 1e9) / 1e9
