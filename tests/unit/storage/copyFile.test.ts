import fc from 'fast-check'
import { expect, it } from 'vitest'
import { headOf, readCopy, writtenCopy } from '../../../src/storage/copyFile.ts'
import { unwrap } from './support.ts'

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withTypedArray: true,
  withMap: true,
})

it('keeps whatever a header and rows hold, sealed or clear', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ header: anything, rows: fc.array(anything, { maxLength: 4 }) }),
      fc.nat(),
      fc.boolean(),
      async (map, rev, sealed) => {
        const stored = structuredClone(map)
        const file = await writtenCopy({ rev, sealed }, stored)
        expect(await headOf(file)).toEqual({ rev, sealed })
        expect(unwrap(await readCopy(file))).toStrictEqual(stored)
      },
    ),
    { numRuns: 150 },
  )
})

it('knows damage wherever it is, and a file that ends too early', async () => {
  const file = await writtenCopy(
    { rev: 3, sealed: false },
    { header: { id: 'a' }, rows: [1, 2, 3] },
  )
  const bytes = new Uint8Array(await file.arrayBuffer())
  const head = new TextDecoder().decode(bytes).indexOf('\n') + 1
  for (let at = 0; at < bytes.length; at += 1) {
    const flipped = bytes.slice()
    flipped[at] = (flipped[at] ?? 0) ^ 1
    const read = await readCopy(new Blob([flipped]))
    // In the line a counter may be another one, and a kind; what was kept of the map is still whole.
    if (at >= head) expect(read).toMatchObject({ ok: false, error: 'damaged' })
    const cut = await readCopy(new Blob([bytes.slice(0, at)]))
    expect(cut).toMatchObject({ ok: false, error: 'damaged' })
  }
})

it('refuses the file of a later build politely, and says nothing of what it is not', async () => {
  const later = new Blob(['allyscope-copy 2 gzip clear 7 00000000\n…'])
  expect(await readCopy(later)).toEqual({ ok: false, error: 'newer' })
  expect(await headOf(new Blob(['something else']))).toBeNull()
  expect(await readCopy(new Blob([]))).toEqual({ ok: false, error: 'damaged' })
})

it('has nothing but a counter and a kind in its first line', async () => {
  const file = await writtenCopy({ rev: 12, sealed: true }, { header: { id: 'secret' }, rows: [] })
  const [line] = (await file.text()).split('\n')
  expect(line).toMatch(/^allyscope-copy 1 (gzip|none) sealed 12 [\da-f]{8}$/)
})
