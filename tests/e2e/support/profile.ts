import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { chromium, type LaunchOptions, type Page } from '@playwright/test'
import { tableBlocks } from '../../support/levelDbTable.ts'
import type { Markers } from '../../support/markers.ts'

/** A browser with a profile on the disk, as a person has it. */
export interface Profile {
  /** Uses the app in a browser with this profile, then closes the browser. */
  readonly use: (run: (page: Page) => Promise<void>) => Promise<void>
  /** Where markers are found in the closed browser's files, raw or unpacked; none, if all is well. */
  readonly search: (markers: Pick<Markers, 'foundIn'>) => Promise<readonly string[]>
  /** How many bytes were searched. */
  readonly size: () => Promise<number>
  readonly remove: () => Promise<void>
}

/** @param baseURL where the app is served */
export async function newProfile(launch: LaunchOptions, baseURL: string): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'allyscope-profile-'))
  const files = async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const paths = entries.flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
    )
    return Promise.all(
      paths.map(async (path) => ({ path: relative(folder, path), content: await readFile(path) })),
    )
  }
  return {
    use: async (run) => {
      const context = await chromium.launchPersistentContext(folder, {
        ...launch,
        baseURL,
        locale: 'en-GB',
        viewport: { width: 1440, height: 900 },
      })
      try {
        await run(context.pages()[0] ?? (await context.newPage()))
      } finally {
        await context.close()
      }
    },
    search: async (markers) =>
      (await files()).flatMap(({ path, content }) =>
        [content, ...(tableBlocks(content) ?? [])].flatMap((part, index) =>
          markers
            .foundIn(part)
            .map((found) => `${path}${index === 0 ? '' : ' (unpacked)'}: ${found}`),
        ),
      ),
    size: async () => (await files()).reduce((sum, { content }) => sum + content.length, 0),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
