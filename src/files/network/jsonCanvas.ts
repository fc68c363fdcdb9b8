import { own } from '../../domain/check.ts'
import { LIMITS } from '../../domain/limits.ts'
import { cleanLine } from '../../domain/names.ts'
import type { Point } from '../../domain/records.ts'
import { fail, type Result } from '../../domain/result.ts'
import { type FileProblem, quoted } from '../problem.ts'
import { foldWord } from '../stakeholderColumns.ts'
import { Fields } from './fields.ts'
import { ChangeCount, type ForeignRecord, keptAs } from './foreignTable.ts'
import { canvasEdges } from './jsonCanvasEdges.ts'
import {
  type CanvasGroup,
  groupOf,
  groupsAround,
  hasOurGroups,
  rectOf,
} from './jsonCanvasGroups.ts'
import { cardTextIn } from './jsonCanvasText.ts'
import { fieldsIn, textIn } from './jsonFields.ts'
import type { NetworkPlan, PlanFault } from './plan.ts'
import { planOfRecords } from './planOfRecords.ts'
import { SEGMENT_WORDS } from './writtenFields.ts'

const MOST_GROUPS = 1_000

/** Whether parsed JSON is a canvas: typed nodes with a place, or edges from node to node. */
export function looksLikeJsonCanvas(data: unknown): boolean {
  const [node] = listIn(data, 'nodes')
  const [edge] = listIn(data, 'edges')
  return (
    (node !== undefined && rectOf(node) !== null && typeof own(node, 'type') === 'string') ||
    (edge !== undefined && typeof own(edge, 'fromNode') === 'string')
  )
}

/** What is known after some nodes. */
interface Reading {
  readonly groups: readonly CanvasGroup[]
  /** Then cards stand where their segment's list puts them: no place in the network. */
  readonly isOurs: boolean
  readonly cards: ForeignRecord[]
  readonly points: (Point | null)[]
  readonly faults: PlanFault[]
  readonly changes: ChangeCount
  readonly dropped: Set<string>
  hasTags: boolean
}

/**
 * Reads JSON Canvas 1.0 (https://jsoncanvas.org/spec/1.0/): text, file and link nodes become
 * stakeholders, called by the first line of their text. Inside a group called like a segment (or without
 * a name and in a preset colour) they stand in that segment; the names of other groups become tags.
 * Problems: `too many`, those of `planOfTables`.
 */
export function readJsonCanvas(data: unknown): Result<NetworkPlan, FileProblem> {
  const nodes = listIn(data, 'nodes')
  const edges = listIn(data, 'edges')
  const groups = nodes.filter(isGroup)
  for (const [count, limit] of [
    [groups.length, MOST_GROUPS],
    [nodes.length - groups.length, LIMITS.stakeholders],
    [edges.length, LIMITS.relationships],
  ] as const) {
    if (count > limit) return fail({ code: 'too many', value: String(count), limit })
  }
  const reading: Reading = {
    groups: groups.flatMap((group) => groupOf(group) ?? []),
    isOurs: hasOurGroups(new Set(groups.map((group) => textIn(own(group, 'id'))))),
    cards: [],
    points: [],
    faults: [],
    changes: new ChangeCount(),
    dropped: new Set(),
    hasTags: false,
  }
  for (const group of groups) noteDropped(group, ['background'], reading)
  for (const [index, node] of nodes.entries()) if (!isGroup(node)) takeCard(node, index, reading)
  const { cards, points, faults, changes, dropped, isOurs, hasTags } = reading
  return planOfRecords({
    format: 'json canvas',
    nodes: cards,
    points,
    edges: canvasEdges(edges, isOurs, dropped),
    faults,
    changes: changes.list(),
    kept: hasTags ? keptAs(['group'], 'tags') : [],
    dropped,
  })
}

const isGroup = (node: unknown): boolean => own(node, 'type') === 'group'

function listIn(data: unknown, key: string): readonly unknown[] {
  const list = own(data, key)
  return Array.isArray(list) ? list : []
}

const USED = new Set(['id', 'type', 'x', 'y', 'width', 'height', 'text', 'file', 'url', 'color'])

function takeCard(node: unknown, index: number, reading: Reading): void {
  const id = textIn(own(node, 'id')).trim()
  const place = { id: id || `nodes[${index}]` }
  const type = own(node, 'type')
  const fields = new Fields()
  if (type === 'text') addText(fields, textIn(own(node, 'text')), reading)
  else if (type === 'file') addLink(fields, 'file', textIn(own(node, 'file')))
  else if (type === 'link') addLink(fields, 'url', textIn(own(node, 'url')))
  else {
    const value = quoted(type ?? '')
    reading.faults.push({ place, code: 'wrong value', field: 'type', value })
    return
  }
  for (const [name, value] of fieldsIn(node, USED)) fields.add(name, value)
  noteDropped(node, ['color'], reading)
  const rect = rectOf(node)
  if (rect) addGroups(fields, groupsAround(rect, reading.groups), reading)
  reading.cards.push({ place, id, fields: fields.all })
  reading.points.push(
    rect && !reading.isOurs ? { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 } : null,
  )
}

function addText(fields: Fields, text: string, { changes }: Reading): void {
  const card = cardTextIn(text)
  fields.add('Label', card.name)
  for (const { name, value } of card.fields) fields.add(name, value)
  fields.add('Description', card.description)
  if (card.description !== '') changes.add('text as name')
}

/** A file is called by its name without folders and ending, a page by its address without the protocol. */
function addLink(fields: Fields, kind: 'file' | 'url', address: string): void {
  const end = kind === 'file' ? (address.split('/').at(-1) ?? '').replace(/\.\w{1,9}$/u, '') : ''
  const page = address.replace(/^\w{1,20}:\/\//u, '').replace(/\/$/u, '')
  fields.add('Label', (end || page).slice(0, LIMITS.name))
  fields.add(kind, address)
}

function addGroups(fields: Fields, around: readonly CanvasGroup[], reading: Reading): void {
  const segment = around.find((group) => group.segment !== null)?.segment
  const isSaid = [...fields.all.keys()].some((name) => SEGMENT_NAMES.has(foldWord(name)))
  if (typeof segment === 'number' && !isSaid) fields.add('Segment', SEGMENT_WORDS[segment])
  const tags = around.flatMap(({ tag }) => {
    const word = cleanLine(tag, LIMITS.shortText)
    return word.ok ? [word.value.replaceAll('|', '/')] : []
  })
  if (tags.length === 0) return
  reading.hasTags = true
  fields.all.set('Tags', [...tags, ...(fields.all.get('Tags')?.split('|') ?? [])].join('|'))
}

const SEGMENT_NAMES = new Set(['segment', 'stance'])

/** Colours that we wrote say again which segment it is. */
function noteDropped(node: unknown, names: readonly string[], { isOurs, dropped }: Reading): void {
  for (const name of names) {
    if (!isOurs && textIn(own(node, name)) !== '') dropped.add(name)
  }
}
