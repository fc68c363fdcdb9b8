import { randomInt } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { unzip } from './unzip.ts'

/**
 * Random words that stand for everything confidential, and a detector that finds them however they are written.
 * All markers of a run share three cores, one a script, so that a few searches find any of them.
 */
export interface Markers {
  /** Latin, right-to-left and with combining marks. */
  readonly cores: readonly string[]
  /** A name, note, … of its own, whose first word has one of the cores. */
  readonly next: (what: string) => string
  /** Where a core is found in bytes, and how it is written there; none, if all is well. */
  readonly foundIn: (bytes: Uint8Array | string) => readonly string[]
}

const LATIN = 'bcdfghjklmnpqrstvwxz'
const ARABIC = 'بتثجحخدذرزسشصضطظعغفقكلمنهو'
const MARKS = ['\u0301', '\u0308', '\u0323']

const letters = (from: string, count: number): string =>
  Array.from({ length: count }, () => from[randomInt(from.length)]).join('')

export function newMarkers(): Markers {
  const cores = [
    letters(LATIN, 10),
    letters(ARABIC, 9),
    Array.from(letters(LATIN, 7), (letter, i) => `${letter}${MARKS[i % MARKS.length] ?? ''}`).join(
      '',
    ),
  ]
  let count = 0
  return {
    cores,
    next: (what) => {
      count += 1
      return `${cores[count % cores.length] ?? ''}${letters(LATIN, 4)} ${what}`
    },
    foundIn: detectorOf(cores),
  }
}

/** Says where any of these texts is found in bytes, and how it is written there. */
export function detectorOf(texts: readonly string[]): Markers['foundIn'] {
  const needles = texts.flatMap(needlesFor)
  return (bytes) => {
    const content = typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes)
    return unpacked(content).flatMap(({ where, part }) => search(part, where, needles))
  }
}

interface Needle {
  readonly how: string
  readonly bytes: Buffer
}

const FORMS: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['composed', (text) => text.normalize('NFC')],
  ['decomposed', (text) => text.normalize('NFD')],
  ['compatible', (text) => text.normalize('NFKC')],
  ['without marks', (text) => text.normalize('NFD').replaceAll(/\p{M}/gu, '')],
  ['upper case', (text) => text.toUpperCase()],
  ['lower case', (text) => text.toLowerCase()],
  ['back to front', (text) => Array.from(text).toReversed().join('')],
]

/** A core in every form and encoding; equal bytes once. */
function needlesFor(core: string): Needle[] {
  const needles = FORMS.flatMap(([form, change]) => {
    const text = change(core)
    return encodings(text).map(([how, bytes]) => ({ how: `“${core}” ${form}, ${how}`, bytes }))
  })
  return [...new Map(needles.map((needle) => [needle.bytes.toString('hex'), needle])).values()]
}

function encodings(text: string): (readonly [string, Buffer])[] {
  const utf8 = Buffer.from(text)
  const little = Buffer.from(text, 'utf16le')
  const big = Buffer.from(little).swap16()
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
  const points = Array.from(text, (sign) => sign.codePointAt(0) ?? 0)
  const hex = (n: number, width: number) => n.toString(16).padStart(width, '0')
  const percent = Array.from(utf8, (byte) => `%${hex(byte, 2)}`).join('')
  const escaped = units.map((unit) => `\\u${hex(unit, 4)}`).join('')
  const written: [string, string][] = [
    ['percent-escaped', encodeURIComponent(text)],
    ['percent-escaped throughout', percent],
    ['percent-escaped throughout', percent.toUpperCase()],
    ['JSON-escaped', escaped],
    ['JSON-escaped', escaped.replaceAll(/[a-f]/g, (digit) => digit.toUpperCase())],
    ['HTML-escaped', points.map((point) => `&#${point};`).join('')],
    ['HTML-escaped', points.map((point) => `&#x${hex(point, 1)};`).join('')],
    ['HTML-escaped', points.map((point) => `&#x${hex(point, 1).toUpperCase()};`).join('')],
    ['in hexadecimal', utf8.toString('hex')],
    ['in hexadecimal', utf8.toString('hex').toUpperCase()],
    ...[utf8, little, big].flatMap((bytes) => base64Of(bytes)),
  ]
  return [
    ['UTF-8', utf8],
    ['UTF-16LE', little],
    ['UTF-16BE', big],
    ...written.map(([how, said]): [string, Buffer] => [how, Buffer.from(said)]),
  ]
}

/** The signs that do not depend on what stands before and behind, at each of the three offsets. */
const base64Of = (bytes: Buffer): [string, string][] =>
  [0, 1, 2].flatMap((offset): [string, string][] => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    const from = Math.ceil((offset * 8) / 6)
    const inner = whole.slice(from, Math.floor(((offset + bytes.length) * 8) / 6))
    return [
      ['in base64', inner],
      ['in base64url', inner.replaceAll('+', '-').replaceAll('/', '_')],
    ]
  })

const AROUND = 24

function search(content: Buffer, where: string, needles: readonly Needle[]): string[] {
  return needles.flatMap(({ how, bytes }) => {
    const at = content.indexOf(bytes)
    if (at === -1) return []
    const near = content.subarray(Math.max(0, at - AROUND), at + bytes.length + AROUND)
    return [`${where}${how}, at byte ${at}: ${JSON.stringify(near.toString())}`]
  })
}

interface Part {
  readonly where: string
  readonly part: Buffer
}

/** The bytes themselves, and what is packed in them where they are a PNG or a zip. */
function unpacked(content: Buffer): Part[] {
  const parts: Part[] = [{ where: '', part: content }]
  if (content.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n') {
    parts.push(...inPng(content))
  } else if (content.subarray(0, 4).toString('latin1') === 'PK\x03\x04') {
    for (const [name, part] of unzip(content)) parts.push({ where: `${name}: `, part })
  }
  return parts
}

/** The inflated pixels, and the inflated texts (PNG specification, 11.3.4). */
function inPng(content: Buffer): Part[] {
  const chunks: { readonly type: string; readonly data: Buffer }[] = []
  for (let at = 8; at + 12 <= content.length;) {
    const size = content.readUInt32BE(at)
    chunks.push({
      type: content.toString('latin1', at + 4, at + 8),
      data: content.subarray(at + 8, at + 8 + size),
    })
    at += 12 + size
  }
  const pixels = Buffer.concat(chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : [])))
  return [
    { where: 'inflated pixels: ', part: inflateSync(pixels) },
    ...chunks.flatMap(({ type, data }) => {
      const packed = type === 'zTXt' ? afterZeros(data, 1, 1) : packedInternational(type, data)
      return packed === null ? [] : [{ where: `inflated ${type}: `, part: inflateSync(packed) }]
    }),
  ]
}

/** What follows the n-th zero byte and so many more bytes. */
function afterZeros(data: Buffer, zeros: number, more: number): Buffer | null {
  let at = 0
  for (let i = 0; i < zeros; i += 1) {
    const zero = data.indexOf(0, at)
    if (zero === -1) return null
    at = zero + 1
  }
  return data.subarray(at + more)
}

function packedInternational(type: string, data: Buffer): Buffer | null {
  if (type !== 'iTXt') return null
  const rest = afterZeros(data, 1, 0)
  return rest?.[0] === 1 ? afterZeros(rest.subarray(2), 2, 0) : null
}
