import { type CopyFolder, type CopyPorts, openCopyFolder } from '../../src/storage/copyFolder.ts'
import { fakeLocks } from '../unit/storage/fakeLocks.ts'

/** The private files of one imaginary browser, as far as second copies use them. */
export function privateFiles() {
  const files = new Map<string, Blob>()
  let isFull = false
  /** A write that has begun and will never end. */
  let isKilled = false
  const missing = () => new DOMException('', 'NotFoundError')

  const writable = (name: string) => {
    let content: Blob | null = null
    return {
      async write(part: Blob) {
        if (isFull) throw new DOMException('', 'QuotaExceededError')
        content = part
      },
      async close() {
        if (isKilled) await new Promise(() => undefined)
        if (content) files.set(name, new Blob([await content.arrayBuffer()]))
      },
      abort: async () => undefined,
    }
  }
  const handle = (name: string) => ({
    getFile: async () => files.get(name) ?? new Blob([]),
    createWritable: async () => writable(name),
  })
  const folder = {
    async *keys() {
      yield* files.keys()
    },
    async getFileHandle(name: string, options?: { create?: boolean }) {
      if (!files.has(name)) {
        if (!options?.create) throw missing()
        files.set(name, new Blob([]))
      }
      return handle(name)
    },
    async removeEntry(name: string) {
      if (!files.delete(name)) throw missing()
    },
  }
  let isMade = false
  const root = {
    async getDirectoryHandle(_name: string, options?: { create?: boolean }) {
      isMade ||= options?.create === true
      if (!isMade) throw missing()
      return folder
    },
  }
  const locks = fakeLocks()
  const ports: CopyPorts = {
    // Only what is used of it is there.
    root: async () => root as unknown as FileSystemDirectoryHandle,
    locks: () => locks,
  }
  return {
    files,
    ports,
    root,
    async folder(): Promise<CopyFolder> {
      const opened = await openCopyFolder(true, ports)
      if (!opened) throw new Error('no folder')
      return opened
    },
    fill: (full: boolean) => {
      isFull = full
    },
    kill: () => {
      isKilled = true
    },
  }
}
