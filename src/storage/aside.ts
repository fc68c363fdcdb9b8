import { Dexie } from 'dexie'
import { own } from '../domain/check.ts'
import type { MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Database } from './database.ts'
import { failureOf } from './failure.ts'
import { type Aside, type AsideStore, claimKind } from './mapWrite.ts'
import { fromPlain } from './fromPlain.ts'
import { toPlain } from './plainValues.ts'
import { commitAtOnce } from './transaction.ts'
import type { StorageFailure } from './types.ts'
import type { Boxes, Place } from './vault.ts'

/**
 * Rows that belong to a map besides its records. In clear they are `{mapId, id, …}`; of a sealed map `{mapId, id, rev?,
 * box, content?}`: a field that is not named here is in the box, so that none can be forgotten.
 */

interface Form {
  readonly kind: Place['kind']
  /** The large part, sealed on its own so that a list of rows needs not open it. */
  readonly content: Place['kind'] | null
  /** Ids that may mean something are replaced, as those of records are. */
  readonly ownIds: boolean
}

const FORMS: Readonly<Record<AsideStore, Form>> = {
  restorePoints: { kind: 'point', content: 'point content', ownIds: true },
  quarantine: { kind: 'quarantine', content: null, ownIds: false },
}

/** Those of one sort as they stand, sealed or clear. */
export async function readAsideOf(
  db: Database,
  store: AsideStore,
  id: MapId,
): Promise<Result<readonly unknown[], StorageFailure>> {
  try {
    const rows = db.dexie[store].where('[mapId+id]')
    return ok(await rows.between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray())
  } catch (error) {
    return fail(failureOf(error))
  }
}

/** All as they stand, sealed or clear. */
export async function readAside(
  db: Database,
  id: MapId,
): Promise<Result<Aside<unknown>, StorageFailure>> {
  const [points, found] = await Promise.all([
    readAsideOf(db, 'restorePoints', id),
    readAsideOf(db, 'quarantine', id),
  ])
  if (!points.ok) return points
  return found.ok ? ok({ restorePoints: points.value, quarantine: found.value }) : found
}

/**
 * Writes and deletes rows in one strict transaction; when the connection is open, it is placed before this returns. `conflict` when the map was deleted for good meanwhile, or is not
 * sealed or clear as the caller thinks: a clear row never gets into a sealed map.
 */
export async function writeAside(
  db: Database,
  store: AsideStore,
  to: { readonly mapId: MapId; readonly sealed: boolean },
  change: { readonly puts?: readonly object[]; readonly deletes?: readonly string[] },
): Promise<Result<null, StorageFailure>> {
  const connection = db.connection()
  const connected = connection ? ok(connection) : await db.connect()
  if (!connected.ok) return connected
  return commitAtOnce(connected.value, ['claims', store], 'strict', (transaction) => {
    claimKind(transaction.objectStore('claims'), to.mapId, to.sealed)
    const rows = transaction.objectStore(store)
    for (const id of change.deletes ?? []) rows.delete([to.mapId, id])
    for (const row of change.puts ?? []) rows.put(row)
  })
}

/** A row as it was found; what is none says nothing. */
export const asObject = (raw: unknown): object =>
  typeof raw === 'object' && raw !== null ? raw : {}

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array
const SEALED_FIELDS = new Set(['mapId', 'id', 'rev', 'box', 'content'])

/** Whether all that a row says is in boxes already. */
export const isSealedRow = (raw: unknown): boolean =>
  typeof raw === 'object' &&
  raw !== null &&
  isBytes(own(raw, 'box')) &&
  (own(raw, 'content') === undefined || isBytes(own(raw, 'content'))) &&
  Object.keys(raw).every((key) => SEALED_FIELDS.has(key))

const revOf = (raw: unknown): number | null => {
  const rev = own(raw, 'rev')
  return typeof rev === 'number' && Number.isSafeInteger(rev) && rev >= 0 ? rev : null
}

/** A clear row with everything that it says in boxes; one that could not be read, too. */
export async function sealAside(
  boxes: Boxes,
  mapId: MapId,
  store: AsideStore,
  row: object,
): Promise<object> {
  const form = FORMS[store]
  const rev = revOf(row)
  const clearId = own(row, 'id')
  const id = form.ownIds && typeof clearId === 'string' ? clearId : boxes.rowKey(String(clearId))
  const place = { row: id, rev: rev ?? 0 }
  const content = form.content === null ? undefined : own(row, 'content')
  const inBox = Object.entries(row).filter(
    ([key]) =>
      key !== 'mapId' &&
      !(key === 'rev' && rev !== null) &&
      !(key === 'content' && form.content !== null),
  )
  return {
    mapId,
    id,
    ...(rev === null ? {} : { rev }),
    box: await boxes.seal({ ...place, kind: form.kind }, await toPlain(Object.fromEntries(inBox))),
    ...(form.content === null || content === undefined
      ? {}
      : { content: await boxes.seal({ ...place, kind: form.content }, await toPlain(content)) }),
  }
}

/** The clear row again. `list`: without its content. */
export async function openAside(
  boxes: Boxes,
  store: AsideStore,
  raw: unknown,
  how: 'whole' | 'list' = 'whole',
): Promise<Result<object, 'broken'>> {
  const form = FORMS[store]
  const rev = revOf(raw)
  const place = { row: String(own(raw, 'id')), rev: rev ?? 0 }
  const opened = await openPlain(boxes, { ...place, kind: form.kind }, own(raw, 'box'))
  if (!opened.ok || typeof opened.value !== 'object') return fail('broken')
  const row = {
    ...opened.value,
    mapId: own(raw, 'mapId'),
    ...(rev === null ? {} : { rev }),
  }
  const sealed = own(raw, 'content')
  if (form.content === null || how === 'list' || sealed === undefined) return ok(row)
  const content = await openPlain(boxes, { ...place, kind: form.content }, sealed)
  return content.ok ? ok({ ...row, content: content.value }) : content
}

async function openPlain(
  boxes: Boxes,
  place: Place,
  box: unknown,
): Promise<Result<unknown, 'broken'>> {
  const content = await boxes.open(place, box)
  const plain = content.ok ? fromPlain(content.value) : content
  return plain.ok ? plain : fail('broken')
}
