import { describe, expect, it } from 'vitest'
import { imageChunksOnly } from '../../../src/drawing/pngChunks.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** A chunk: length, kind, data and a check that nobody looks at here. */
const chunk = (kind: string, data: string): number[] => {
  const bytes = [...Buffer.from(data, 'latin1')]
  return [0, 0, 0, bytes.length, ...Buffer.from(kind, 'latin1'), ...bytes, 1, 2, 3, 4]
}
const png = (...chunks: readonly number[][]): Uint8Array<ArrayBuffer> =>
  new Uint8Array([...SIGNATURE, ...chunks.flat()])

const HEAD = chunk('IHDR', 'size and kind')
const COLOURS = [chunk('PLTE', 'rgb'), chunk('tRNS', 'a')]
const PIXELS = [chunk('IDAT', 'some'), chunk('IDAT', 'more')]
const END = chunk('IEND', '')
const image = png(HEAD, ...COLOURS, ...PIXELS, END)

describe('a PNG that leaves the device', () => {
  it('has the image, and nothing that tells where it was made', () => {
    const told = png(
      HEAD,
      chunk('iCCP', 'Ana’s screen'),
      chunk('pHYs', 'dots per inch'),
      ...COLOURS,
      chunk('tIME', '2026'),
      chunk('tEXt', 'Software\0Browser'),
      ...PIXELS,
      chunk('eXIf', 'camera'),
      chunk('neWw', 'of a later standard'),
      END,
    )
    expect(imageChunksOnly(told)).toEqual(image)
  })

  it('with nothing to be left out stays as it is', () => {
    expect(imageChunksOnly(image)).toEqual(image)
  })

  it('may lie anywhere in its buffer', () => {
    const around = new Uint8Array([9, 9, 9, ...png(HEAD, chunk('tIME', 'x'), ...PIXELS, END), 9])
    expect(imageChunksOnly(around.subarray(3, -1))).toEqual(png(HEAD, ...PIXELS, END))
  })

  it.each([
    ['is cut off in a chunk', image.subarray(0, -20)],
    ['is cut off between length and check', image.subarray(0, image.length - 3)],
    ['has a length beyond its end', png(HEAD, [0xff, 0xff, 0xff, 0xff, ...END.slice(4)])],
    ['is empty', new Uint8Array()],
    ['is another file', new Uint8Array(Buffer.from('GIF89a, and what is in it'))],
  ])('that %s is given back unchanged', (_, broken) => {
    expect(imageChunksOnly(broken)).toEqual(broken)
  })
})
