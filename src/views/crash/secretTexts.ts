import type { AnyRecord, MapDoc } from '../../domain/records.ts'
import type { OpenMap } from '../../store/openMap.ts'
import type { MapListState } from '../services.ts'

/** Fields with words of ours, that are the same in every map. */
const OURS: ReadonlySet<string> = new Set([
  'type',
  'kind',
  'role',
  'level',
  'direction',
  'alliesSide',
  'confidentiality',
])

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Every text within a value, but for words of ours. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one)
  else if (value instanceof Map) for (const one of value.values()) yield* textsIn(one)
  else if (isObject(value)) {
    for (const [key, one] of Object.entries(value)) {
      if (typeof one !== 'string' || !OURS.has(key)) yield* textsIn(one)
    }
  }
}

/** All that somebody has typed, now or before: of the open map and what was undone in it, and the names of the others. */
export function secretTexts(map: OpenMap | null, maps: MapListState): readonly string[] {
  const texts = new Set<string>()
  const add = (value: unknown) => {
    for (const text of textsIn(value)) texts.add(text)
  }
  if (maps.status === 'ready') add(maps.maps.map(({ id, name }) => [id, name]))
  if (!map) return [...texts]
  const { doc, stacks } = map.store.state.getState()
  const { adding, drafts, exporting, filter } = map.settings.getState()
  add(doc)
  for (const { diff } of [...stacks.done, ...stacks.undone])
    add([diff.added, diff.removed, diff.updated])
  add([adding, Object.values(drafts), filter.text, filter.sectors, filter.resources])
  add([exporting['title'], exporting['subtitle'], exporting['footer']])
  return [...texts]
}

/**
 * A map as it is built, with every text in gibberish and every id a number: for bugs that only some maps meet.
 */
export function shapeOf(doc: MapDoc, inGibberish: (text: string) => string): string {
  const numbers = new Map<string, string>()
  const records: readonly AnyRecord[] = [
    doc.info,
    ...doc.stakeholders.values(),
    ...doc.relationships.values(),
    ...doc.sectors.values(),
    ...doc.resources.values(),
  ]
  for (const { id } of records) numbers.set(id, `#${numbers.size + 1}`)
  const shaped = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      return numbers.get(value) ?? (OURS.has(key) ? value : inGibberish(value))
    }
    if (Array.isArray(value)) return value.map((one) => shaped(one, key))
    if (!isObject(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([field, one]) => [field, shaped(one, field)]),
    )
  }
  return records.map((record) => JSON.stringify(shaped(record, ''))).join('\n')
}
