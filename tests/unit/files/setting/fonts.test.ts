import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../../..')
const FONTS = join(root, 'src/files/setting/fonts')
const run = promisify(execFile)

describe('the fonts that texts are set in', () => {
  let made = ''
  beforeAll(async () => {
    made = await mkdtemp(join(tmpdir(), 'allyscope-fonts-'))
    await run(process.execPath, [join(root, 'scripts/setting-fonts.mjs'), made])
  })
  afterAll(() => rm(made, { recursive: true }))

  it('are those of the packages that the screen shows, as the script makes them', async () => {
    const files = (await readdir(FONTS)).toSorted()
    expect(files.length).toBeGreaterThan(0)
    expect((await readdir(made)).toSorted()).toEqual(files)
    const stale = await filesWhere(
      async (file, bytes) => !bytes.equals(await readFile(join(made, file))),
    )
    expect(stale).toEqual([])
  })

  it('carry their copyright and where their licence is, as it asks', async () => {
    const silent = await filesWhere((_, bytes) => {
      // Names are UTF-16; without the zeros their letters stand alone.
      const names = bytes.toString('latin1').replaceAll('\0', '')
      const licence = /https:\/\/(?:scripts\.sil\.org\/OFL|openfontlicense\.org)/u
      return !(/Copyright 20\d\d/u.test(names) && licence.test(names))
    })
    expect(silent).toEqual([])
  })
})

async function filesWhere(
  isWrong: (file: string, bytes: Buffer) => boolean | Promise<boolean>,
): Promise<readonly string[]> {
  const wrong = []
  for (const file of await readdir(FONTS))
    if (await isWrong(file, await readFile(join(FONTS, file)))) wrong.push(file)
  return wrong
}
