import type { MapView } from '../audience/view.ts'
import { type Graph, indicesOf, keysOf } from './graph.ts'

/** One funder behind more than half of the members. */
export interface Dependence {
  readonly kind: 'dependence'
  readonly funder: string
  /** The members it funds, in view order. */
  readonly members: readonly string[]
  /** Number of all members. */
  readonly of: number
  /** In view order. */
  readonly ties: readonly string[]
}

/**
 * Who funds more than half of the members (and at least two) by ties `funds`, a mutual one both ways: those who fund
 * most members first, then in view order.
 */
export function dependencesOf(view: MapView, graph: Graph): Dependence[] {
  const ours = new Set(indicesOf(view.stakeholders, ({ role }) => role === 'member'))
  const funded = new Map<number, { readonly members: Set<number>; readonly ties: Set<string> }>()
  const add = (funder: number, member: number, tie: string) => {
    if (!ours.has(member)) return
    const known = funded.get(funder) ?? { members: new Set(), ties: new Set() }
    funded.set(funder, known)
    known.members.add(member)
    known.ties.add(tie)
  }
  for (const { from, to, tie } of graph.ties) {
    if (tie.kind !== 'funds') continue
    add(from, to, tie.key)
    if (tie.direction === 'mutual') add(to, from, tie.key)
  }
  return [...funded]
    .filter(([, { members }]) => members.size >= 2 && members.size > ours.size / 2)
    .toSorted(([i, a], [j, b]) => b.members.size - a.members.size || i - j)
    .map(([funder, { members, ties }]) => ({
      kind: 'dependence',
      funder: graph.keys[funder] ?? '',
      members: keysOf(graph, members),
      of: ours.size,
      ties: [...ties],
    }))
}
