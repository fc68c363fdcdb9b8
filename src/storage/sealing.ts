import { own } from '../domain/check.ts'
import type { MapDoc, MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Bytes } from '../sealing/bytes.ts'
import type { Database } from './database.ts'
import { failureOf, storageFailure } from './failure.ts'
import { SEAL_VERSION } from './keyEnvelope.ts'
import { type Deriving, type KeyFailure, unwrapKey, wrapKeys } from './mapKeys.ts'
import { firstWrite, writeRows } from './mapWrite.ts'
import { inBatches, openRow, sealHeader, sealRow, unlockedMap } from './sealedMap.ts'
import { decodeSealedHead, type SealedHead } from './sealedHead.ts'
import type { Header, Secret, StorageFailure, WholeMap } from './types.ts'
import type { Unlocked } from './unlocked.ts'
import { boxesOf, newDataKey } from './vault.ts'

export interface SealingOptions {
  readonly passphrase: string
  readonly withRecoveryKey: boolean
}

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
}

/** Stores a new map under a seal: nothing of it is ever written in clear. */
export const createSealedMap = (
  { db, by, deriving }: Context,
  { doc, summary, now }: { doc: MapDoc; summary: unknown; now: string },
  options: SealingOptions,
): Outcome<SealedNow> =>
  attempt(async () => {
    const seal = await newSeal(doc.info.id, options, deriving)
    if (!seal.ok) return seal
    const { boxes: _, ...made } = seal.value
    const write = firstWrite(doc, summary, now, by)
    const header = { ...write.header, sealed: { keys: made.keys } }
    const written = await made.unlocked.writer(db).write({ ...write, header })
    return written.ok ? ok(made) : written
  })

/** Tries a secret on a locked map. */
export const unlockMap = (
  { id, sealed }: Header,
  secret: Secret,
  deriving?: Deriving,
): Outcome<Unlocked> =>
  attempt(async () => {
    const head = headOf(sealed)
    if (!head.ok) return head
    const { keys } = head.value
    const key = await unwrapKey(id, keys, secret, deriving)
    if (!key.ok) return fail({ code: key.error })
    const hasRecoveryKey = own(keys, 'recovery') !== null
    return ok(unlockedMap(id, hasRecoveryKey, await boxesOf(id, key.value)))
  })

/**
 * Seals a clear map: in one transaction all rows are put sealed, and all clear ones deleted, with the way it was
 * looked at. What could not be read is sealed as it was found.
 */
export const sealMap = (
  { db, by, deriving }: Context,
  { header, rows }: WholeMap,
  options: SealingOptions,
): Outcome<SealedNow> =>
  attempt(async () => {
    if (header.sealed !== undefined) return fail(storageFailure('conflict', 'sealed already'))
    const seal = await newSeal(header.id, options, deriving)
    if (!seal.ok) return seal
    const { boxes, keys, ...made } = seal.value
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
    const write = { header: sealed, by, firstRev: rev, puts, deletes: [], insteadOfAll: true }
    const written = await writeRows(db, write)
    return written.ok ? ok(made) : written
  })

/** Takes the seal off. Rows whose box can't be opened stay as they are. */
export const unsealMap = (
  { db, by, deriving }: Context,
  { header, rows }: WholeMap,
  secret: Secret,
): Outcome<null> =>
  attempt(async () => {
    const { id: mapId } = header
    const head = headOf(header.sealed)
    if (!head.ok) return head
    const key = await unwrapKey(mapId, head.value.keys, secret, deriving)
    if (!key.ok) return fail({ code: key.error })
    const boxes = await boxesOf(mapId, key.value)
    const read = await unlockedMap(mapId, false, boxes).read(header, [])
    if (!read.ok) {
      boxes.drop()
      return read
    }
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
    boxes.drop()
    const { sealed: _, ...clear } = read.value.header
    const write = { header: { ...clear, rev }, by, firstRev: rev, puts, deletes: [] }
    return writeRows(db, { ...write, insteadOfAll: true })
  })

/** Wraps the map's key anew; no row is touched. */
export const changeSecrets = (
  { db, by, deriving }: Context,
  { header }: WholeMap,
  secret: Secret,
  options: SealingOptions,
): Outcome<SealedNow> =>
  attempt(async () => {
    const { id } = header
    const head = headOf(header.sealed)
    if (!head.ok) return head
    const key = await unwrapKey(id, head.value.keys, secret, deriving)
    if (!key.ok) return fail({ code: key.error })
    const wrapped = await wrapKeys(id, key.value, options, deriving)
    if (!wrapped.ok) return fail({ code: wrapped.error })
    const { keys, recoveryKey } = wrapped.value
    const rev = header.rev + 1
    const next = { ...header, rev, sealed: { ...head.value, keys } satisfies SealedHead }
    const written = await writeRows(db, { header: next, by, firstRev: rev, puts: [], deletes: [] })
    if (!written.ok) return written
    const unlocked = unlockedMap(id, recoveryKey !== null, await boxesOf(id, key.value))
    return ok({ unlocked, recoveryKey })
  })

async function newSeal(id: MapId, options: SealingOptions, deriving?: Deriving) {
  const dataKey: Bytes = newDataKey()
  const wrapped = await wrapKeys(id, dataKey, options, deriving)
  if (!wrapped.ok) return fail({ code: wrapped.error })
  const { keys, recoveryKey } = wrapped.value
  const boxes = await boxesOf(id, dataKey)
  return ok({ boxes, keys, recoveryKey, unlocked: unlockedMap(id, recoveryKey !== null, boxes) })
}

function headOf(sealed: unknown): Result<SealedHead, StorageFailure> {
  if (sealed === undefined) return fail(storageFailure('conflict', 'not sealed'))
  const head = decodeSealedHead(sealed)
  if (!head.ok) return fail(storageFailure('unknown', 'seal: out of shape'))
  return head.value.version > SEAL_VERSION ? fail(storageFailure('newer', 'seal')) : head
}

const asObject = (raw: unknown): object => (typeof raw === 'object' && raw !== null ? raw : {})

async function attempt<T>(work: () => Promise<Result<T, Failure>>): Outcome<T> {
  try {
    return await work()
  } catch (error) {
    return fail(failureOf(error))
  }
}
