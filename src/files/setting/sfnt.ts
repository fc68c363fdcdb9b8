import type { PathStep } from '../picture/marks.ts'
import { glyphSteps, type GlyphPoint } from './contours.ts'

/** What a static TrueType font tells apart from how its letters join: HarfBuzz knows that. */
export interface FontFile {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  /** Least and greatest x and y of all glyphs. */
  readonly box: readonly [number, number, number, number]
  /** In the font's units. */
  readonly advanceOf: (glyph: number) => number
  /** The outline in the font's units, y up. */
  readonly outlineOf: (glyph: number) => readonly PathStep[]
  readonly table: (tag: string) => Uint8Array
  /** A glyph's bytes in glyf; empty for a space. */
  readonly glyphBytes: (glyph: number) => Uint8Array
}

const NONE = new Uint8Array()
const WIDE_LOCA = 1

/** Big-endian numbers of a stretch of bytes. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Reads a font that `scripts/setting-fonts.mjs` made. */
export function readFont(bytes: Uint8Array): FontFile {
  const view = viewOf(bytes)
  const tables = new Map<string, Uint8Array>()
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
    const [from, length] = [view.getUint32(at + 8), view.getUint32(at + 12)]
    tables.set(tag, bytes.subarray(from, from + length))
  }
  const table = (tag: string) => tables.get(tag) ?? NONE
  const [head, hhea, os2] = [viewOf(table('head')), viewOf(table('hhea')), viewOf(table('OS/2'))]
  const [loca, hmtx, glyf] = [viewOf(table('loca')), viewOf(table('hmtx')), table('glyf')]
  const wide = head.getInt16(50) === WIDE_LOCA
  const start = (glyph: number) =>
    wide ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2
  const metrics = hhea.getUint16(34)
  const glyphBytes = (glyph: number) => glyf.subarray(start(glyph), start(glyph + 1))
  const outlines = new Map<number, readonly PathStep[]>()
  return {
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    capHeight: os2.getInt16(88),
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    advanceOf: (glyph) => hmtx.getUint16(Math.min(glyph, metrics - 1) * 4),
    table,
    glyphBytes,
    outlineOf(glyph) {
      const known = outlines.get(glyph)
      if (known) return known
      const steps = contoursOf(glyphBytes, glyph).flatMap(glyphSteps)
      outlines.set(glyph, steps)
      return steps
    },
  }
}

const ON_CURVE = 1
const REPEAT = 8
/** Of a point's distance along an axis: in one byte; then its sign, without a byte also: none at all. */
const AXES = { x: { short: 2, same: 16 }, y: { short: 4, same: 32 } } as const

type Contour = readonly GlyphPoint[]

function contoursOf(glyphBytes: FontFile['glyphBytes'], glyph: number): readonly Contour[] {
  const bytes = glyphBytes(glyph)
  if (bytes.length === 0) return []
  const view = viewOf(bytes)
  const count = view.getInt16(0)
  if (count >= 0) return simpleContours(view, count)
  return componentsOf(bytes).flatMap((part) =>
    contoursOf(glyphBytes, part.glyph).map((contour) =>
      contour.map(({ x, y, onCurve }) => ({
        x: part.xx * x + part.yx * y + part.dx,
        y: part.xy * x + part.yy * y + part.dy,
        onCurve,
      })),
    ),
  )
}

function simpleContours(view: DataView, count: number): readonly Contour[] {
  const ends = Array.from({ length: count }, (_, i) => view.getUint16(10 + 2 * i))
  const points = (ends.at(-1) ?? -1) + 1
  let at = 10 + 2 * count
  at += 2 + view.getUint16(at)
  const flags: number[] = []
  while (flags.length < points) {
    const flag = view.getUint8(at++)
    const times = flag & REPEAT ? view.getUint8(at++) + 1 : 1
    for (let i = 0; i < times; i++) flags.push(flag)
  }
  const read = ({ short, same }: (typeof AXES)['x' | 'y']) => {
    let value = 0
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? view.getUint8(at++) : -view.getUint8(at++)
      else if (!(flag & same)) {
        value += view.getInt16(at)
        at += 2
      }
      return value
    })
  }
  const xs = read(AXES.x)
  const ys = read(AXES.y)
  const all = flags.map((flag, i) => ({
    x: xs[i] ?? 0,
    y: ys[i] ?? 0,
    onCurve: (flag & ON_CURVE) !== 0,
  }))
  return ends.map((end, i) => all.slice((ends[i - 1] ?? -1) + 1, end + 1))
}

/** Another glyph as a part of one. */
export interface Component {
  readonly glyph: number
  /** Where its number stands in the glyph's bytes. */
  readonly at: number
  readonly xx: number
  readonly xy: number
  readonly yx: number
  readonly yy: number
  readonly dx: number
  readonly dy: number
}

const ARGS_ARE_WORDS = 1
const ARGS_ARE_DISTANCES = 2
const HAS_SCALE = 8
const MORE = 32
const HAS_TWO_SCALES = 64
const HAS_MATRIX = 128
/** F2DOT14 */
const ONE = 16384

/** Of a glyph's bytes; none for one that is drawn by itself. */
export function componentsOf(bytes: Uint8Array): readonly Component[] {
  const view = viewOf(bytes)
  if (bytes.length === 0 || view.getInt16(0) >= 0) return []
  const parts: Component[] = []
  let at = 10
  for (;;) {
    const flags = view.getUint16(at)
    const words = (flags & ARGS_ARE_WORDS) !== 0
    const apart = (flags & ARGS_ARE_DISTANCES) !== 0
    const args = at + 4
    const scales = args + (words ? 4 : 2)
    const scale = (i: number) => view.getInt16(scales + 2 * i) / ONE
    const [xx, xy, yx, yy] =
      flags & HAS_MATRIX
        ? [scale(0), scale(1), scale(2), scale(3)]
        : flags & HAS_TWO_SCALES
          ? [scale(0), 0, 0, scale(1)]
          : flags & HAS_SCALE
            ? [scale(0), 0, 0, scale(0)]
            : [1, 0, 0, 1]
    const arg = (i: number) =>
      !apart ? 0 : words ? view.getInt16(args + 2 * i) : view.getInt8(args + i)
    parts.push({
      glyph: view.getUint16(at + 2),
      at: at + 2,
      xx,
      xy,
      yx,
      yy,
      dx: arg(0),
      dy: arg(1),
    })
    if (!(flags & MORE)) return parts
    at = scales + (flags & HAS_MATRIX ? 8 : flags & HAS_TWO_SCALES ? 4 : flags & HAS_SCALE ? 2 : 0)
  }
}
