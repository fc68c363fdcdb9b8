import { own } from '../domain/check.ts'
import type { MapDoc, MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Bytes } from '../sealing/bytes.ts'
import type { SealOptions, Secret } from '../sealing/secrets.ts'
import { asObject, isSealedRow, openAside, readAside, sealAside } from './aside.ts'
import type { Database } from './database.ts'
import { attempt, storageFailure } from './failure.ts'
import { SEAL_VERSION } from './keyEnvelope.ts'
import { type Deriving, type KeyFailure, unwrapKey, wrapKeys } from './mapKeys.ts'
import { firstWrite } from './mapChanges.ts'
import { type Aside, type AsideStore, type RowWrite, writeRows } from './mapWrite.ts'
import { inBatches, openRow, sealHeader, sealRow, unlockedMap } from './sealedMap.ts'
import { hasRecoveryKey } from './rows.ts'
import { decodeSealedHead, type SealedHead } from './sealedHead.ts'
import type { Header, StorageFailure, WholeMap } from './types.ts'
import type { Unlocked } from './unlocked.ts'
import { boxesOf, newDataKey } from './vault.ts'

/** A map under a seal, with its key at hand. */
export interface SealedNow {
  readonly unlocked: Unlocked
  /** To be printed; it is kept nowhere. */
  readonly recoveryKey: string | null
}

type Failure = StorageFailure | { readonly code: KeyFailure }
type Outcome<T> = Promise<Result<T, Failure>>

interface Context {
  readonly db: Database
  /** Who writes; unique to this one write. */
  readonly by: string
  readonly deriving?: Deriving
  /** Asked right before the write, as making a key takes long; else it is a `conflict`. */
  readonly mayWrite?: () => boolean
}

/** Stores a new map under a seal: nothing of it is ever written in clear. */
export const createSealedMap = (
  { db, by, deriving }: Context,
  { doc, summary, now }: { doc: MapDoc; summary: unknown; now: string },
  options: SealOptions,
): Outcome<SealedNow> =>
  attempt(async () => {
    const seal = await newSeal(doc.info.id, options, deriving)
    if (!seal.ok) return seal
    const { boxes: _, ...made } = seal.value
    const write = firstWrite(doc, summary, now, by)
    const header = { ...write.header, sealed: { keys: made.keys } }
    return orDropped(made, () => made.unlocked.writer(db).write({ ...write, header }))
  })

/** Tries a secret on a locked map. */
export const unlockMap = (
  { id, sealed }: Header,
  secret: Secret,
  deriving?: Deriving,
): Outcome<Unlocked> =>
  attempt<Unlocked, Failure>(async () => {
    const head = headOf(sealed)
    if (!head.ok) return head
    const { keys } = head.value
    const key = await unwrapKey(id, keys, secret, deriving)
    if (!key.ok) return fail({ code: key.error })
    return ok(unlockedMap(id, hasRecoveryKey(sealed), await boxesOf(id, key.value)))
  })

/**
 * Seals a clear map: in one transaction all rows are put sealed, and all clear ones deleted, with the way it was
 * looked at; its restore points and what was set aside of it, too. What could not be read is sealed as it was found.
 */
export const sealMap = (
  context: Context,
  { header, rows }: WholeMap,
  options: SealOptions,
): Outcome<SealedNow> =>
  attempt(async () => {
    if (header.sealed !== undefined) return fail(storageFailure('conflict', 'sealed already'))
    const seal = await newSeal(header.id, options, context.deriving)
    if (!seal.ok) return seal
    const { boxes, keys, ...made } = seal.value
    return orDropped(made, async () => {
      const rev = header.rev + 1
      const puts: object[] = []
      await inBatches(rows, async (raw) => {
        const record = own(raw, 'record')
        const row = { id: String(own(raw, 'id')), record }
        // A box that no key opened when an earlier seal was taken off: there is nothing clear in it.
        const isBox = record === undefined && own(raw, 'box') !== undefined
        puts.push(isBox ? { ...asObject(raw) } : await sealRow(boxes, header.id, row, rev))
      })
      const sealed = await sealHeader(boxes, { ...header, rev }, keys)
      const aside = await convertAside(context.db, header.id, async (store, raw) =>
        isSealedRow(raw) ? raw : sealAside(boxes, header.id, store, asObject(raw)),
      )
      if (!aside.ok) return aside
      return writeAs(context, { header: sealed, puts, insteadOfAll: aside.value })
    })
  })

