import type { Page } from '@playwright/test'
import { badRows, oddRecords } from '../../support/badRows.ts'

/**
 * Writes past the app into the rows of a map: all bad rows, and records that make no sense together.
 * @returns how many bad ones were written; the page must run none of the app
 */
export const writeBadRows = (page: Page, mapId: string): Promise<number> =>
  inPage(
    page,
    `const rows = badRows(mapId).map(({ row }) => row)
     const odd = oddRecords().map((record) => ({ mapId, id: record.id, rev: 1, record }))
     const store = database.transaction('records', 'readwrite').objectStore('records')
     let written = 0
     for (const row of [...rows, ...odd]) {
       const done = await answer(store.add(row)).then(() => true, () => false)
       if (done && rows.includes(row)) written += 1
     }
     return written`,
    mapId,
  )

/**
 * How many bad rows still lie where they were written, and how many were set aside, each the same to the last byte.
 */
export const comparedBadRows = (
  page: Page,
  mapId: string,
): Promise<{ readonly inPlace: number; readonly setAside: number }> =>
  inPage(
    page,
    `const rows = badRows(mapId).map(({ row }) => row)
     const all = (table) => answer(database.transaction(table).objectStore(table).getAll())
     const [records, quarantine] = [await all('records'), (await all('quarantine')).map(({ raw }) => raw)]
     const among = async (list, row) => {
       for (const one of list) if (await same(one, row, new Map())) return true
       return false
     }
     let inPlace = 0, setAside = 0
     for (const row of rows) {
       if (await among(records.filter(({ id }) => indexedDB.cmp(id, row.id) === 0), row)) inPlace += 1
       if (await among(quarantine.filter(({ id }) => indexedDB.cmp(id, row.id) === 0), row)) setAside += 1
     }
     return { inPlace, setAside }`,
    mapId,
  )

/** Structured values that are the same in kind and in every part, the unequal NaN and the two zeros told apart. */
const SAME = `async function same(a, b, seen) {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return Object.is(a, b)
  if (seen.get(a) === b) return true
  seen.set(a, b)
  const kind = (value) => Object.prototype.toString.call(value)
  if (kind(a) !== kind(b)) return false
  if (a instanceof Blob) return a.type === b.type && (await a.text()) === (await b.text())
  if (a instanceof Date || ['[object Number]', '[object String]', '[object BigInt]', '[object Boolean]'].includes(kind(a)))
    { if (!Object.is(a.valueOf(), b.valueOf())) return false }
  if (a instanceof RegExp) return String(a) === String(b)
  if (a instanceof Error) return a.name === b.name && a.message === b.message
  if (a instanceof ArrayBuffer) return same(new Uint8Array(a), new Uint8Array(b), seen)
  if (ArrayBuffer.isView(a)) {
    const bytes = (view) => [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)]
    return bytes(a).join() === bytes(b).join()
  }
  if (a instanceof Map || a instanceof Set) return same([...a], [...b], seen)
  const keys = (value) => Object.getOwnPropertyNames(value).toSorted()
  if (keys(a).join('|') !== keys(b).join('|')) return false
  for (const key of keys(a)) if (!(await same(a[key], b[key], seen))) return false
  return true
}`

/** The makers of rows go along as text: what a row holds can't be handed into a page. */
const inPage = <T>(page: Page, body: string, mapId: string): Promise<T> =>
  page.evaluate<T>(`(async (mapId) => {
    ${SAME}
    ${String(badRows)}
    ${String(oddRecords)}
    const answer = (request) => new Promise((done, failed) => {
      request.addEventListener('success', () => done(request.result))
      request.addEventListener('error', (event) => { event.preventDefault(); event.stopPropagation(); failed(request.error) })
    })
    const database = await answer(indexedDB.open('allyscope'))
    try { ${body} } finally { database.close() }
  })(${JSON.stringify(mapId)})`)
