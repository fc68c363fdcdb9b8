import type { Neighbour } from './graph.ts'

/** A network of communities: the first one has every vertex by itself. */
interface Level {
  readonly links: readonly (readonly Neighbour[])[]
  /** Entry i: weight of all ends of ties at i, also of those inside it. */
  readonly ends: readonly number[]
}

export interface Division {
  /** The vertices of each community, ascending; all together each vertex once. */
  readonly communities: readonly (readonly number[])[]
  /** −0.5…1; 0 when there are no ties. */
  readonly modularity: number
}

/**
 * Divides a network where that gives the greatest modularity: V. D. Blondel, J.-L. Guillaume, R. Lambiotte,
 * E. Lefebvre, "Fast unfolding of communities in large networks" (2008). Vertices move in their order and, of equal
 * gains, to the community named first, so that the answer is always the same. Gains are compared in whole numbers.
 *
 * @param links entry i: the neighbours of vertex i, symmetric, with whole weights
 */
export function louvain(links: readonly (readonly Neighbour[])[]): Division {
  const total = sum(links.map(endsOf))
  let level: Level = { links, ends: links.map(endsOf) }
  let communities: readonly (readonly number[])[] = links.map((_, vertex) => [vertex])
  for (;;) {
    const assigned = movedAbout(level, total)
    const count = new Set(assigned).size
    if (count === communities.length) break
    communities = merged(communities, assigned, count)
    level = aggregated(level, assigned, count)
  }
  return { communities, modularity: modularityOf(level, total) }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
const endsOf = (links: readonly Neighbour[]): number => sum(links.map(({ weight }) => weight))

/** Moves each vertex to the neighbouring community that gains most, until nobody gains; communities are numbered as met. */
function movedAbout({ links, ends }: Level, total: number): number[] {
  const community = links.map((_, vertex) => vertex)
  const weights = [...ends]
  const shift = (to: number, by: number) => {
    weights[to] = (weights[to] ?? 0) + by
  }
  let moving = true
  while (moving) {
    moving = false
    links.forEach((mine, vertex) => {
      const own = community[vertex] ?? 0
      const weight = ends[vertex] ?? 0
      shift(own, -weight)
      const shared = sharedWith(mine, vertex, community)
      const gain = (to: number) => (shared.get(to) ?? 0) * total - (weights[to] ?? 0) * weight
      const best = bestOf(shared.keys(), own, gain)
      shift(best, weight)
      community[vertex] = best
      if (best !== own) moving = true
    })
  }
  return numberedAsMet(community)
}

/** Weight of a vertex's ties with each community of its neighbours. */
function sharedWith(
  links: readonly Neighbour[],
  vertex: number,
  community: readonly number[],
): Map<number, number> {
  const shared = new Map<number, number>()
  for (const { index, weight } of links) {
    if (index === vertex) continue
    const theirs = community[index] ?? 0
    shared.set(theirs, (shared.get(theirs) ?? 0) + weight)
  }
  return shared
}

/** The community with the greatest gain: one's own among equals, otherwise the lowest. */
function bestOf(candidates: Iterable<number>, own: number, gain: (to: number) => number): number {
  let best = own
  let most = gain(own)
  for (const candidate of candidates) {
    const gained = gain(candidate)
    if (gained > most || (gained === most && best !== own && candidate < best)) {
      best = candidate
      most = gained
    }
  }
  return best
}

function numberedAsMet(community: readonly number[]): number[] {
  const numbers = new Map<number, number>()
  return community.map((name) => {
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    return number
  })
}

function merged(
  communities: readonly (readonly number[])[],
  assigned: readonly number[],
  count: number,
): number[][] {
  const larger: number[][] = Array.from({ length: count }, () => [])
  communities.forEach((members, i) => larger[assigned[i] ?? 0]?.push(...members))
  return larger.map((members) => members.toSorted((a, b) => a - b))
}

/** Each community becomes a vertex, with the ties between two of them as one. */
function aggregated({ links, ends }: Level, assigned: readonly number[], count: number): Level {
  const weights = Array.from({ length: count }, () => new Map<number, number>())
  const allEnds = Array.from({ length: count }, () => 0)
  links.forEach((mine, i) => {
    const here = assigned[i] ?? 0
    allEnds[here] = (allEnds[here] ?? 0) + (ends[i] ?? 0)
    const known = weights[here]
    for (const { index, weight } of mine) {
      const there = assigned[index] ?? 0
      known?.set(there, (known.get(there) ?? 0) + weight)
    }
  })
  return {
    links: weights.map((known) => Array.from(known, ([index, weight]) => ({ index, weight }))),
    ends: allEnds,
  }
}

/** M. E. J. Newman and M. Girvan (2004), for the division in which each vertex of the level is a community. */
function modularityOf({ links, ends }: Level, total: number): number {
  if (total === 0) return 0
  const inside = links.map((mine, i) => mine.find(({ index }) => index === i)?.weight ?? 0)
  return sum(inside.map((within, i) => within / total - ((ends[i] ?? 0) / total) ** 2))
}
