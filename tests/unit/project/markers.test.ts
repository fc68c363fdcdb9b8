import { deflateRawSync, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { newMarkers } from '../../support/markers.ts'

const markers = newMarkers()
const [latin = '', arabic = '', marked = ''] = markers.cores

const chunk = (type: string, data: Buffer): Buffer => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  return Buffer.concat([size, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
}
const png = (...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...chunks,
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ])

/** A zip of one packed entry, as small as can be. */
function zip(content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.write('PK\x03\x04', 'latin1')
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt16LE(1, 26)
  const central = Buffer.alloc(46)
  central.write('PK\x01\x02', 'latin1')
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt16LE(1, 28)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(local.length + 1 + packed.length, 16)
  const name = Buffer.from('a')
  return Buffer.concat([local, name, packed, central, name, end])
}

const around = (bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' after')])
const units = (text: string): number[] =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

describe('the detector of markers', () => {
  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-16, either way round', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16, the other way', swapped],
    ['base64', (text: string) => Buffer.from(around(Buffer.from(text)).toString('base64'))],
    ['base64, one on', (text: string) => Buffer.from(Buffer.from(`1${text}23`).toString('base64'))],
    ['base64, two on', (text: string) => Buffer.from(Buffer.from(`12${text}3`).toString('base64'))],
    ['base64url', (text: string) => Buffer.from(Buffer.from(text).toString('base64url'))],
    ['base64 of UTF-16', (text: string) => Buffer.from(swapped(text).toString('base64'))],
    ['percent signs', (text: string) => Buffer.from(encodeURIComponent(text))],
    [
      'HTML escapes',
      (text: string) =>
        Buffer.from(Array.from(text, (sign) => `&#${sign.codePointAt(0) ?? 0};`).join('')),
    ],
    [
      'JSON escapes',
      (text: string) =>
        Buffer.from(
          units(text)
            .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
            .join(''),
        ),
    ],
    ['hexadecimal', (text: string) => Buffer.from(Buffer.from(text).toString('hex'))],
    ['capitals', (text: string) => Buffer.from(text.toUpperCase())],
    ['small letters', (text: string) => Buffer.from(text.toLowerCase())],
    ['composed letters', (text: string) => Buffer.from(text.normalize('NFC'))],
    ['decomposed letters', (text: string) => Buffer.from(text.normalize('NFD'))],
    ['letters without marks', (text: string) => Buffer.from(text.replaceAll(/\p{M}/gu, ''))],
    ['a zip', (text: string) => zip(Buffer.from(text))],
    ['a PNG’s text', (text: string) => png(chunk('tEXt', Buffer.from(`k\0${text}`)))],
    [
      'a PNG’s packed text',
      (text: string) =>
        png(chunk('zTXt', Buffer.concat([Buffer.from('k\0\0'), deflateSync(Buffer.from(text))]))),
    ],
    [
      'a PNG’s packed international text',
      (text: string) =>
        png(
          chunk(
            'iTXt',
            Buffer.concat([Buffer.from('k\0\u0001\0en\0k\0'), deflateSync(Buffer.from(text))]),
          ),
        ),
    ],
    ['a PNG’s pixels', (text: string) => png(chunk('IDAT', deflateSync(Buffer.from(text))))],
  ])('finds each of its words in %s', (_, write) => {
    const missed = [latin, arabic, marked].filter(
      (core) => markers.foundIn(write(core)).length === 0,
    )
    expect(missed).toEqual([])
  })

  it('finds the words that it hands out, and finds nothing where there is none', () => {
    for (let i = 0; i < 6; i += 1) expect(markers.foundIn(markers.next('a note'))).not.toEqual([])
    const others = newMarkers()
    const full = Array.from({ length: 60 }, () => others.next('name')).join('\n')
    expect(markers.foundIn(full)).toEqual([])
    expect(markers.foundIn(png())).toEqual([])
    expect(markers.foundIn(zip(Buffer.from(full)))).toEqual([])
  })
})
