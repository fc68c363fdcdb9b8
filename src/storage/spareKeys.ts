import { own } from '../domain/check.ts'
import { ok, type Result } from '../domain/result.ts'
import { readCopy } from './copyFile.ts'
import { openCopyFolder } from './copyFolder.ts'
import type { Database } from './database.ts'
import { writeRows } from './mapWrite.ts'
import { decodeHeader } from './rows.ts'
import { decodeSealedHead } from './sealedHead.ts'
import type { Header, StorageFailure } from './types.ts'

/**
 * The header of a sealed map with the key envelope of its second copy instead of its own; null when there is none, or the
 * same one. The copy goes when the passphrase is changed, so that an old one never opens a map again.
 */
export async function withSpareKeys(header: Header): Promise<Header | null> {
  const head = decodeSealedHead(header.sealed)
  const folder = await openCopyFolder(false)
  const file = await folder?.file(header.id)
  const copy = file ? await readCopy(file) : null
  const kept = copy?.ok ? decodeHeader(copy.value.header) : null
  const keys = kept?.ok ? own(kept.value.sealed, 'keys') : undefined
  if (!head.ok || keys === undefined || isSame(keys, head.value.keys)) return null
  return { ...header, sealed: { ...head.value, keys } }
}

/** Writes a header whose keys have just opened the map in the place of one whose own did not. */
export async function keepSpareKeys(
  db: Database,
  header: Header,
  by: string,
): Promise<Result<null, StorageFailure>> {
  const rev = header.rev + 1
  const written = await writeRows(db, {
    header: { ...header, rev },
    by,
    firstRev: rev,
    puts: [],
    deletes: [],
  })
  return written.ok ? ok(null) : written
}

/** Envelopes are plain objects of numbers, words and bytes. */
const isSame = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other)
const textOf = (keys: unknown): string =>
  JSON.stringify(keys, (_, value: unknown) => (value instanceof Uint8Array ? [...value] : value))
