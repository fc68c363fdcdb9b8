import type { MapView } from '../audience/view.ts'
import { betweenness } from './betweenness.ts'
import { type Bridge, bridgesOf } from './bridges.ts'
import { type Dependence, dependencesOf } from './dependence.ts'
import { type Graph, graphOf, untied } from './graph.ts'
import { type Groups, groupsOf } from './groups.ts'
import { type Reach, reachOf } from './reach.ts'
import { mostListenedTo, mostSwayed, type Ranked } from './sway.ts'

const MOST_BETWEEN = 5

/** Somebody whom others sway: by influence, funding, being trusted or being reported to. */
export interface Swayed {
  readonly key: string
  /** Sum of the strengths of these ties. */
  readonly weight: number
  /** The others who sway this stakeholder, in view order. */
  readonly from: readonly string[]
  readonly ties: readonly string[]
}

/** Somebody whom others listen to: the same ties, seen from their other end. */
export interface ListenedTo {
  readonly key: string
  /** Sum of the strengths of these ties. */
  readonly weight: number
  /** The others who listen, in view order. */
  readonly by: readonly string[]
  readonly ties: readonly string[]
}

export interface Between {
  readonly key: string
  /** Share of the shortest paths between all others that run through here, 0…1. */
  readonly score: number
}

/** What a network tells. Lists of keys are in view order unless said otherwise; rankings begin with the most. */
export type Finding =
  | Reach
  | Bridge
  | { readonly kind: 'between'; readonly ranked: readonly Between[] }
  | { readonly kind: 'incoming'; readonly ranked: readonly Swayed[] }
  | { readonly kind: 'listened to'; readonly ranked: readonly ListenedTo[] }
  | Groups
  | { readonly kind: 'unconnected'; readonly stakeholders: readonly string[] }
  | Dependence

/**
 * What the network of a view tells, in the order of `Finding`; a kind with nothing to say is absent, and without a tie
 * there is nothing to say. Depends on nothing but the view: what the public is told is what a map without the
 * confidential parts tells.
 */
export function findingsOf(view: MapView): Finding[] {
  const graph = graphOf(view)
  if (graph.ties.length === 0) return []
  return [
    reachOf(view, graph),
    ...bridgesOf(graph),
    betweenOf(graph),
    incomingOf(mostSwayed(graph)),
    listenedToOf(mostListenedTo(graph)),
    groupsOf(graph),
    unconnectedOf(graph),
    ...dependencesOf(view, graph),
  ].filter((finding) => finding !== null)
}

function betweenOf(graph: Graph): Finding | null {
  const scores = betweenness(graph)
  const ranked = graph.keys
    .map((key, index) => ({ key, score: scores[index] ?? 0 }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_BETWEEN)
  return ranked.length > 0 ? { kind: 'between', ranked } : null
}

function incomingOf(swayed: readonly Ranked[]): Finding | null {
  const ranked = swayed.map(({ others, ...rest }) => ({ ...rest, from: others }))
  return ranked.length > 0 ? { kind: 'incoming', ranked } : null
}

function listenedToOf(heard: readonly Ranked[]): Finding | null {
  const ranked = heard.map(({ others, ...rest }) => ({ ...rest, by: others }))
  return ranked.length > 0 ? { kind: 'listened to', ranked } : null
}

function unconnectedOf(graph: Graph): Finding | null {
  const stakeholders = untied(graph)
  return stakeholders.length > 0 ? { kind: 'unconnected', stakeholders } : null
}
