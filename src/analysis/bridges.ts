import { type Graph, keysOf, neighboursOf } from './graph.ts'

const MOST_BRIDGES = 10

export interface Bridge {
  readonly kind: 'bridge'
  readonly stakeholder: string
  /** Parts that only it connects, largest first; at least two, each in view order. */
  readonly parts: readonly (readonly string[])[]
}

/**
 * Who alone connects two or more parts of the network, by all ties but `opposes`: those first who cut off most
 * stakeholders from the largest part, at most ten.
 */
export function bridgesOf(graph: Graph): Bridge[] {
  const neighbours = neighboursOf(graph).map((mine) => mine.map(({ index }) => index))
  return cutVertices(neighbours)
    .toSorted((a, b) => b.cutOff - a.cutOff || a.vertex - b.vertex)
    .slice(0, MOST_BRIDGES)
    .map(({ vertex }) => ({
      kind: 'bridge',
      stakeholder: graph.keys[vertex] ?? '',
      parts: partsWithout(vertex, neighbours).map((part) => keysOf(graph, part)),
    }))
}

interface CutVertex {
  readonly vertex: number
  /** How many are cut off from the largest part without it. */
  readonly cutOff: number
}

/** A vertex on the way of the search, with what is known of it so far. */
interface Visit {
  readonly vertex: number
  /** How many of its neighbours were looked at. */
  looked: number
  /** The earliest vertex that it and those found from it have a tie to. */
  low: number
  /** How many were found from it, with itself. */
  found: number
  /** Sizes of the parts that only it connects to the rest. */
  readonly partSizes: number[]
}

/**
 * The vertices without which a part falls apart. J. Hopcroft and R. Tarjan, "Algorithm 447: Efficient Algorithms for
 * Graph Manipulation" (1973), with a stack of its own: a chain of ten thousand is too deep for recursion.
 */
function cutVertices(neighbours: readonly (readonly number[])[]): CutVertex[] {
  const order = new Int32Array(neighbours.length).fill(-1)
  const cuts: CutVertex[] = []
  let count = 0
  const visit = (vertex: number): Visit => {
    order[vertex] = count
    return { vertex, looked: 0, low: count++, found: 1, partSizes: [] }
  }
  neighbours.forEach((_, root) => {
    if (order[root] !== -1) return
    const finished: Visit[] = []
    const path = [visit(root)]
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const next = neighbours[here.vertex]?.[here.looked++]
      if (next === undefined) {
        path.pop()
        finished.push(here)
        handBack(here, path.at(-1), order)
      } else if (order[next] === -1) {
        path.push(visit(next))
      } else {
        here.low = Math.min(here.low, order[next] ?? 0)
      }
    }
    const size = finished.at(-1)?.found ?? 0
    cuts.push(...finished.flatMap((done) => cutOf(done, size)))
  })
  return cuts
}

/** Tells the vertex that a finished one was found from. */
function handBack(done: Visit, parent: Visit | undefined, order: Int32Array): void {
  if (!parent) return
  parent.found += done.found
  parent.low = Math.min(parent.low, done.low)
  if (done.low >= (order[parent.vertex] ?? 0)) parent.partSizes.push(done.found)
}

function cutOf({ vertex, partSizes }: Visit, size: number): CutVertex[] {
  const others = size - 1
  const rest = others - partSizes.reduce((sum, part) => sum + part, 0)
  const parts = rest > 0 ? [...partSizes, rest] : partSizes
  return parts.length < 2 ? [] : [{ vertex, cutOff: others - Math.max(...parts) }]
}

/** What a vertex's own part of the network falls into without it: largest first, then in view order. */
function partsWithout(vertex: number, neighbours: readonly (readonly number[])[]): number[][] {
  const seen = new Set([vertex])
  const parts: number[][] = []
  for (const start of neighbours[vertex] ?? []) {
    if (seen.has(start)) continue
    seen.add(start)
    const part = [start]
    for (const here of part) {
      for (const next of neighbours[here] ?? []) {
        if (seen.has(next)) continue
        seen.add(next)
        part.push(next)
      }
    }
    parts.push(part.toSorted((a, b) => a - b))
  }
  return parts.toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
}
