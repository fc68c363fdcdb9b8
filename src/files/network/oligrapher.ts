import { own } from '../../domain/check.ts'
import { LIMITS } from '../../domain/limits.ts'
import type { Point } from '../../domain/records.ts'
import { fail, type Result } from '../../domain/result.ts'
import type { FileProblem } from '../problem.ts'
import { Fields } from './fields.ts'
import type { ForeignRecord } from './foreignTable.ts'
import { fieldsIn, textIn } from './jsonFields.ts'
import { type OligrapherGraph, oligrapherGraph } from './oligrapherGraph.ts'
import type { NetworkPlan } from './plan.ts'
import { planOfRecords } from './planOfRecords.ts'

/** Whether parsed JSON is a map of Oligrapher, in any of its forms. */
export const looksLikeOligrapher = (data: unknown): boolean => oligrapherGraph(data) !== null

/**
 * Reads a map of LittleSis's Oligrapher (https://github.com/public-accountability/oligrapher: README.md,
 * app/graph/node.ts, edge.ts, arrow.ts): nodes and edges as lists or by id, what is shown in the object
 * itself or, until version 2, in its `display`; and the first LittleSis maps of `entities` and `rels`
 * (app/models/LsDataConverter.js). y grows downwards. Captions and annotations are dropped.
 * Problems: `unknown format`, `too many`, those of `planOfTables`.
 */
export function readOligrapher(data: unknown): Result<NetworkPlan, FileProblem> {
  const graph = oligrapherGraph(data)
  if (!graph) return fail({ code: 'unknown format' })
  for (const [entries, limit] of [
    [graph.nodes, LIMITS.stakeholders],
    [graph.edges, LIMITS.relationships],
  ] as const) {
    if (entries.length > limit) {
      return fail({ code: 'too many', value: String(entries.length), limit })
    }
  }
  const dropped = new Set(graph.dropped)
  const nodes = graph.nodes.map((node, index) => nodeOf(node, index, dropped))
  const points = graph.nodes.map((node) => pointOf(node))
  const byId = new Map(nodes.map(({ id }, index) => [id, points[index] ?? null]))
  const edges = edgesOf(graph, byId, dropped)
  return planOfRecords({
    format: 'oligrapher',
    nodes,
    points,
    edges,
    dropped,
    name: graph.title,
  })
}

/** Looks that somebody has chosen go lost. */
const LOOKS = new Set(['scale', 'status', 'color', 'cx', 'cy'])
/** These nobody has chosen. */
const USUAL_LOOKS = new Set(['scale 1', 'status normal', 'color #ccc'])
/** `edgeIds` is worked out from the edges. */
const USED_OF_NODE = new Set(['id', 'display', 'name', 'description', 'x', 'y', 'edgeIds'])

function nodeOf(node: unknown, index: number, dropped: Set<string>): ForeignRecord {
  const shown = own(node, 'display')
  const id = textIn(own(node, 'id')).trim()
  const fields = new Fields()
  fields.add('Label', shownText(node, 'name'))
  fields.add('Description', shownText(node, 'description'))
  addOthers(fields, [node, shown], USED_OF_NODE, dropped)
  return { place: { id: id || `nodes[${index}]` }, id, fields: fields.all }
}

/** A part of a node or an edge, in whichever form it stands. */
const shownPart = (entry: unknown, key: string): unknown =>
  own(own(entry, 'display'), key) ?? own(entry, key)
const shownText = (entry: unknown, key: string): string => textIn(shownPart(entry, key))

function pointOf(node: unknown): Point | null {
  const [x, y] = [shownPart(node, 'x'), shownPart(node, 'y')]
  const isPoint = typeof x === 'number' && typeof y === 'number'
  return isPoint && Number.isFinite(x) && Number.isFinite(y) ? { x: x + 0, y: y + 0 } : null
}

/** Fields that we have no place for go into notes, looks are dropped. */
function addOthers(
  fields: Fields,
  objects: readonly unknown[],
  used: ReadonlySet<string>,
  dropped: Set<string>,
): void {
  for (const object of objects) {
    for (const [name, value] of fieldsIn(object, used)) {
      if (!LOOKS.has(name)) addOther(fields, name, value)
      else if (value !== '' && !USUAL_LOOKS.has(`${name} ${value}`)) dropped.add(name)
    }
  }
}

/** A past relationship is drawn dashed, and in the first maps not current; the others say nothing by it. */
function addOther(fields: Fields, name: string, value: string): void {
  const isUsual =
    (name === 'dash' && value === 'false') || (name === 'is_current' && value === 'true')
  if (!isUsual) fields.add(name, value)
}

/** Ends, what is read, and what Oligrapher works out from where the ends stand. */
const USED_OF_EDGE = new Set(
  (
    'id display node1_id node2_id entity1_id entity2_id label arrow is_directional scale ' +
    'x y x1 y1 x2 y2 s1 s2 xa ya xb yb is_reverse'
  ).split(' '),
)

function edgesOf(
  graph: OligrapherGraph,
  byId: ReadonlyMap<string, Point | null>,
  dropped: Set<string>,
): ForeignRecord[] {
  // Every edge has the scale 1 until somebody makes it thicker.
  const hasScales = graph.edges.some((edge) => !['', '1'].includes(shownText(edge, 'scale')))
  return graph.edges.map((edge, index) => {
    const [first, second] = [endOf(edge, 1), endOf(edge, 2)]
    const way = wayOf(edge, byId.get(first) ?? null, byId.get(second) ?? null)
    const id = textIn(own(edge, 'id')).trim()
    const fields = new Fields()
    // Also when they are blank: a tie without an end is to be named.
    fields.all.set('From', way.isReversed ? second : first)
    fields.all.set('To', way.isReversed ? first : second)
    fields.add('Label', shownText(edge, 'label'))
    fields.add('Direction', way.direction)
    if (hasScales) fields.add('Strength', shownText(edge, 'scale') || '1')
    addOthers(fields, [edge, own(edge, 'display')], USED_OF_EDGE, dropped)
    return { place: { id: id || `edges[${index}]` }, id, fields: fields.all }
  })
}

const endOf = (edge: unknown, end: 1 | 2): string =>
  textIn(own(edge, `node${end}_id`) ?? own(edge, `entity${end}_id`)).trim()

interface Way {
  readonly direction: 'directed' | 'undirected' | 'mutual'
  readonly isReversed: boolean
}

/**
 * Where an edge's arrows point: `1->2`, `2->1`, `both`; before that `left` and `right` as drawn, and at
 * first only whether there is an arrow, then to the second node.
 */
function wayOf(edge: unknown, first: Point | null, second: Point | null): Way {
  const arrow = shownPart(edge, 'arrow')
  const towards = (isReversed: boolean): Way => ({ direction: 'directed', isReversed })
  if (arrow === 'both') return { direction: 'mutual', isReversed: false }
  if (arrow === '1->2' || arrow === true) return towards(false)
  if (arrow === '2->1') return towards(true)
  const isFirstLeft = first === null || second === null || first.x < second.x
  if (arrow === 'right') return towards(!isFirstLeft)
  if (arrow === 'left') return towards(isFirstLeft)
  if (shownPart(edge, 'is_directional') === true) return towards(false)
  return { direction: 'undirected', isReversed: false }
}
