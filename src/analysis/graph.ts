import type { MapView, ViewRelationship } from '../audience/view.ts'

/** A tie between two different stakeholders of the view, by their places in the view's order. */
export interface GraphTie {
  readonly from: number
  readonly to: number
  readonly tie: ViewRelationship
}

/**
 * A view as the network that it is. Stakeholders are numbered 0…n−1 in view order, for an order by keys would
 * differ between a map and its redacted twin.
 */
export interface Graph {
  readonly keys: readonly string[]
  readonly indexOf: ReadonlyMap<string, number>
  /** In view order; parallel ties are kept, ties to nobody in the view and self-ties are not. */
  readonly ties: readonly GraphTie[]
}

export function graphOf({ stakeholders, relationships }: MapView): Graph {
  const keys = stakeholders.map(({ key }) => key)
  const indexOf = new Map(keys.map((key, index) => [key, index]))
  const ties = relationships.flatMap((tie): GraphTie[] => {
    const from = indexOf.get(tie.from)
    const to = indexOf.get(tie.to)
    return from === undefined || to === undefined || from === to ? [] : [{ from, to, tie }]
  })
  return { keys, indexOf, ties }
}

export interface Neighbour {
  readonly index: number
  /** Sum of the strengths of all ties with this neighbour. */
  readonly weight: number
}

/**
 * Who holds together with whom, whatever the direction: all ties but `opposes`, which part rather than connect.
 * Each list is in view order and names a neighbour once.
 */
export function neighboursOf({ keys, ties }: Graph): readonly (readonly Neighbour[])[] {
  const weights = keys.map(() => new Map<number, number>())
  const add = (one: number, other: number, strength: number) => {
    const mine = weights[one]
    mine?.set(other, (mine.get(other) ?? 0) + strength)
  }
  for (const { from, to, tie } of ties) {
    if (tie.kind === 'opposes') continue
    add(from, to, tie.strength)
    add(to, from, tie.strength)
  }
  return weights.map((mine) =>
    Array.from(mine, ([index, weight]) => ({ index, weight })).toSorted(
      (a, b) => a.index - b.index,
    ),
  )
}

/** The stakeholders at these places, as keys in view order. */
export const keysOf = ({ keys }: Graph, indices: Iterable<number>): string[] =>
  [...indices].toSorted((a, b) => a - b).map((index) => keys[index] ?? '')

/** The places of the stakeholders that fit. */
export const indicesOf = <T>(list: readonly T[], fits: (item: T) => boolean): number[] =>
  list.flatMap((item, index) => (fits(item) ? [index] : []))

/** Those without a tie of any kind, as keys in view order. */
export function untied({ keys, ties }: Graph): string[] {
  const tied = new Set(ties.flatMap(({ from, to }) => [from, to]))
  return keys.filter((_, index) => !tied.has(index))
}
