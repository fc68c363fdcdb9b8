import { componentsOf, viewOf } from '../setting/sfnt.ts'
import type { GlyphPart, SetterFont } from '../setting/textSetter.ts'
import { boxGlyph, boxIn, composedGlyph } from './glyphBytes.ts'

const CHECKSUM_MAGIC = 0xb1b0afba
const TRUE_TYPE = 0x00010000
const LONG_METRIC = 4

/** A glyph of the new font: one of the old, several as one, or an empty box. */
export interface MadeGlyph {
  /** None: a space; null: a box. */
  readonly parts: readonly GlyphPart[] | null
  /** In the font's units. */
  readonly advance: number
}

/** Room for what several glyphs in one may come to, as `maxp` announces it. */
const LARGEST = { points: 4096, contours: 512, parts: 64, depth: 8 } as const

/**
 * A TrueType font with these glyphs, in this order after .notdef. What they are made of follows. It has only the
 * tables that a PDF asks for.
 */
export function subsetFont(font: SetterFont, wanted: readonly MadeGlyph[]): Uint8Array {
  /** Whole glyphs of the old font, behind the wanted ones. */
  const taken: number[] = []
  const placeOf = (glyph: number) => {
    const known = taken.indexOf(glyph)
    return wanted.length + 1 + (known < 0 ? taken.push(glyph) - 1 : known)
  }
  const copied = (glyph: number) => {
    const bytes = Uint8Array.from(font.glyphBytes(glyph))
    const view = viewOf(bytes)
    for (const { glyph: part, at } of componentsOf(bytes)) view.setUint16(at, placeOf(part))
    return bytes
  }
  const made = ({ parts, advance }: MadeGlyph) => {
    if (!parts) return boxGlyph(advance, font.unitsPerEm)
    const [first] = parts
    if (!first) return new Uint8Array()
    if (parts.length === 1 && first.dx === 0 && first.dy === 0) return copied(first.id)
    const boxes = parts.map((part) => ({ ...part, box: boxIn(font.glyphBytes(part.id)) }))
    return composedGlyph(boxes, placeOf)
  }
  const outlines = [copied(0), ...wanted.map(made)]
  const advances = [font.advanceOf(0), ...wanted.map(({ advance }) => advance)]
  // Grows while it is walked through: parts of glyphs have parts.
  for (let i = 0; i < taken.length; i++) {
    outlines.push(copied(taken[i] ?? 0))
    advances.push(font.advanceOf(taken[i] ?? 0))
  }
  const count = outlines.length
  return sfnt([
    ['glyf', joined(outlines)],
    ['head', changed(font.table('head'), [8, 0, 0], [50, 1])],
    ['hhea', changed(font.table('hhea'), [34, count])],
    ['hmtx', metrics(outlines, advances)],
    ['loca', starts(outlines)],
    [
      'maxp',
      changed(
        font.table('maxp'),
        [4, count],
        [10, LARGEST.points, LARGEST.contours],
        [28, LARGEST.parts, LARGEST.depth],
      ),
    ],
  ])
}

const padded = (length: number) => (length + 3) & ~3

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + padded(length), 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += padded(part.length)
  }
  return all
}

function starts(parts: readonly Uint8Array[]): Uint8Array {
  const loca = new Uint8Array((parts.length + 1) * 4)
  const view = viewOf(loca)
  let at = 0
  parts.forEach(({ length }, i) => {
    at += padded(length)
    view.setUint32((i + 1) * 4, at)
  })
  return loca
}

function metrics(outlines: readonly Uint8Array[], advances: readonly number[]): Uint8Array {
  const hmtx = new Uint8Array(outlines.length * LONG_METRIC)
  const view = viewOf(hmtx)
  outlines.forEach((bytes, i) => {
    view.setUint16(i * LONG_METRIC, advances[i] ?? 0)
    view.setInt16(i * LONG_METRIC + 2, boxIn(bytes)?.[0] ?? 0)
  })
  return hmtx
}

/** A copy with other numbers of two bytes at some places. */
function changed(
  table: Uint8Array,
  ...changes: readonly (readonly [at: number, ...numbers: number[]])[]
): Uint8Array {
  const copy = Uint8Array.from(table)
  const view = viewOf(copy)
  for (const [at, ...numbers] of changes)
    numbers.forEach((number, i) => view.setUint16(at + 2 * i, number))
  return copy
}

function sfnt(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const power = Math.floor(Math.log2(tables.length))
  const directory = new Uint8Array(12 + 16 * tables.length)
  const view = viewOf(directory)
  view.setUint32(0, TRUE_TYPE)
  view.setUint16(4, tables.length)
  view.setUint16(6, 16 << power)
  view.setUint16(8, power)
  view.setUint16(10, 16 * (tables.length - (1 << power)))
  let at = directory.length
  let headAt = 0
  tables.forEach(([tag, bytes], i) => {
    const entry = 12 + 16 * i
    for (let c = 0; c < 4; c++) view.setUint8(entry + c, tag.charCodeAt(c))
    view.setUint32(entry + 4, checksum(joined([bytes])))
    view.setUint32(entry + 8, at)
    view.setUint32(entry + 12, bytes.length)
    if (tag === 'head') headAt = at
    at += padded(bytes.length)
  })
  const file = joined([directory, ...tables.map(([, bytes]) => bytes)])
  viewOf(file).setUint32(headAt + 8, (CHECKSUM_MAGIC - checksum(file)) >>> 0)
  return file
}

/** Of bytes by fours. */
function checksum(bytes: Uint8Array): number {
  const view = viewOf(bytes)
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
