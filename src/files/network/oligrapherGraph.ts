import { own } from '../../domain/check.ts'
import { textIn } from './jsonFields.ts'

/** A map of Oligrapher's, in whichever of its forms it stood. */
export interface OligrapherGraph {
  readonly title: string
  readonly nodes: readonly unknown[]
  readonly edges: readonly unknown[]
  /** Names of parts that say something and are not read. */
  readonly dropped: readonly string[]
}

/**
 * The graph in parsed JSON, or null when it is none of Oligrapher's: the graph itself, a saved map with
 * `graph` or `graph_data`, or one of the first maps with `entities` and `rels`.
 */
export function oligrapherGraph(data: unknown): OligrapherGraph | null {
  const graph = [own(data, 'graph'), own(data, 'graph_data'), data].find(isGraph)
  const [nodes, edges] =
    graph === undefined
      ? [own(data, 'entities'), own(data, 'rels')]
      : [own(graph, 'nodes'), own(graph, 'edges')]
  if (graph === undefined && !(Array.isArray(nodes) && Array.isArray(edges))) return null
  const annotations = own(data, 'annotations')
  const told = own(annotations, 'list') ?? annotations
  return {
    title: textIn(own(data, 'title') ?? own(own(data, 'attributes'), 'title')),
    nodes: entriesOf(nodes),
    edges: entriesOf(edges),
    dropped: [
      ...(entriesOf(own(graph, 'captions')).length > 0 ? ['captions'] : []),
      ...(entriesOf(told).length > 0 ? ['annotations'] : []),
    ],
  }
}

/** Ends called `node1_id` are Oligrapher's alone; a graph without edges shows by its nodes, listed by id. */
function isGraph(value: unknown): boolean {
  const nodes = own(value, 'nodes')
  const [edge] = entriesOf(own(value, 'edges'))
  if (typeof nodes !== 'object' || nodes === null) return false
  if (edge !== undefined) return own(edge, 'node1_id') !== undefined
  const [node] = entriesOf(nodes)
  const isListed = Array.isArray(nodes) && own(node, 'display') === undefined
  return node !== undefined && !isListed && textIn(own(node, 'id')) !== ''
}

/** A list's entries, or an object's own ones. */
function entriesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return []
  return Object.keys(value).map((key) => own(value, key))
}
