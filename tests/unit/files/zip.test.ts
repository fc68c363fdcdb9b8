import { describe, expect, it } from 'vitest'
import { openZip, zipOf } from '../../../src/files/zip.ts'
import { unwrap } from '../../support/records.ts'
import { unzip } from '../../support/unzip.ts'

const noise = Uint8Array.from({ length: 5_000 }, (_, index) => (index * index * 31) % 251)
const files = [
  { name: 'spectrum.png', content: noise },
  { name: 'خريطة.csv', content: 'a,b\r\n'.repeat(500) },
  { name: '2026.svg', content: '<svg/>' },
]

describe('files in a zip', () => {
  const bytes = zipOf(files)

  it('come back as they were, whatever their names', () => {
    const zip = unwrap(openZip(bytes))
    expect(new Set(zip.names)).toEqual(new Set(files.map(({ name }) => name)))
    expect(unwrap(zip.read('spectrum.png'))).toEqual(noise)
    expect(unzip(Buffer.from(bytes)).get('خريطة.csv')?.toString()).toBe('a,b\r\n'.repeat(500))
  })

  it('are packed, but for those that are packed already', () => {
    expect(bytes.length).toBeLessThan(6_000)
    expect(Buffer.from(bytes).includes(Buffer.from(noise))).toBe(true)
  })

  it('are the same bytes for the same files', () => {
    expect(Buffer.from(zipOf(files)).equals(Buffer.from(bytes))).toBe(true)
  })

  it('have names unlike each other: none is lost without a word', () => {
    const twice = [...files, { name: '2026.svg', content: '' }]
    expect(() => zipOf(twice)).toThrow('one name')
  })
})
