import type { MapView } from '../audience/view.ts'
import { type Door, doorsOf } from './doors.ts'
import { type Graph, indicesOf, keysOf } from './graph.ts'

/** Whom the members touch; lists of keys in view order. */
export interface Reach {
  readonly kind: 'reach'
  /** One step from a member. */
  readonly direct: readonly string[]
  /** Two steps from the nearest member. */
  readonly second: readonly string[]
  /** Those to whom no way leads at all. Who is three or more steps away is in none of the lists. */
  readonly beyond: readonly string[]
  /** The ties of these steps, in view order: between the same two, the one that opens the best door. */
  readonly ties: readonly string[]
}

/** Whom the members touch in one and in two steps, through the doors of `doors.ts`; null without members or others. */
export function reachOf(view: MapView, graph: Graph): Reach | null {
  const members = indicesOf(view.stakeholders, ({ role }) => role === 'member')
  if (members.length === 0 || members.length === graph.keys.length) return null
  const doors = doorsOf(graph)
  const reached = new Set(members)
  const rings: Door[][] = []
  for (let edge = members; edge.length > 0; edge = rings.at(-1)?.map(({ to }) => to) ?? []) {
    const steps = [...new Set(edge)]
      .flatMap((from) => doors[from] ?? [])
      .filter(({ to }) => !reached.has(to))
    for (const { to } of steps) reached.add(to)
    rings.push(steps)
  }
  const [direct = [], second = []] = rings
  const used = new Set([...direct, ...second].map(({ tie }) => tie))
  return {
    kind: 'reach',
    direct: endsOf(direct, graph),
    second: endsOf(second, graph),
    beyond: graph.keys.filter((_, index) => !reached.has(index)),
    ties: graph.ties.flatMap(({ tie }) => (used.has(tie) ? [tie.key] : [])),
  }
}

const endsOf = (steps: readonly Door[], graph: Graph): string[] =>
  keysOf(graph, new Set(steps.map(({ to }) => to)))
