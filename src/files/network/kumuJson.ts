import { own } from '../../domain/check.ts'
import { LIMITS } from '../../domain/limits.ts'
import { cleanName } from '../../domain/names.ts'
import type { NetworkPosition } from '../../domain/records.ts'
import { fail, type Result } from '../../domain/result.ts'
import type { FileProblem } from '../problem.ts'
import { type ForeignRecord, type ForeignTable, tableOf } from './foreignTable.ts'
import { fieldsIn, textIn } from './jsonFields.ts'
import { planOfKumu } from './kumuCsv.ts'
import type { NetworkPlan } from './plan.ts'

/** Whether parsed JSON is a Kumu blueprint: elements and connections, or one of them with Kumu's fields. */
export function looksLikeKumu(data: unknown): boolean {
  const elements = own(data, 'elements')
  const connections = own(data, 'connections')
  if (Array.isArray(elements) && Array.isArray(connections)) return true
  const isLabelled = (element: unknown) =>
    own(element, 'label') !== undefined || own(own(element, 'attributes'), 'label') !== undefined
  return (
    listIn(data, 'elements').some(isLabelled) ||
    listIn(data, 'connections').some((connection) => own(connection, 'from') !== undefined)
  )
}

/**
 * A Kumu blueprint: written by hand (https://docs.kumu.io/guides/import/blueprints: fields stand in the
 * element itself, ends may be labels) or exported as a project's backup (fields stand in `attributes`,
 * ids are `_id`, places in `maps`; there are some in https://github.com/kumu/docs under images/).
 * Problems: `too many`, those of `planOfTables`.
 */
export function readKumuJson(data: unknown): Result<NetworkPlan, FileProblem> {
  const places = placesIn(data)
  const elements = tableIn(data, 'elements', LIMITS.stakeholders, (element) => {
    const record = recordOf(element)
    return { ...record, position: places.get(record.id) ?? null }
  })
  if (!elements.ok) return elements
  const ties = tableIn(data, 'connections', LIMITS.relationships, connectionOf)
  if (!ties.ok) return ties
  const name = cleanName(textIn(own(data, 'name')))
  return planOfKumu(
    'kumu json',
    { table: elements.value, faults: [] },
    { table: ties.value, faults: [] },
    {
      dropped: droppedOf(data),
      // In a backup everything has an id, so that an end can't be meant as a name.
      ...(isBackup(data) ? { endsAre: 'ids' } : {}),
      ...(name.ok ? { name: name.value } : {}),
    },
  )
}

const isBackup = (data: unknown): boolean =>
  listIn(data, 'elements').some((element) => own(element, '_id') !== undefined)

type Fields = Omit<ForeignRecord, 'place'>

/** A list of the blueprint as a table; an absent one is empty. */
function tableIn(
  data: unknown,
  key: 'elements' | 'connections',
  limit: number,
  read: (entry: unknown) => Fields,
): Result<ForeignTable, FileProblem> {
  const entries = listIn(data, key)
  if (entries.length > limit) {
    return fail({ code: 'too many', value: String(entries.length), limit })
  }
  const table = tableOf(
    entries.map((entry, index) => {
      const record = read(entry)
      return { ...record, place: { id: record.id || `${key}[${index}]` } }
    }),
  )
  // So that a list of nothing has the headings that a table must have.
  return table.ok && table.value.rows.length === 0
    ? { ok: true, value: { headers: ['label', 'from', 'to'], rows: [] } }
    : table
}

/** What Kumu itself keeps with an element or a connection; none of it is anybody's word. */
const INNER = new Set(['_id', 'id', 'attributes', 'reversed', 'createdAt', 'updatedAt'])

/** Kumu's own names of fields, as spreadsheets have them. */
const FIELD_NAMES: ReadonlyMap<string, string> = new Map([
  ['element type', 'type'],
  ['connection type', 'type'],
])

function recordOf(entry: unknown): Fields {
  const fields = new Map<string, string>()
  const all = [...fieldsIn(entry, INNER), ...fieldsIn(own(entry, 'attributes'), new Set())]
  for (const [field, value] of all) {
    const name = FIELD_NAMES.get(field.toLowerCase()) ?? field
    if (value !== '' && !fields.has(name)) fields.set(name, value)
  }
  return { id: textIn(own(entry, '_id')) || textIn(own(entry, 'id')), fields }
}

/** In Kumu a connection that is `reversed` points the other way. */
function connectionOf(entry: unknown): Fields {
  const { id, fields } = recordOf(entry)
  // The flag is there on every connection; only the rare one says something.
  const told = [...fields].filter(([field, value]) => field !== 'delayed' || value !== 'false')
  const isReversed = own(entry, 'reversed') === true
  return { id, fields: new Map(isReversed ? told.map(turned) : told) }
}

const turned = ([field, value]: readonly [string, string]): readonly [string, string] => {
  if (field === 'from') return ['to', value]
  return field === 'to' ? ['from', value] : [field, value]
}

const listIn = (data: unknown, key: string): readonly unknown[] => {
  const list = own(data, key)
  return Array.isArray(list) ? list : []
}

/** Places by element of the map that a project opens with; only pinned ones were put there by hand. */
function placesIn(data: unknown): Map<string, NetworkPosition> {
  const maps = listIn(data, 'maps')
  const shown = maps.find((map) => own(map, '_id') === own(data, 'defaultMap')) ?? maps[0]
  const places = new Map<string, NetworkPosition>()
  for (const node of listIn(shown, 'elements')) {
    const position = own(node, 'position')
    const place = placeAt(own(position, 'x'), own(position, 'y'), own(node, 'pinned') === true)
    if (place) places.set(textIn(own(node, 'element')), place)
  }
  return places
}

/** A place as the map may keep it, or null. */
function placeAt(x: unknown, y: unknown, pinned: boolean): NetworkPosition | null {
  const isPlace = (value: unknown): value is number =>
    typeof value === 'number' && Math.abs(value) <= LIMITS.networkPlace
  return isPlace(x) && isPlace(y) ? { x, y, pinned } : null
}

/** Parts of a project that a map of stakeholders has no place for. */
const droppedOf = (data: unknown): string[] => [
  ...['loops', 'perspectives', 'presentations'].filter((key) => listIn(data, key).length > 0),
  ...(listIn(data, 'maps').length > 1 ? ['maps'] : []),
]
