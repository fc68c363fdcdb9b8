import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DIST, serve } from '../../../scripts/serve.mjs'

/** A server of a test's own, with a copy of the build that can be replaced by a newer one. */
export interface Deployment {
  readonly url: string
  /**
   * Publishes another build; its page says `data-release` on the root element. `without`: the part on demand of this
   * name is another one there, and the old one is no longer to be had.
   */
  readonly release: (name: string, without?: string) => Promise<void>
  /** Takes the server off the network, and leaves the folder. */
  readonly stop: () => Promise<void>
  readonly remove: () => Promise<void>
}

export async function deploy(): Promise<Deployment> {
  const folder = await mkdtemp(join(tmpdir(), 'allyscope-deployed-'))
  await cp(DIST, folder, { recursive: true })
  const server = await serve({ folder, port: 0 })
  const edit = async (file: string, change: (text: string) => string): Promise<void> => {
    const before = await readFile(join(folder, file), 'utf8')
    const after = change(before)
    if (after === before) throw new Error(`${file} has nothing to change for a new release`)
    await writeFile(join(folder, file), after)
  }
  let serving = true
  const stop = async (): Promise<void> => {
    if (serving) await server.close()
    serving = false
  }
  return {
    url: server.url,
    release: async (name, without) => {
      if (without !== undefined) {
        const assets = await readdir(join(folder, 'assets'))
        const part = assets.find((file) => file.startsWith(`${without}-`) && file.endsWith('.js'))
        if (part === undefined) throw new Error(`${without} is no part on demand`)
        await rm(join(folder, 'assets', part))
        await edit('sw.js', (worker) => worker.replace(`,assets/${part}`, ''))
      }
      await edit('index.html', (page) =>
        page.replace(/<html[^>]*>/, `<html lang="en" data-release="${name}">`),
      )
      // The version is a hash of 16 hexadecimal digits, put in by the build.
      await edit('sw.js', (worker) => worker.replace(/\b[0-9a-f]{16}\b/, name.padEnd(16, '0')))
    },
    stop,
    remove: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
