import { UNITS_PER_INCH } from '../picture/marks.ts'

/** DrawingML's unit is 1/914,400 inch (ECMA-376 part 1, 20.1.2.1). */
const EMU_PER_UNIT = 914_400 / UNITS_PER_INCH

/** A length of the page as DrawingML has it. */
export const emu = (units: number): number => Math.round(units * EMU_PER_UNIT) + 0

/** A rectangle in the page's units. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The smallest box around all of them; an empty one at the origin when there are none. */
export function around(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return left > right
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top }
}
