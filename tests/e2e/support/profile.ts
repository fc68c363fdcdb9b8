import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { type BrowserContext, chromium, type LaunchOptions, type Page } from '@playwright/test'
import { inflatedParts } from '../../support/inflated.ts'
import { tableBlocks } from '../../support/levelDbTable.ts'
import type { Markers } from '../../support/markers.ts'

/** A browser that was started with a profile. */
export interface Started {
  readonly context: BrowserContext
  readonly page: Page
  /** Ends every process of it at once, as a power cut or the system's own killer does: nobody is asked. */
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A browser with a profile on the disk, as a person has it. */
export interface Profile {
  readonly folder: string
  readonly start: () => Promise<Started>
  /** Uses the app in a browser with this profile, then closes the browser. */
  readonly use: (run: (page: Page) => Promise<void>) => Promise<void>
  /** Where markers are found in the closed browser's files, raw or unpacked; none, if all is well. */
  readonly search: (markers: Pick<Markers, 'foundIn'>) => Promise<readonly string[]>
  /** How many bytes were searched. */
  readonly size: () => Promise<number>
  readonly remove: () => Promise<void>
}

/**
 * @param baseURL where the app is served
 * @param existing a folder with a profile in it, to go on with
 */
export async function newProfile(
  launch: LaunchOptions,
  baseURL: string,
  existing?: string,
): Promise<Profile> {
  const folder = existing ?? (await mkdtemp(join(tmpdir(), 'allyscope-profile-')))
  const files = async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const paths = entries.flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
    )
    return Promise.all(
      paths.map(async (path) => ({ path: relative(folder, path), content: await readFile(path) })),
    )
  }
  let last: BrowserContext | null = null
  const start = async (): Promise<Started> => {
    const context = await chromium.launchPersistentContext(folder, {
      ...launch,
      baseURL,
      locale: 'en-GB',
      viewport: { width: 1440, height: 900 },
      serviceWorkers: 'allow',
    })
    last = context
    return {
      context,
      page: context.pages()[0] ?? (await context.newPage()),
      kill: () => killAll(context),
      close: () => context.close(),
    }
  }
  return {
    folder,
    start,
    use: async (run) => {
      const { page, close } = await start()
      try {
        await run(page)
      } finally {
        await close()
      }
    },
    search: async (markers) => {
      const found: string[] = []
      for (const { path, content } of await files()) {
        const raw = [content, ...(tableBlocks(content) ?? [])]
        const inflated = await Promise.all(raw.map(inflatedParts))
        for (const [index, part] of [...raw, ...inflated.flat()].entries()) {
          const how = index === 0 ? '' : index < raw.length ? ' (unpacked)' : ' (inflated)'
          found.push(...markers.foundIn(part).map((marker) => `${path}${how}: ${marker}`))
        }
      }
      return found
    },
    size: async () => (await files()).reduce((sum, { content }) => sum + content.length, 0),
    remove: async () => {
      // A test that failed has left it running.
      await last?.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** The processes that Chromium itself says are its own, the first of them the browser. */
async function killAll(context: BrowserContext): Promise<void> {
  const browser = context.browser()
  if (!browser) throw new Error('the browser is gone already')
  const gone = new Promise((done) => context.once('close', done))
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  for (const { id } of processInfo.toSorted(first('browser'))) {
    try {
      process.kill(id, 'SIGKILL')
    } catch {
      // It went with the browser.
    }
  }
  await gone
}

const first =
  (type: string) =>
  (a: { readonly type: string }, b: { readonly type: string }): number =>
    Number(b.type === type) - Number(a.type === type)
