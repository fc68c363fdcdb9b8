import { open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chance } from '../../../src/drawing/network/layout/chance.ts'

/** What may happen to a closed browser's files between two starts: a disk that errs, a cleaner that is too eager. */

/** Where Chromium keeps what, inside the profile. */
export const DATABASE = 'Default/IndexedDB'
export const PRIVATE_FILES = 'Default/File System'
export const SMALL_VALUES = 'Default/Local Storage'
export const OFFLINE_COPY = 'Default/Service Worker'

async function filesIn(profile: string, folder: string, named: RegExp): Promise<string[]> {
  const entries = await readdir(join(profile, folder), { recursive: true, withFileTypes: true })
  const found = entries.flatMap((entry) =>
    entry.isFile() && named.test(entry.name) ? [join(entry.parentPath, entry.name)] : [],
  )
  if (found.length === 0) throw new Error(`nothing in ${folder} is called ${String(named)}`)
  return found
}

export type Damage = (profile: string) => Promise<void>

/** The folder and all in it are gone. */
export const gone =
  (folder: string): Damage =>
  (profile) =>
    rm(join(profile, folder), { recursive: true, force: true })

const each =
  (folder: string, named: RegExp, harm: (file: string) => Promise<void>): Damage =>
  async (profile) => {
    for (const file of await filesIn(profile, folder, named)) await harm(file)
  }

export const deleted = (folder: string, named: RegExp): Damage =>
  each(folder, named, (file) => rm(file))

/** @param share of its length that is left */
export const cutOff = (folder: string, named: RegExp, share: number): Damage =>
  each(folder, named, async (file) => {
    const { length } = await readFile(file)
    await truncate(file, Math.floor(length * share))
  })

/** One bit in each of so many bytes, by chance but always the same ones. */
export const flipped = (folder: string, named: RegExp, count: number): Damage =>
  each(folder, named, async (file) => {
    const random = chance(count)
    const bytes = await readFile(file)
    for (let i = 0; i < count && bytes.length > 0; i += 1) {
      const at = Math.floor(random() * bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    }
    await writeFile(file, bytes)
  })

/** A stretch in the middle, as of a sector that can't be read any more. */
export const zeroed = (folder: string, named: RegExp): Damage =>
  each(folder, named, async (file) => {
    const { length } = await readFile(file)
    const handle = await open(file, 'r+')
    await handle.write(Buffer.alloc(Math.floor(length / 4)), 0, undefined, Math.floor(length / 3))
    await handle.close()
  })

/** One after the other. */
export const all =
  (...damages: readonly Damage[]): Damage =>
  async (profile) => {
    for (const damage of damages) await damage(profile)
  }
