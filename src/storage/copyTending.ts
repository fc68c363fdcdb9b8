import { own } from '../domain/check.ts'
import { canBeCopied, type CopyFolder, newerName } from './copyFolder.ts'
import { headOf, writtenCopy } from './copyFile.ts'
import { answerTo, keysOf } from './openRaw.ts'
import { decodeHeader } from './rows.ts'
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
  for (const id of await folder.ids()) {
    if (!known.has(id)) await removeUnwanted(connection, folder, id)
  }
  return newer
}

/** Of a map whose header is not there or can't be read: whether its copy may be offered. */
export async function removeUnwanted(
  connection: IDBDatabase,
  folder: CopyFolder,
  id: string,
): Promise<boolean> {
  return folder.alone(id, async () => {
    const claims = connection.transaction('claims').objectStore('claims')
    const isDeleted = (await answerTo(claims.count([id, 0, 'deleted']))) > 0
    const isSealedNow = (await answerTo(claims.count([id, 0, 'sealed']))) > 0
    const file = await folder.file(id)
    const isClear = file !== null && (await headOf(file))?.sealed !== true
    const isUnwanted = file === null || isDeleted || (isSealedNow && isClear)
    if (isUnwanted) await folder.remove(id)
    return isUnwanted
  })
}

const isSealed = ({ sealed }: Header) => sealed !== undefined

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
    const tables = connection.transaction(['maps', 'records'])
    const [found, rows] = await Promise.all([
      answerTo<unknown>(tables.objectStore('maps').get(id)),
      answerTo<unknown[]>(tables.objectStore('records').getAll(keysOf(id))),
    ])
    const header = decodeHeader(found)
    if (!header.ok) return 0
    const sealed = own(found, 'sealed') !== undefined
    const file = await folder.file(id)
    const before = file && (await headOf(file))
    if (before?.rev === header.value.rev && before.sealed === sealed) return 0
    // A clear copy doesn't wait for the sealed one to be written.
    if (file && sealed && before?.sealed !== true) await folder.remove(id)
    const isNewer = before !== null && before.sealed === sealed && before.rev > header.value.rev
    if (file && isNewer && !(await folder.write(newerName(id), file))) return 0
    await folder.write(
      id,
      await writtenCopy({ rev: header.value.rev, sealed }, { header: found, rows }),
    )
    return isNewer ? 1 : 0
  })
