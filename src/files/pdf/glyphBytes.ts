import { boxCorners, type Corner } from '../setting/pieceOutline.ts'
import { viewOf } from '../setting/sfnt.ts'
import type { GlyphPart } from '../setting/textSetter.ts'

/** Least x and y, greatest x and y. */
export type Box = readonly [number, number, number, number]

const HEADER = 10
const ON_CURVE = 1

/** The limits that a glyph's bytes tell; of a space, nothing. */
export function boxIn(bytes: Uint8Array): Box | null {
  if (bytes.length === 0) return null
  const view = viewOf(bytes)
  return [view.getInt16(2), view.getInt16(4), view.getInt16(6), view.getInt16(8)]
}

const header = (view: DataView, contours: number, box: Box) =>
  [contours, ...box].forEach((value, i) => view.setInt16(2 * i, value))

/** A hollow box as a glyph in glyf; `advance` in the font's units. */
export function boxGlyph(advance: number, unitsPerEm: number): Uint8Array {
  const contours = boxCorners(advance / unitsPerEm).map((corners) =>
    corners.map(([x, y]): Corner => [Math.round(x * unitsPerEm), Math.round(y * unitsPerEm)]),
  )
  const points = contours.flat()
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const flagsAt = HEADER + 2 * contours.length + 2
  const bytes = new Uint8Array(flagsAt + points.length * 5)
  const view = viewOf(bytes)
  header(view, contours.length, [
    Math.min(...xs),
    Math.min(...ys),
    Math.max(...xs),
    Math.max(...ys),
  ])
  let last = -1
  contours.forEach(({ length }, i) => view.setUint16(HEADER + 2 * i, (last += length)))
  points.forEach(([x, y], i) => {
    const [beforeX, beforeY] = points[i - 1] ?? [0, 0]
    bytes[flagsAt + i] = ON_CURVE
    view.setInt16(flagsAt + points.length + 2 * i, x - beforeX)
    view.setInt16(flagsAt + points.length * 3 + 2 * i, y - beforeY)
  })
  return bytes
}

const COMPONENT = 8
const ARGS_ARE_WORDS = 1
const ARGS_ARE_DISTANCES = 2
const MORE = 32

/** Several glyphs as one in glyf; `placeOf` says where each of them stands in the new font. */
export function composedGlyph(
  parts: readonly (GlyphPart & { readonly box: Box | null })[],
  placeOf: (glyph: number) => number,
): Uint8Array {
  const drawn = parts.flatMap(({ box, dx, dy }): Box[] =>
    box ? [[box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy]] : [],
  )
  const bytes = new Uint8Array(HEADER + parts.length * COMPONENT)
  const view = viewOf(bytes)
  header(view, -1, [
    Math.min(...drawn.map((box) => box[0])),
    Math.min(...drawn.map((box) => box[1])),
    Math.max(...drawn.map((box) => box[2])),
    Math.max(...drawn.map((box) => box[3])),
  ])
  parts.forEach(({ id, dx, dy }, i) => {
    const at = HEADER + i * COMPONENT
    const more = i < parts.length - 1 ? MORE : 0
    view.setUint16(at, ARGS_ARE_WORDS | ARGS_ARE_DISTANCES | more)
    view.setUint16(at + 2, placeOf(id))
    view.setInt16(at + 4, dx)
    view.setInt16(at + 6, dy)
  })
  return bytes
}
