import { describe, expect, it } from 'vitest'
import type { MadeFile } from '../../../src/views/export/makeFiles.ts'
import { asOneFile } from '../../../src/views/export/oneFile.ts'
import { unzip } from '../../support/unzip.ts'

const made = (name: string, extension: string, text: string): MadeFile => ({
  name,
  extension,
  mediaType: 'text/plain',
  content: new Blob([text]),
})
const SVG = made('spectrum', '.svg', '<svg/>')
const CSV = made('table', '.csv', '\ufeffName')
const bytesOf = async (files: readonly MadeFile[]): Promise<Buffer> =>
  Buffer.from((await (await asOneFile(files))?.content.arrayBuffer()) ?? new ArrayBuffer(0))

describe('what was made', () => {
  it('is no file when there is nothing', async () => {
    expect(await asOneFile([])).toBeNull()
  })

  it('is the very file when it is one', async () => {
    expect(await asOneFile([SVG])).toMatchObject({ extension: '.svg', content: SVG.content })
  })

  it('is a zip when there are several, each under its own name', async () => {
    const one = await asOneFile([SVG, CSV])
    expect(one).toMatchObject({ extension: '.zip', content: { type: 'application/zip' } })
    const parts = unzip(await bytesOf([SVG, CSV]))
    expect(Array.from(parts, ([name, content]) => [name, content.toString()])).toEqual([
      ['spectrum.svg', '<svg/>'],
      ['table.csv', '\ufeffName'],
    ])
  })

  it('is the same bytes each time', async () => {
    expect(await bytesOf([SVG, CSV])).toEqual(await bytesOf([SVG, CSV]))
  })
})
