import type { Point } from '../../domain/records.ts'
import { fail, type Result } from '../../domain/result.ts'
import type { FileProblem } from '../problem.ts'
import { Fields } from './fields.ts'
import { ChangeCount, type ForeignRecord } from './foreignTable.ts'
import { GexfAttributes } from './gexfAttributes.ts'
import type { NetworkPlan } from './plan.ts'
import { planOfRecords } from './planOfRecords.ts'
import { pointIn } from './positions.ts'
import { OUR_NAME } from './written.ts'
import { looksLikeXml, MOST_DECLARED, readXmlTree, type XmlElement } from './xmlTree.ts'

export const looksLikeGexf = (text: string): boolean => looksLikeXml(text, 'gexf')

/** What is known after some elements. */
interface Reading {
  readonly attributes: GexfAttributes
  readonly usualDirection: string
  /** Labels of ties repeat their kind, unless it is `own`. */
  readonly isOurs: boolean
  readonly nodes: ForeignRecord[]
  readonly points: (Point | null)[]
  readonly edges: ForeignRecord[]
  readonly changes: ChangeCount
  readonly dropped: Set<string>
}

/**
 * Reads GEXF 1.3, 1.2 and 1.1 (gexf.net/primer.html, gexf.net/1.3/gexf.xsd): nodes and edges with their
 * attributes and positions. In GEXF y grows upwards. Of a graph that changes over time the last values
 * count; nodes inside others are taken as standing beside them.
 * Problems: those of `readXmlTree` and of `planOfTables`, `missing` for a file without a graph, `too many` attributes.
 */
export function readGexf(text: string): Result<NetworkPlan, FileProblem> {
  const root = readXmlTree(text, 'gexf')
  if (!root.ok) return root
  const graph = root.value.child('graph')
  if (!graph) return fail({ code: 'missing', path: 'graph' })
  const attributes = new GexfAttributes(graph)
  if (attributes.count > MOST_DECLARED) return fail({ code: 'too many', limit: MOST_DECLARED })
  const meta = root.value.child('meta')
  const reading: Reading = {
    attributes,
    usualDirection: graph.get('defaultedgetype') || 'undirected',
    isOurs: meta?.child('creator')?.text === OUR_NAME,
    nodes: [],
    points: [],
    edges: [],
    changes: new ChangeCount(),
    dropped: new Set(graph.get('mode') === 'dynamic' ? ['mode="dynamic"'] : []),
  }
  takeParts(graph, reading, 0)
  const { nodes, points, edges, changes, dropped } = reading
  return planOfRecords({
    format: 'gexf',
    nodes,
    points,
    edges,
    changes: changes.list(),
    dropped,
    name: meta?.child('description')?.text ?? '',
  })
}

/** The nodes and edges of a graph, or of a node that others are inside of. */
function takeParts(parent: XmlElement, reading: Reading, depth: number): void {
  for (const part of parent.children) {
    if (part.name === 'nodes') {
      for (const node of part.all('node')) takeNode(node, reading, depth)
    } else if (part.name === 'edges') {
      for (const edge of part.all('edge')) takeEdge(edge, reading)
    }
  }
}

const NODE_ATTRIBUTES = new Set(['id', 'label', 'pid'])
const NODE_PARTS = new Set(['attvalues', 'nodes', 'edges', 'position'])
/** Colours and sizes that we wrote say again what attributes say. */
const OUR_PARTS = new Set([...NODE_PARTS, 'color', 'size'])

function takeNode(node: XmlElement, reading: Reading, depth: number): void {
  const fields = new Fields()
  fields.add('Label', node.get('label'))
  reading.attributes.addTo(fields, 'node', node, reading.dropped)
  const position = node.child('position')
  if (depth > 0 || node.get('pid') !== '') reading.changes.add('nested')
  noteDropped(node, NODE_ATTRIBUTES, reading.isOurs ? OUR_PARTS : NODE_PARTS, reading.dropped)
  if (!['', '0'].includes(String(Number(position?.get('z') ?? ''))))
    reading.dropped.add('viz:position z')
  reading.nodes.push({ place: placeOf(node), id: node.get('id').trim(), fields: fields.all })
  reading.points.push(position ? turned(pointIn(position.get('x'), position.get('y'))) : null)
  takeParts(node, reading, depth + 1)
}

const turned = (point: Point | null): Point | null => point && { x: point.x, y: 0 - point.y }

const EDGE_ATTRIBUTES = new Set(['id', 'source', 'target', 'type', 'weight', 'label', 'kind'])
const EDGE_PARTS = new Set(['attvalues'])

function takeEdge(edge: XmlElement, reading: Reading): void {
  const kind = edge.get('kind')
  const fields = new Fields()
  // Also when they are blank: a tie without an end is to be named.
  fields.all.set('Source', edge.get('source'))
  fields.all.set('Target', edge.get('target'))
  fields.add('Kind', kind)
  if (!reading.isOurs || kind === 'own') fields.add('Label', edge.get('label'))
  fields.add('Direction', edge.get('type') || reading.usualDirection)
  fields.add('Weight', edge.get('weight'))
  reading.attributes.addTo(fields, 'edge', edge, reading.dropped)
  noteDropped(edge, EDGE_ATTRIBUTES, EDGE_PARTS, reading.dropped)
  reading.edges.push({ place: { line: edge.line }, id: '', fields: fields.all })
}

const placeOf = (node: XmlElement): ForeignRecord['place'] =>
  node.get('id') === '' ? { line: node.line } : { id: node.get('id') }

const VIZ = new Set(['color', 'position', 'size', 'shape', 'thickness'])

function noteDropped(
  element: XmlElement,
  attributes: ReadonlySet<string>,
  parts: ReadonlySet<string>,
  dropped: Set<string>,
): void {
  for (const name of element.tag.names()) if (!attributes.has(name)) dropped.add(name)
  for (const { name } of element.children) {
    if (!parts.has(name)) dropped.add(VIZ.has(name) ? `viz:${name}` : name)
  }
}
