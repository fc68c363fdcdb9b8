import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { DIST, serve } from '../../../scripts/serve.mjs'

const root = resolve(import.meta.dirname, '../../..')

/** The present build and a newer one, served in turn from one origin. */
export interface TwoBuilds {
  readonly url: string
  readonly serveThe: (build: 'older' | 'newer') => Promise<void>
  readonly remove: () => Promise<void>
}

export async function twoBuilds(): Promise<TwoBuilds> {
  const folder = await mkdtemp(join(tmpdir(), 'allyscope-builds-'))
  const [newer, served] = [join(folder, 'newer'), join(folder, 'served')]
  await buildNewer(newer)
  await cp(DIST, served, { recursive: true })
  const server = await serve({ folder: served, port: 0 })
  return {
    url: server.url,
    // Over the other's files: parts on demand of a page that is still open stay, as its offline copy keeps them.
    serveThe: (build) => cp(build === 'older' ? DIST : newer, served, { recursive: true }),
    remove: async () => {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** In a process of its own: a test runner's environment would make a build for development. */
function buildNewer(folder: string): Promise<void> {
  const vite = createRequire(import.meta.url).resolve('vite/package.json')
  const config = join(import.meta.dirname, 'newer.config.ts')
  const { NODE_ENV: _, ...env } = process.env
  const options = ['--config', config, '--outDir', folder, '--logLevel', 'warn']
  return new Promise((done, failed) => {
    const program = join(dirname(vite), 'bin/vite.js')
    const child = spawn(process.execPath, [program, 'build', ...options], { cwd: root, env })
    let said = ''
    child.stderr.on('data', (text) => (said += String(text)))
    child.on('error', failed)
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(said))))
  })
}
