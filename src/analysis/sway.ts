import type { ViewRelationship } from '../audience/view.ts'
import type { RelationshipKind } from '../domain/records.ts'
import { type Graph, keysOf } from './graph.ts'

const MOST_RANKED = 5

/**
 * Who sways whom by a tie, along its direction or back: who influences and who funds is listened to, who is trusted
 * and who is reported to. Working together, opposition and ties of one's own words say nothing of it.
 */
const SWAYS = {
  influences: 'along',
  funds: 'along',
  trusts: 'back',
  'reports to': 'back',
  'works with': null,
  opposes: null,
  own: null,
} as const satisfies Record<RelationshipKind, 'along' | 'back' | null>

/** One stakeholder's sway over another by a tie; a mutual tie is two. */
interface Sway {
  readonly over: number
  readonly by: number
  readonly tie: ViewRelationship
}

export interface Ranked {
  readonly key: string
  /** Sum of the strengths of these ties. */
  readonly weight: number
  /** Those at the other ends, in view order. */
  readonly others: readonly string[]
  /** In view order. */
  readonly ties: readonly string[]
}

/** At whom most influence comes in: strengths of all ties by which others sway them; the first five. */
export const mostSwayed = (graph: Graph): Ranked[] =>
  ranked(graph, ({ over, by, tie }) => ({ one: over, other: by, tie }))

/** Whom most others listen to: strengths of all ties by which they sway others; the first five. */
export const mostListenedTo = (graph: Graph): Ranked[] =>
  ranked(graph, ({ over, by, tie }) => ({ one: by, other: over, tie }))

interface Tally {
  weight: number
  readonly others: Set<number>
  readonly ties: Set<string>
}

/** Ranks by weight, then view order. */
function ranked(
  graph: Graph,
  seenFrom: (sway: Sway) => {
    readonly one: number
    readonly other: number
    readonly tie: ViewRelationship
  },
): Ranked[] {
  const tallies = new Map<number, Tally>()
  for (const sway of swaysOf(graph)) {
    const { one, other, tie } = seenFrom(sway)
    const tally = tallies.get(one) ?? { weight: 0, others: new Set(), ties: new Set() }
    tallies.set(one, tally)
    tally.weight += tie.strength
    tally.others.add(other)
    tally.ties.add(tie.key)
  }
  return [...tallies]
    .toSorted(([i, a], [j, b]) => b.weight - a.weight || i - j)
    .slice(0, MOST_RANKED)
    .map(([index, { weight, others, ties }]) => ({
      key: graph.keys[index] ?? '',
      weight,
      others: keysOf(graph, others),
      ties: [...ties],
    }))
}

const swaysOf = ({ ties }: Graph): Sway[] =>
  ties.flatMap(({ from, to, tie }) => {
    const way = SWAYS[tie.kind]
    if (way === null) return []
    const along = { over: to, by: from, tie }
    const back = { over: from, by: to, tie }
    if (tie.direction === 'mutual') return [along, back]
    return [way === 'along' ? along : back]
  })
