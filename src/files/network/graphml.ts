import type { Point } from '../../domain/records.ts'
import { fail, type Result } from '../../domain/result.ts'
import type { FileProblem } from '../problem.ts'
import { foldWord } from '../stakeholderColumns.ts'
import { Fields } from './fields.ts'
import { ChangeCount, type ForeignRecord } from './foreignTable.ts'
import { type GraphmlData, GraphmlKeys } from './graphmlKeys.ts'
import { edgeDrawing, nodeDrawing } from './graphmlYed.ts'
import type { NetworkPlan } from './plan.ts'
import { planOfRecords } from './planOfRecords.ts'
import { pointIn } from './positions.ts'
import { OUR_NAME } from './written.ts'
import { looksLikeXml, MOST_DECLARED, readXmlTree, type XmlElement } from './xmlTree.ts'

export const looksLikeGraphml = (text: string): boolean => looksLikeXml(text, 'graphml')

/** What is known after some elements. */
interface Reading {
  readonly keys: GraphmlKeys
  readonly facts: Map<string, string>
  readonly nodes: ForeignRecord[]
  readonly points: (Point | null)[]
  readonly edges: ForeignRecord[]
  readonly changes: ChangeCount
  readonly dropped: Set<string>
}

/**
 * Reads GraphML (graphml.graphdrawing.org/specification.html, .../primer/graphml-primer.html): nodes and
 * edges with their data. Nodes of nested graphs are taken as standing beside the others; hyperedges and
 * ports are dropped. Places are those of yEd's drawing (y grows downwards), or data called x and y, which
 * Gephi writes (y grows upwards).
 * Problems: those of `readXmlTree` and of `planOfTables`, `missing` for a file without a graph, `too many` keys.
 */
export function readGraphml(text: string): Result<NetworkPlan, FileProblem> {
  const root = readXmlTree(text, 'graphml')
  if (!root.ok) return root
  const graphs = root.value.all('graph')
  if (graphs.length === 0) return fail({ code: 'missing', path: 'graph' })
  const keys = new GraphmlKeys(root.value)
  if (keys.count > MOST_DECLARED) return fail({ code: 'too many', limit: MOST_DECLARED })
  const reading: Reading = {
    keys,
    facts: new Map(),
    nodes: [],
    points: [],
    edges: [],
    changes: new ChangeCount(),
    dropped: new Set(),
  }
  for (const graph of graphs) takeGraph(graph, reading, 0)
  const { facts, nodes, points, edges, changes, dropped } = reading
  return planOfRecords({
    format: 'graphml',
    nodes,
    points,
    edges,
    changes: changes.list(),
    dropped,
    name: facts.get('name') ?? '',
  })
}

function takeGraph(graph: XmlElement, reading: Reading, depth: number): void {
  const { keys, facts, dropped } = reading
  for (const { name, value } of keys.dataOf('graph', graph, dropped)) {
    if (depth === 0 && OF_A_GRAPH.has(foldWord(name))) facts.set(foldWord(name), value)
    else dropped.add(name)
  }
  const isDirected = graph.get('edgedefault') !== 'undirected'
  for (const part of graph.children) {
    if (part.name === 'node') takeNode(part, reading, depth)
    else if (part.name === 'edge') takeEdge(part, reading, isDirected)
    else if (part.name !== 'data') dropped.add(part.name)
  }
}

const OF_A_GRAPH = new Set(['name', 'creator'])

function takeNode(node: XmlElement, reading: Reading, depth: number): void {
  const { keys, dropped } = reading
  const fields = new Fields()
  const data = keys.dataOf('node', node, dropped)
  const isOurs = reading.facts.get('creator') === OUR_NAME
  for (const { name, value } of data) {
    const word = foldWord(name)
    if (!keys.isDrawn || !DRAWING.has(word)) {
      if (!PLACE.has(word)) fields.add(name, value)
      // Colours and sizes that we wrote say again what other data says.
    } else if (!isOurs) dropped.add(name)
  }
  const drawing = nodeDrawing(node, dropped)
  const isNamed = [...fields.all.keys()].some((name) => NAMES.has(foldWord(name)))
  addLabels(fields, drawing.labels, isNamed, 'y:NodeLabel')
  fields.add('Description', node.child('desc')?.text ?? '')
  for (const { name } of node.children) if (UNUSED.has(name)) dropped.add(name)
  if (depth > 0) reading.changes.add('nested')
  const id = node.get('id').trim()
  reading.nodes.push({ place: id ? { id } : { line: node.line }, id, fields: fields.all })
  reading.points.push(drawing.centre ?? placeIn(data))
  for (const inner of node.all('graph')) takeGraph(inner, reading, depth + 1)
}

const NAMES = new Set(['label', 'name'])
const PLACE = new Set(['x', 'y'])
const DRAWING = new Set(['r', 'g', 'b', 'size', 'z'])
const UNUSED = new Set(['port', 'locator'])

function placeIn(data: readonly GraphmlData[]): Point | null {
  const valueOf = (word: string) => data.find(({ name }) => foldWord(name) === word)?.value ?? ''
  const point = pointIn(valueOf('x'), valueOf('y'))
  return point && { x: point.x, y: 0 - point.y }
}

function takeEdge(edge: XmlElement, reading: Reading, isDirected: boolean): void {
  const { keys, facts, dropped } = reading
  const data = keys.dataOf('edge', edge, dropped)
  const valueOf = (word: string) => data.find(({ name }) => foldWord(name) === word)?.value ?? ''
  const drawing = edgeDrawing(edge, dropped)
  const said = edge.get('directed')
  const direction =
    drawing.direction ?? ((said === '' ? isDirected : said !== 'false') ? 'directed' : 'undirected')
  const [from, to] = drawing.isReversed ? ['target', 'source'] : ['source', 'target']
  const isKindRepeated = facts.get('creator') === OUR_NAME && valueOf('kind') !== 'own'
  const fields = new Fields()
  // Also when they are blank: a tie without an end is to be named.
  fields.all.set('Source', edge.get(from))
  fields.all.set('Target', edge.get(to))
  for (const { name, value } of data) {
    if (!isKindRepeated || foldWord(name) !== 'label') fields.add(GEPHI.get(name) ?? name, value)
  }
  if (valueOf('direction') === '') fields.add('Direction', direction)
  const isLabelled = valueOf('label') !== ''
  addLabels(fields, drawing.labels, isLabelled, 'y:EdgeLabel')
  fields.add('Description', edge.child('desc')?.text ?? '')
  for (const name of edge.tag.names()) if (!EDGE_ATTRIBUTES.has(name)) dropped.add(name)
  if (edge.child('graph')) dropped.add('edge graph')
  reading.edges.push({ place: { line: edge.line }, id: '', fields: fields.all })
}

/** The first of the texts drawn is the label, unless data gives one; the others are kept. */
function addLabels(
  fields: Fields,
  drawn: readonly string[],
  hasLabel: boolean,
  name: string,
): void {
  const [first = '', ...others] = drawn
  if (!hasLabel) fields.add('Label', first)
  fields.add(name, (hasLabel ? drawn : others).join('|'))
}

/** Gephi calls the label of an edge otherwise than that of a node. */
const GEPHI: ReadonlyMap<string, string> = new Map([['Edge Label', 'Label']])

const EDGE_ATTRIBUTES = new Set(['id', 'source', 'target', 'directed'])
