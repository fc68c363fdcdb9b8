import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/**
 * A lint rule that cannot fail is worse than none, so each boundary is broken here on purpose:
 * a file that breaks it is added to a copy of the sources and of the configuration.
 */
interface Case {
  readonly file: string
  readonly source: string
  /** The rule that must fire, or null when the file is allowed. */
  readonly rule: string | null
}

const forbidden = (file: string, specifier: string): Case => ({
  file,
  source: `import * as thing from '${specifier}'\nexport const used = thing\n`,
  rule: 'no-restricted-imports',
})
const allowed = (file: string, specifier: string): Case => ({
  ...forbidden(file, specifier),
  rule: null,
})

const CASES: readonly Case[] = [
  forbidden('src/domain/a.ts', '../audience/gate.ts'),
  forbidden('src/domain/commands/b.ts', '../../store/x.ts'),
  forbidden('src/domain/c.ts', 'react'),
  forbidden('src/domain/d.ts', 'papaparse'),
  allowed('src/domain/e.ts', './records.ts'),
  allowed('src/domain/commands/f.ts', '../records.ts'),
  forbidden('src/audience/a.ts', '../drawing/x.ts'),
  forbidden('src/audience/b.ts', 'react'),
  allowed('src/audience/c.ts', '../domain/records.ts'),
  forbidden('src/drawing/a.ts', '../canvas/x.ts'),
  forbidden('src/drawing/b.ts', '../domain/doc.ts'),
  forbidden('src/drawing/marks/c.ts', '../../domain/commands/map.ts'),
  forbidden('src/drawing/d.ts', '@xyflow/react'),
  allowed('src/drawing/e.ts', '../audience/view.ts'),
  {
    file: 'src/drawing/f.ts',
    source: `import type { MapDoc } from '../domain/records.ts'\nexport type Used = MapDoc\n`,
    rule: 'no-restricted-imports',
  },
  {
    file: 'src/drawing/g.ts',
    source: `import type { Placement } from '../domain/records.ts'\nexport type Used = Placement\n`,
    rule: null,
  },
  forbidden('src/drawing/h.ts', '../analysis/ways.ts'),
  forbidden('src/analysis/a.ts', '../drawing/x.ts'),
  forbidden('src/analysis/b.ts', '../domain/doc.ts'),
  forbidden('src/analysis/c.ts', 'd3-force'),
  allowed('src/analysis/d.ts', '../audience/view.ts'),
  {
    file: 'src/analysis/e.ts',
    source: `import type { MapDoc } from '../domain/records.ts'\nexport type Used = MapDoc\n`,
    rule: 'no-restricted-imports',
  },
  forbidden('src/background/a.ts', '../store/x.ts'),
  forbidden('src/background/b.ts', '../domain/doc.ts'),
  allowed('src/background/c.ts', '../analysis/x.ts'),
  allowed('src/background/d.ts', '../drawing/x.ts'),
  forbidden('src/canvas/y.ts', '../background/worker.ts'),
  forbidden('src/domain/y.ts', '../analysis/x.ts'),
  forbidden('src/files/a.ts', '../store/x.ts'),
  forbidden('src/files/b.ts', '../domain/doc.ts'),
  {
    file: 'src/files/c.ts',
    source: `import type { MapDoc } from '../domain/records.ts'\nexport type Used = MapDoc\n`,
    rule: 'no-restricted-imports',
  },
  {
    file: 'src/files/e.ts',
    source: `export type { MapDoc } from '../domain/records.ts'\n`,
    rule: 'no-restricted-imports',
  },
  allowed('src/files/d.ts', '../drawing/x.ts'),
  forbidden('src/store/a.ts', '../audience/gate.ts'),
  forbidden('src/store/b.ts', '../storage/x.ts'),
  forbidden('src/store/c.ts', 'dexie'),
  allowed('src/store/d.ts', '../domain/diff.ts'),
  forbidden('src/storage/a.ts', '../store/x.ts'),
  forbidden('src/storage/b.ts', '@xyflow/react'),
  allowed('src/storage/c.ts', 'dexie'),
  forbidden('src/editing/a.ts', '../canvas/x.ts'),
  forbidden('src/editing/b.ts', '../storage/x.ts'),
  allowed('src/editing/c.ts', '../store/x.ts'),
  forbidden('src/canvas/a.ts', '../views/x.ts'),
  forbidden('src/canvas/b.ts', '../files/x.ts'),
  forbidden('src/canvas/c.ts', 'dexie'),
  allowed('src/canvas/d.ts', '@xyflow/react'),
  allowed('src/canvas/e.ts', '../store/x.ts'),
  forbidden('src/views/a.ts', '../storage/x.ts'),
  forbidden('src/views/deep/b.ts', '../../app/x.ts'),
  forbidden('src/views/c.ts', '@xyflow/react'),
  allowed('src/views/d.ts', '../canvas/x.ts'),
  forbidden('src/ui/a.ts', '../store/x.ts'),
  allowed('src/ui/b.ts', '../i18n/x.ts'),
  forbidden('src/i18n/a.ts', '../views/x.ts'),
  forbidden('src/serviceWorker/a.ts', '../domain/records.ts'),
  forbidden('src/wall/a.ts', '../store/x.ts'),
  forbidden('src/wall/page/b.ts', '../../storage/x.ts'),
  forbidden('src/wall/c.ts', '../audience/gate.ts'),
  forbidden('src/wall/d.ts', 'dexie'),
  forbidden('src/wall/e.ts', '../domain/doc.ts'),
  {
    file: 'src/wall/f.ts',
    source: `import type { MapDoc } from '../domain/records.ts'\nexport type Used = MapDoc\n`,
    rule: 'no-restricted-imports',
  },
  allowed('src/wall/g.ts', '../audience/view.ts'),
  allowed('src/wall/h.ts', '../drawing/x.ts'),
  forbidden('src/canvas/wall.ts', '../wall/x.ts'),
  allowed('src/views/wall.ts', '../wall/x.ts'),
  forbidden('src/sealing/a.ts', '../storage/x.ts'),
  allowed('src/sealing/b.ts', 'hash-wasm'),
  allowed('src/sealing/c.ts', '../domain/result.ts'),
  allowed('src/storage/sealing.ts', '../sealing/x.ts'),
  forbidden('src/store/sealing.ts', '../sealing/x.ts'),
  forbidden('src/views/age.ts', 'age-encryption'),
  forbidden('src/app/age.ts', '@noble/ciphers/aes.js'),
  forbidden('src/app/a.ts', 'dexie'),
  forbidden('src/app/b.ts', '@xyflow/react'),
  forbidden('src/app/c.ts', '../../tests/e2e/support/app.ts'),
  allowed('src/app/d.ts', '../storage/x.ts'),
  {
    file: 'src/files/dynamic.ts',
    source: `export const load = () => import('../storage/x.ts')\n`,
    rule: 'no-restricted-imports',
  },
  {
    file: 'src/store/digest.ts',
    source: `export const digest = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes)\n`,
    rule: 'no-restricted-properties',
  },
  {
    file: 'src/store/one.ts',
    source: `import { two } from './two.ts'\nexport const one = (): number => two()\n`,
    rule: 'no-cycle',
  },
  {
    file: 'src/store/two.ts',
    source: `import { one } from './one.ts'\nexport const two = (): number => one()\n`,
    rule: 'no-cycle',
  },
  {
    file: 'src/ui/noisy.ts',
    source: `export const shout = () => console.log('hello')\n`,
    rule: 'no-console',
  },
  {
    file: 'src/ui/any.ts',
    source: `export const loose = (value: any): string => String(value)\n`,
    rule: 'no-explicit-any',
  },
  {
    file: 'src/ui/floating.ts',
    source: `const later = async () => 1\nexport const forget = () => {\n  later()\n}\n`,
    rule: 'no-floating-promises',
  },
  {
    file: 'src/ui/Hook.tsx',
    source: `import { useState } from 'react'\nexport const Hook = ({ on }: { on: boolean }) => {\n  if (on) useState(1)\n  return null\n}\n`,
    rule: 'rules-of-hooks',
  },
  {
    file: 'src/ui/Picture.tsx',
    source: `export const Picture = () => <img src="x.png" />\n`,
    rule: 'alt-text',
  },
]