/** Takes the seal off. Rows whose box can't be opened stay as they are, those beside the records too. */
export const unsealMap = (
  context: Context,
  { header, rows }: WholeMap,
  secret: Secret,
): Outcome<null> =>
  attempt<null, Failure>(async () => {
    const { id: mapId } = header
    const head = headOf(header.sealed)
    if (!head.ok) return head
    const key = await unwrapKey(mapId, head.value.keys, secret, context.deriving)
    if (!key.ok) return fail({ code: key.error })
    const boxes = await boxesOf(mapId, key.value)
    try {
      const read = await unlockedMap(mapId, false, boxes).read(header, [])
      if (!read.ok) return read
      const rev = header.rev + 1
      const puts: object[] = []
      await inBatches(rows, async (raw) => {
        const opened = await openRow(boxes, raw)
        const id = opened.ok ? own(opened.value, 'id') : undefined
        puts.push(
          opened.ok && typeof id === 'string'
            ? { mapId, id, rev, record: own(opened.value, 'record') }
            : { ...asObject(raw) },
        )
      })
      const aside = await convertAside(context.db, mapId, async (store, raw) => {
        const opened = await openAside(boxes, store, raw)
        return opened.ok ? opened.value : raw
      })
      if (!aside.ok) return aside
      const { sealed: _, ...clear } = read.value.header
      const write = { header: { ...clear, rev }, puts, insteadOfAll: aside.value }
      return await writeAs(context, write)
    } finally {
      boxes.drop()
    }
  })

/** Wraps the map's key anew; no row is touched. */
export const changeSecrets = (
  context: Context,
  { header }: WholeMap,
  secret: Secret,
  options: SealOptions,
): Outcome<SealedNow> =>
  attempt<SealedNow, Failure>(async () => {
    const { id } = header
    const head = headOf(header.sealed)
    if (!head.ok) return head
    const key = await unwrapKey(id, head.value.keys, secret, context.deriving)
    if (!key.ok) return fail({ code: key.error })
    try {
      const wrapped = await wrapKeys(id, key.value, options, context.deriving)
      if (!wrapped.ok) return fail({ code: wrapped.error })
      const { keys, recoveryKey } = wrapped.value
      const sealed: SealedHead = { ...head.value, keys }
      const written = await writeAs(context, { header: { ...header, rev: header.rev + 1, sealed } })
      if (!written.ok) return written
      const unlocked = unlockedMap(id, recoveryKey !== null, await boxesOf(id, key.value))
      return ok({ unlocked, recoveryKey })
    } finally {
      key.value.fill(0)
    }
  })

/** The rows beside the records, each as it is to be from now on. */
async function convertAside(
  db: Database,
  id: MapId,
  convert: (store: AsideStore, raw: unknown) => Promise<unknown>,
): Promise<Result<Aside<object>, StorageFailure>> {
  const found = await readAside(db, id)
  if (!found.ok) return found
  const converted = async (store: AsideStore) => {
    const rows: object[] = []
    await inBatches(found.value[store], async (raw) => {
      rows.push(asObject(await convert(store, raw)))
    })
    return rows
  }
  return ok({
    restorePoints: await converted('restorePoints'),
    quarantine: await converted('quarantine'),
  })
}

async function newSeal(id: MapId, options: SealOptions, deriving?: Deriving) {
  const dataKey: Bytes = newDataKey()
  try {
    const wrapped = await wrapKeys(id, dataKey, options, deriving)
    if (!wrapped.ok) return fail({ code: wrapped.error })
    const { keys, recoveryKey } = wrapped.value
    const boxes = await boxesOf(id, dataKey)
    return ok({ boxes, keys, recoveryKey, unlocked: unlockedMap(id, recoveryKey !== null, boxes) })
  } finally {
    dataKey.fill(0)
  }
}

/** What was made, once it is stored; a key of what is not stored doesn't stay. */
async function orDropped(
  { unlocked, recoveryKey }: SealedNow,
  write: () => Promise<Result<null, StorageFailure>>,
): Outcome<SealedNow> {
  let isStored = false
  try {
    const written = await write()
    isStored = written.ok
    return written.ok ? ok({ unlocked, recoveryKey }) : written
  } finally {
    if (!isStored) unlocked.drop()
  }
}

async function writeAs(
  { db, by, mayWrite }: Context,
  write: Pick<RowWrite, 'header' | 'insteadOfAll'> & { readonly puts?: readonly object[] },
): Promise<Result<null, StorageFailure>> {
  if (mayWrite?.() === false) return fail(storageFailure('conflict', 'no longer the writer'))
  return writeRows(db, { puts: [], ...write, by, firstRev: write.header.rev, deletes: [] })
}

function headOf(sealed: unknown): Result<SealedHead, StorageFailure> {
  if (sealed === undefined) return fail(storageFailure('conflict', 'not sealed'))
  const head = decodeSealedHead(sealed)
  if (!head.ok) return fail(storageFailure('unknown', 'seal: out of shape'))
  return head.value.version > SEAL_VERSION ? fail(storageFailure('newer', 'seal')) : head
}
