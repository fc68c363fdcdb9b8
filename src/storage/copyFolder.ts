/** Where second copies of maps lie among the browser's private files for this app, beside its database. */
export const COPIES = 'copies'

/** Names of files are random ids of maps; anything else in there is debris of a write that was cut off. */
const NAME = /^[\w-]{1,100}$/u
export const canBeCopied = (id: string): boolean => NAME.test(id)

/**
 * A copy that was newer than its map is kept beside the next one under this name: the database has gone back in time, as
 * after damage to its files.
 */
export const newerName = (id: string): string => `${id}.newer`

/** What stood in the database of a sealed map when a newer copy took its place; only raw copies have it. */
export const beforeName = (id: string): string => `${id}.before`

/** All that a map may have; its copy goes last. */
export const filesOf = (id: string): readonly string[] => [beforeName(id), newerName(id), id]

/** The files of second copies. Nothing here throws: what can't be done is not done. */
export interface CopyFolder {
  /** Ids of the maps that have a file. */
  ids(): Promise<readonly string[]>
  /** Ids of the maps that have a file of that name, as `newerName`. */
  named(nameOf: (id: string) => string): Promise<readonly string[]>
  /** null when there is none. */
  file(name: string): Promise<Blob | null>
  /** All of it or nothing: a browser that is killed meanwhile leaves the file before. False when the disk is full. */
  write(name: string, content: Blob): Promise<boolean>
  /** With all that is kept beside it. False when a file may still be there. */
  remove(id: string): Promise<boolean>
  /** That one alone. */
  removeFile(name: string): Promise<boolean>
  /** While this runs, no other tab and no worker touches the map's file. */
  alone<T>(id: string, work: () => Promise<T>): Promise<T>
}

export interface CopyPorts {
  /** The browser's private files; null where it has none or denies them. */
  readonly root: () => Promise<FileSystemDirectoryHandle | null>
  /** Without them a clear copy could come back after its map was sealed: then no copies are kept. */
  readonly locks: () => LockManager | null
}

const browserFiles: CopyPorts = {
  root: async () => {
    try {
      return await navigator.storage.getDirectory()
    } catch {
      return null
    }
  },
  locks: () => ('navigator' in globalThis && 'locks' in navigator ? navigator.locks : null),
}

/** null where copies can't be kept, and when there are none unless `make`. */
export async function openCopyFolder(
  make: boolean,
  ports: CopyPorts = browserFiles,
): Promise<CopyFolder | null> {
  const locks = ports.locks()
  if (!locks) return null
  const folder = await granted(async () =>
    (await ports.root())?.getDirectoryHandle(COPIES, { create: make }),
  )
  return folder ? copyFolder(folder, locks) : null
}

const copyFolder = (folder: FileSystemDirectoryHandle, locks: LockManager): CopyFolder => {
  const names = async () => {
    const found: string[] = []
    await granted(async () => {
      for await (const name of folder.keys()) found.push(name)
    })
    return found
  }
  const remove = async (name: string) => {
    await granted(() => folder.removeEntry(name))
    try {
      await folder.getFileHandle(name)
      return false
    } catch (error) {
      // Any other reason tells nothing of the file.
      return error instanceof DOMException && error.name === 'NotFoundError'
    }
  }
  return {
    ids: async () => (await names()).filter(canBeCopied),

    named: async (nameOf) =>
      (await names()).flatMap((name) => {
        const id = name.slice(0, -nameOf('').length)
        return canBeCopied(id) && name === nameOf(id) ? [id] : []
      }),

    async file(name) {
      const handle = await granted(() => folder.getFileHandle(name))
      const file = await granted(async () => handle?.getFile())
      // The first write of a map was cut off.
      return file && file.size > 0 ? file : null
    },

    write: async (name, content) =>
      (await granted(async () => {
        const handle = await folder.getFileHandle(name, { create: true })
        const stream = await handle.createWritable()
        try {
          await stream.write(content)
          // Only now it takes the place of the file before.
          await stream.close()
        } catch (error) {
          await stream.abort().catch(() => undefined)
          throw error
        }
        return true
      })) ?? false,

    async remove(id) {
      const gone: boolean[] = []
      for (const name of filesOf(id)) gone.push(await remove(name))
      return gone.every(Boolean)
    },
    removeFile: remove,

    alone: (id, work) => locks.request(`allyscope-copy-${id}`, work),
  }
}

/** undefined when the browser refuses. */
async function granted<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}
