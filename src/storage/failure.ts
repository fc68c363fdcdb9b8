import { fail, type Result } from '../domain/result.ts'
import type { StorageCode, StorageFailure } from './types.ts'

const CODES: ReadonlyMap<string, StorageCode> = new Map([
  ['QuotaExceededError', 'quota'],
  ['ConstraintError', 'conflict'],
  ['VersionError', 'newer'],
  ['DatabaseClosedError', 'closed'],
  // What a closing connection answers to a new transaction, and to those it cuts off.
  ['InvalidStateError', 'closed'],
  ['AbortError', 'closed'],
  ['MissingAPIError', 'unavailable'],
  ['SecurityError', 'unavailable'],
  ['NotAllowedError', 'unavailable'],
])

/** Errors of a denied IndexedDB while opening; later the same names mean other things. */
const DENIED = new Set(['InvalidStateError', 'OpenFailedError'])

export const storageFailure = (code: StorageCode, detail: string): StorageFailure => ({
  code,
  detail,
})

/** A browser's or Dexie's error as a value. Dexie wraps a full disk: the cause is in `inner`. */
export function failureOf(error: unknown): StorageFailure {
  const { name, message, inner } = parts(error)
  const within = inner === undefined ? undefined : parts(inner)
  const code =
    (within && CODES.get(within.name)) ?? CODES.get(name) ?? ('unknown' satisfies StorageCode)
  return storageFailure(code, `${within?.name ?? name}: ${message}`)
}

/** The browser and Dexie speak in exceptions; from here on they are values. */
export async function attempt<T, E>(
  work: () => PromiseLike<Result<T, E>>,
): Promise<Result<T, E | StorageFailure>> {
  try {
    return await work()
  } catch (error) {
    return fail(failureOf(error))
  }
}

/** A failure for errors of opening a database. */
export function openFailureOf(error: unknown): StorageFailure {
  const failure = failureOf(error)
  const { name, inner } = parts(error)
  const denied = DENIED.has(name) || (inner !== undefined && DENIED.has(parts(inner).name))
  return denied && failure.code !== 'newer' && failure.code !== 'quota'
    ? { ...failure, code: 'unavailable' }
    : failure
}

function parts(error: unknown): { name: string; message: string; inner?: unknown } {
  if (typeof error !== 'object' || error === null) return { name: 'Error', message: String(error) }
  const name = 'name' in error && typeof error.name === 'string' ? error.name : 'Error'
  const message = 'message' in error && typeof error.message === 'string' ? error.message : ''
  const inner = 'inner' in error && error.inner ? error.inner : undefined
  return inner === undefined ? { name, message } : { name, message, inner }
}
