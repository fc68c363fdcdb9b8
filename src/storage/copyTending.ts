import { own } from '../domain/check.ts'
import { beforeName, canBeCopied, type CopyFolder, filesOf, newerName } from './copyFolder.ts'
import { type CopyHead, headOf, type MapRows, readCopy, writtenCopy } from './copyFile.ts'
import { answerTo, keysOf } from './openRaw.ts'
import { decodeHeader, isSealed } from './rows.ts'
import type { Header } from './types.ts'

/**
 * Brings every map's second copy up to its rev, and removes those that must not be there: of maps that were deleted for
 * good, and clear ones of maps that are sealed now. The database is only read. A map that can't be read keeps the copy
 * that it has, and a copy that is newer than its map is set aside: the database has lost what is in it. Says how many.
 */
export async function tendCopies(connection: IDBDatabase, folder: CopyFolder): Promise<number> {
  const inTables = await headersIn(connection)
  let newer = 0
  for (const header of inTables) {
    const file = await folder.file(header.id)
    const head = file && (await headOf(file))
    if (head?.rev !== header.rev || head.sealed !== isSealed(header)) {
      newer += await copyOf(connection, folder, header.id)
    }
  }
  const known = new Set<string>(inTables.map(({ id }) => id))
  const clear = new Set<string>(inTables.filter((one) => !isSealed(one)).map(({ id }) => id))
  const beside = [...(await folder.named(newerName)), ...(await folder.named(beforeName))]
  // What lies beside the copy of a map that is sealed is looked at each time, also where the copy is gone.
  const doubtful = [
    ...(await folder.ids()).filter((id) => !known.has(id)),
    ...beside.filter((id) => !clear.has(id)),
  ]
  for (const id of new Set(doubtful)) await removeUnwanted(connection, folder, id)
  return newer
}

/**
 * Removes what must not lie there of a map that is sealed, or whose header is not there or can't be read. Says whether
 * nothing is left to be offered.
 */
export async function removeUnwanted(
  connection: IDBDatabase,
  folder: CopyFolder,
  id: string,
): Promise<boolean> {
  return folder.alone(id, async () => {
    const claims = connection.transaction('claims').objectStore('claims')
    const isDeleted = (await answerTo(claims.count([id, 0, 'deleted']))) > 0
    const isSealedNow = (await answerTo(claims.count([id, 0, 'sealed']))) > 0
    for (const name of filesOf(id)) {
      const file = await folder.file(name)
      const isClear = file !== null && (await headOf(file))?.sealed !== true
      const isUnwanted = file === null || isDeleted || (isSealedNow && isClear)
      if (isUnwanted) await folder.removeFile(name)
    }
    return (await folder.file(id)) === null
  })
}

async function headersIn(connection: IDBDatabase): Promise<readonly Header[]> {
  const rows = await answerTo<unknown[]>(
    connection.transaction('maps').objectStore('maps').getAll(),
  )
  return rows.flatMap((row) => {
    const header = decodeHeader(row)
    return header.ok && canBeCopied(header.value.id) ? [header.value] : []
  })
}

/** Reads and writes under one lock: what was sealed or deleted meanwhile is not written as it was before. */
const copyOf = (connection: IDBDatabase, folder: CopyFolder, id: string): Promise<number> =>
  folder.alone(id, async () => {
    const whole = await readInParts(connection, id)
    // Somebody goes on writing it: the next change of the list of maps brings the next try.
    if (!whole) return 0
    const header = decodeHeader(whole.header)
    if (!header.ok) return 0
    const sealed = isSealed(header.value)
    const file = await folder.file(id)
    const before = file && (await headOf(file))
    if (before?.rev === header.value.rev && before.sealed === sealed) return 0
    // A clear copy doesn't wait for the sealed one to be written.
    if (file && sealed && before?.sealed !== true) await folder.remove(id)
    const isNewer = before !== null && before.sealed === sealed && before.rev > header.value.rev
    if (file && isNewer && !(await setAside(folder, id, { file, ...before }))) return 0
    await folder.write(id, await writtenCopy({ rev: header.value.rev, sealed }, whole))
    return isNewer ? 1 : 0
  })

/** Where the database goes back again, the newest of all stays. False when the disk is full. */
async function setAside(
  folder: CopyFolder,
  id: string,
  { file, rev, sealed }: CopyHead & { readonly file: Blob },
): Promise<boolean> {
  const there = await folder.file(newerName(id))
  const head = there && (await headOf(there))
  const isNewest = head !== null && head.sealed === sealed && head.rev >= rev
  if (there && isNewest && (await readCopy(there)).ok) return true
  return folder.write(newerName(id), file)
}

/**
 * Keeps the rows of a sealed map as they stand, before a newer copy takes their place. They stay in their boxes. False
 * when they could not be kept.
 */
export const keepBefore = (
  connection: IDBDatabase,
  folder: CopyFolder,
  id: string,
): Promise<boolean> =>
  folder.alone(id, async () => {
    const whole = await readInParts(connection, id)
    if (!whole || own(whole.header, 'sealed') === undefined) return false
    const rev = Number(own(whole.header, 'rev'))
    return folder.write(beforeName(id), await writtenCopy({ rev, sealed: true }, whole))
  })

/** So many rows are read at a time. */
const PART = 64
const TRIES = 3

/**
 * A map as it stands, read in short transactions: a browser drops what a page writes as it goes when that has to wait for
 * a long one. Null when it was written every time meanwhile.
 */
async function readInParts(connection: IDBDatabase, id: string): Promise<MapRows | null> {
  const headerNow = () =>
    answerTo<unknown>(connection.transaction('maps').objectStore('maps').get(id))
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const found = await headerNow()
    const rows = await rowsInParts(connection, id)
    if (own(await headerNow(), 'rev') === own(found, 'rev')) return { header: found, rows }
  }
  return null
}

async function rowsInParts(connection: IDBDatabase, id: string): Promise<readonly unknown[]> {
  const rows: unknown[] = []
  const readPart = async (range: IDBKeyRange): Promise<IDBValidKey | undefined> => {
    const records = connection.transaction('records').objectStore('records')
    const [part, keys] = await Promise.all([
      answerTo<unknown[]>(records.getAll(range, PART)),
      answerTo(records.getAllKeys(range, PART)),
    ])
    rows.push(...part)
    return keys.length < PART ? undefined : keys.at(-1)
  }
  let last = await readPart(keysOf(id))
  while (last !== undefined) last = await readPart(IDBKeyRange.bound(last, [id, []], true))
  return rows
}
