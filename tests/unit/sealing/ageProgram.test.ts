import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAge, sealAge } from '../../../src/sealing/age.ts'
import { suggestPassphrase } from '../../../src/sealing/passphrase.ts'

/** The reference program, where it is installed; it reads passphrases from a terminal, which another program gives it. */
const TERMINAL = 'script'
const has = (program: string) => spawnSync(program, ['--version']).status === 0
const isFound = has('age') && has(TERMINAL)
if (!isFound)
  process.stderr.write(
    'The program age was not found (apt-get install age): files are only checked with the second implementation in tests/unit/sealing/ageFromSpec.ts.\n',
  )

describe.skipIf(!isFound)('the program age', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'allyscope-age-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  /** Runs a command line in a terminal, types into it, and gives its exit code. */
  const typed = (command: string, lines: readonly string[]) =>
    new Promise<number | null>((resolve, reject) => {
      const child = spawn(TERMINAL, ['-qec', command, '/dev/null'], {
        cwd: folder,
        stdio: ['pipe', 'ignore', 'ignore'],
      })
      child.on('error', reject)
      child.on('close', resolve)
      child.stdin.end(`${lines.join('\n')}\n`)
    })
  const content = Uint8Array.from({ length: 150_000 }, (_, at) => (at * 7) % 253)
  const passphrase = suggestPassphrase()

  it('opens what Allyscope seals, with that passphrase only', async () => {
    const file = await sealAge(content, passphrase)
    if (!file.ok) throw new Error(file.error)
    await writeFile(join(folder, 'ours.age'), file.value)
    expect(await typed('age -d -o ours.json ours.age', [passphrase])).toBe(0)
    expect(Buffer.compare(await readFile(join(folder, 'ours.json')), content)).toBe(0)
    expect(await typed('age -d -o not.json ours.age', [`${passphrase}s`])).toBe(1)
  }, 60_000)

  it.each([
    ['binary', 'age -p -o'],
    ['in ASCII armour', 'age -p -a -o'],
  ])(
    'seals what Allyscope opens, %s',
    async (_form, command) => {
      await writeFile(join(folder, 'theirs.json'), content)
      await rm(join(folder, 'theirs.age'), { force: true })
      expect(await typed(`${command} theirs.age theirs.json`, [passphrase, passphrase])).toBe(0)
      const file = await readFile(join(folder, 'theirs.age'))
      const opened = await openAge(file, passphrase)
      expect(opened.ok && Buffer.compare(opened.value, content)).toBe(0)
      expect(await openAge(file, 'another')).toEqual({ ok: false, error: 'wrong passphrase' })
    },
    60_000,
  )
})
