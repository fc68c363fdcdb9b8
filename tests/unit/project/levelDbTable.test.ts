import { describe, expect, it } from 'vitest'
import { tableBlocks, unsnappied } from '../../support/levelDbTable.ts'

const bytes = (...parts: readonly (number | string)[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part))),
  )

describe('Snappy, as in its description', () => {
  it('copies literals, also those with a length of their own', () => {
    expect(unsnappied(bytes(3, 2 << 2, 'abc')).toString()).toBe('abc')
    expect(unsnappied(bytes(70, 60 << 2, 69, 'x'.repeat(70))).toString()).toBe('x'.repeat(70))
  })

  it('repeats what it has written, near, far and running into itself', () => {
    const near = (size: number, back: number) => [((size - 4) << 2) | 1, back]
    expect(unsnappied(bytes(7, 2 << 2, 'abc', ...near(4, 3))).toString()).toBe('abcabca')
    const far = (size: number, back: number) => [((size - 1) << 2) | 2, back, 0]
    expect(unsnappied(bytes(13, 2 << 2, 'abc', ...far(10, 1))).toString()).toBe(
      `abc${'c'.repeat(10)}`,
    )
  })

  it('refuses what ends too early', () => {
    expect(() => unsnappied(bytes(9, 2 << 2, 'abc'))).toThrow('damaged')
  })
})

describe('a table', () => {
  it('gives every block, packed or not', () => {
    const noRestarts = Buffer.alloc(4)
    const plain = bytes('something kept')
    const packed = bytes(6, 2 << 2, 'abc', (2 << 2) | 2, 3, 0)
    const blocks: { readonly content: Buffer; readonly kind: number }[] = [
      { content: plain, kind: 0 },
      { content: packed, kind: 1 },
      { content: noRestarts, kind: 0 },
    ]
    const offsets: number[] = []
    let table = Buffer.alloc(0)
    const add = (content: Buffer, kind: number) => {
      offsets.push(table.length)
      table = Buffer.concat([table, content, Buffer.from([kind, 0, 0, 0, 0])])
    }
    for (const { content, kind } of blocks) add(content, kind)
    const entry = (at: number, size: number) => bytes(0, 1, 2, 'k', at, size)
    const index = Buffer.concat([
      entry(offsets[0] ?? 0, plain.length),
      entry(offsets[1] ?? 0, packed.length),
      noRestarts,
    ])
    add(index, 0)
    const footer = Buffer.alloc(48)
    footer.set([offsets[2] ?? 0, noRestarts.length, offsets[3] ?? 0, index.length])
    footer.set(Buffer.from('57fb808b247547db', 'hex'), 40)
    const found = tableBlocks(Buffer.concat([table, footer])) ?? []
    expect(found.map(String)).toContain('something kept')
    expect(found.map(String)).toContain('abcabc')
  })

  it('is told from other files', () => {
    expect(tableBlocks(Buffer.from('short'))).toBeNull()
    expect(tableBlocks(Buffer.alloc(500))).toBeNull()
  })
})
