import { access, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')

it('docs/security.md names no test that is not there', async () => {
  const text = await readFile(join(root, 'docs/security.md'), 'utf8')
  const named = [...text.matchAll(/`(tests\/[\w./-]+)`/g)].map(([, file = '']) => file)
  expect(named.length).toBeGreaterThan(10)
  const missing: string[] = []
  for (const file of named) await access(join(root, file)).catch(() => missing.push(file))
  expect(missing).toEqual([])
})