const root = resolve(import.meta.dirname, '../../..')
let copy = ''
let findings: ReadonlyMap<string, readonly string[]> = new Map()

/** Rule names found by file, as `src/…`. */
function lint(folder: string): Promise<Map<string, string[]>> {
  return new Promise((done, failed) => {
    const tool = join(root, 'node_modules/oxlint/bin/oxlint')
    execFile(
      process.execPath,
      [tool, '--type-aware', '--format=json', 'src'],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (_error, stdout, stderr) => {
        try {
          const report: { diagnostics: { code: string; filename: string }[] } = JSON.parse(stdout)
          const byFile = new Map<string, string[]>()
          for (const { code, filename } of report.diagnostics) {
            const rule = /\(([^)]*)\)/.exec(code)?.[1] ?? code
            byFile.set(filename, [...(byFile.get(filename) ?? []), rule])
          }
          done(byFile)
        } catch {
          failed(new Error(`oxlint did not answer with JSON: ${stdout.slice(0, 500)} ${stderr}`))
        }
      },
    )
  })
}

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'allyscope-lint-'))
  for (const name of ['.oxlintrc.json', 'tsconfig.json', 'src/domain', 'src/audience'])
    await cp(join(root, name), join(copy, name), { recursive: true })
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  for (const { file, source } of CASES) {
    await mkdir(dirname(join(copy, file)), { recursive: true })
    await writeFile(join(copy, file), source)
  }
  findings = await lint(copy)
}, 60_000)

afterAll(() => rm(copy, { recursive: true, force: true }))

describe('the linter', () => {
  it('has a boundary for every folder of code', async () => {
    const folders = await readdir(join(root, 'src'), { withFileTypes: true })
    const code = folders.filter((entry) => entry.isDirectory() && entry.name !== 'data')
    const tried = new Set(
      CASES.filter(({ rule }) => rule !== null).map(({ file }) => file.split('/')[1]),
    )
    for (const { name } of code) expect(tried, `src/${name} has no boundary`).toContain(name)
  })

  it.each(CASES.filter(({ rule }) => rule !== null))('refuses $file: $rule', ({ file, rule }) => {
    expect(findings.get(file) ?? []).toContain(rule)
  })

  it.each(CASES.filter(({ rule }) => rule === null))('allows $file', ({ file }) => {
    expect(findings.get(file) ?? []).not.toContain('no-restricted-imports')
  })
})
