import { own } from '../domain/check.ts'
import type { MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { readAsideOf, writeAside } from './aside.ts'
import { checksum } from './checksum.ts'
import type { Database } from './database.ts'
import { attempt, failureOf, storageFailure } from './failure.ts'
import { claimKind } from './mapWrite.ts'
import { plainNow } from './plainValues.ts'
import type { StorageFailure, UnreadableRow } from './types.ts'
import type { Unlocked } from './unlocked.ts'

/**
 * Rows of a map that could not be read, copied byte for byte before the map is written for the first time: one row each,
 * `{mapId, id, reason, at, raw}`, in a box for a sealed map (aside.ts). The row itself stays where it was found. What is
 * written over it later, by going back to a restore point, say, leaves the copy alone, and a second damage of the same
 * row is a second copy.
 */

/** The map; the key of a sealed one. */
export interface QuarantineOf {
  readonly db: Database
  readonly mapId: MapId
  readonly key: Unlocked | null
}

/** A copy, as it was opened; `raw` is undefined when its box does not open. */
export interface SetAside {
  /** Key of the copy. */
  readonly id: string
  readonly reason: string
  /** ISO 8601, UTC; empty when it isn't known. */
  readonly at: string
  readonly raw: unknown
  /** The copy as it lies on the disk: sealed for a sealed map. */
  readonly row: object
}

type Outcome<T> = Promise<Result<T, StorageFailure>>

const textOf = (raw: unknown): string => JSON.stringify(plainNow(raw, ({ size }) => String(size)))

/** The same for the same row with the same contents. */
function copyIdOf({ id, raw }: UnreadableRow): string {
  const text = textOf(raw)
  return `${id} ${text.length}-${checksum(new TextEncoder().encode(text))}`
}

/** The copies to be made of rows as they were found. */
const copiesOf = (
  { mapId, key }: QuarantineOf,
  unreadable: readonly UnreadableRow[],
  at: string,
): Promise<object[]> =>
  Promise.all(
    unreadable.map(async (found) => {
      const { reason, raw } = found
      const copy = { mapId, id: copyIdOf(found), reason, at, raw }
      return key ? key.sealAside('quarantine', copy) : copy
    }),
  )

const idOf = (row: unknown): string => String(own(row, 'id'))

/** Copies what could not be read, unless it has been copied before. Says how many copies are new. */
export const setAside = (
  of: QuarantineOf,
  unreadable: readonly UnreadableRow[],
  at: string,
): Outcome<number> =>
  attempt(async () => {
    const found = await readAsideOf(of.db, 'quarantine', of.mapId)
    if (!found.ok) return found
    const known = new Set(found.value.map(idOf))
    const puts = (await copiesOf(of, unreadable, at)).filter((copy) => !known.has(idOf(copy)))
    if (puts.length === 0) return ok(0)
    const written = await writeAside(of.db, 'quarantine', kindOf(of), { puts })
    return written.ok ? ok(puts.length) : written
  })

/** All copies, and first what could not be read just now, whether it has been copied already or not. */
export const damagedParts = (
  of: QuarantineOf,
  unreadable: readonly UnreadableRow[],
  at: string,
): Outcome<readonly (SetAside & { readonly isStill: boolean })[]> =>
  attempt(async () => {
    const found = await readAsideOf(of.db, 'quarantine', of.mapId)
    if (!found.ok) return found
    const copies = new Map<string, object>()
    for (const row of await copiesOf(of, unreadable, at)) copies.set(idOf(row), row)
    const still = new Set(copies.keys())
    for (const row of found.value) {
      if (typeof row === 'object' && row !== null) copies.set(idOf(row), row)
    }
    const parts = await Promise.all(Array.from(copies.values(), (row) => opened(of, row)))
    return ok(parts.map((part) => ({ ...part, isStill: still.has(part.id) })))
  })

async function opened({ key }: QuarantineOf, row: object): Promise<SetAside> {
  // A header was set aside when there was no key at hand.
  const isSealed = key && own(row, 'box') !== undefined
  const clear = isSealed ? await key.openAside('quarantine', row) : ok(row)
  const field = (name: string, otherwise: string) => {
    const value = clear.ok ? own(clear.value, name) : undefined
    return typeof value === 'string' ? value : otherwise
  }
  return {
    id: idOf(row),
    reason: field('reason', clear.ok ? '' : 'seal: broken'),
    at: field('at', ''),
    raw: clear.ok ? own(clear.value, 'raw') : undefined,
    row,
  }
}

/**
 * Forgets copies, and the rows that they are copies of where those still stand as they were found. `conflict` when the
 * map was deleted for good meanwhile, or is not sealed or clear as the caller thinks.
 */
export async function forgetDamaged(
  { db, mapId, key }: QuarantineOf,
  parts: readonly SetAside[],
): Outcome<null> {
  const connected = await db.connect()
  if (!connected.ok) return connected
  const stores = ['claims', 'records', 'quarantine']
  return new Promise((resolve) => {
    try {
      const transaction = connected.value.transaction(stores, 'readwrite', { durability: 'strict' })
      transaction.oncomplete = () => resolve(ok(null))
      transaction.onabort = () => {
        const { error } = transaction
        resolve(fail(error ? failureOf(error) : storageFailure('closed', 'aborted')))
      }
      claimKind(transaction.objectStore('claims'), mapId, key !== null)
      for (const { id, raw } of parts) {
        transaction.objectStore('quarantine').delete([mapId, id])
        deleteIfStill(transaction.objectStore('records'), mapId, raw)
      }
    } catch (error) {
      resolve(fail(failureOf(error)))
    }
  })
}

function deleteIfStill(records: IDBObjectStore, mapId: MapId, raw: unknown): void {
  const row = own(raw, 'id')
  if (!isKey(row)) return
  const request = records.get([mapId, row])
  request.onsuccess = () => {
    if (textOf(request.result) === textOf(raw)) records.delete([mapId, row])
  }
}

const kindOf = ({ mapId, key }: QuarantineOf) => ({ mapId, sealed: key !== null })

/** Whether a value can be part of a row's key. */
function isKey(value: unknown): value is IDBValidKey {
  try {
    return value !== undefined && indexedDB.cmp(value, value) === 0
  } catch {
    return false
  }
}
