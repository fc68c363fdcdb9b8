import { type FarDot, farRadius } from './farDot.ts'
import { textWidth } from './measure.ts'
import { wrap } from './wrap.ts'

/** Where a dot is, in world units. */
export interface FarPoint {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly dot: FarDot
}

/** A name beside its dot; lengths in world units from the dot's centre, which is also the middle of the name. */
export interface FarName {
  readonly text: string
  readonly size: number
  readonly baseline: number
}

/** What a name covers, in world units. */
export interface FarBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Sizes on screen, in CSS px. */
const NAME_PX = 10.5
const NAME_MAX_PX = 88
const LINE = 1.15
/** No name is narrower, in CSS px: where not even this finds room nothing needs to be measured. */
const LEAST_PX = 14

/**
 * The names that find room at a zoom, by key. They are set under (or over) their dots, the most influential first,
 * each only where `fits` allows it and where it covers no dot and no name before it; what is faded has none, and may
 * be covered.
 * Deterministic: dots of one size by place, then in the order given.
 */
export function farNames(
  points: readonly FarPoint[],
  zoom: number,
  fits: (box: FarBox) => boolean = () => true,
): Map<string, FarName> {
  const unit = 1 / zoom
  const size = NAME_PX * unit
  const grid = new BoxGrid(NAME_MAX_PX * unit)
  for (const { x, y, dot } of points) {
    // What steps back leaves room for the names of those that matter.
    if (dot.faded) continue
    const radius = farRadius(dot, zoom)
    grid.add(around(x, y, radius, radius))
  }
  const names = new Map<string, FarName>()
  for (const { key, x, y, dot } of byInfluence(points)) {
    if (dot.faded) continue
    const below = farRadius(dot, zoom) + (size * LINE) / 2 + unit
    const boxAt = (offset: number, width: number): FarBox =>
      around(x, y + offset, (width / 2 + 1) * unit, (size * LINE) / 2 - unit)
    const hasRoom = (offset: number, width: number) => {
      const box = boxAt(offset, width)
      return fits(box) && grid.isFree(box)
    }
    const sides = [below, -below].filter((offset) => hasRoom(offset, LEAST_PX))
    if (sides.length === 0) continue
    const { text, width } = lineFor(dot)
    const offset = sides.find((side) => hasRoom(side, width))
    if (offset === undefined || text === '') continue
    grid.add(boxAt(offset, width))
    names.set(key, { text, size, baseline: offset + size * 0.35 })
  }
  return names
}

interface Line {
  readonly text: string
  /** In CSS px. */
  readonly width: number
}

const lines = new WeakMap<FarDot, Line>()

/** A name as one short line: the same at every zoom, so that it is measured once. */
function lineFor(dot: FarDot): Line {
  const known = lines.get(dot)
  if (known) return known
  const style = { size: NAME_PX, weight: dot.bold ? 700 : 400 } as const
  const [text = ''] = wrap(dot.name, style, { width: NAME_MAX_PX, lines: 1 }).lines
  const line = { text, width: textWidth(text, style) }
  lines.set(dot, line)
  return line
}

const byInfluence = (points: readonly FarPoint[]): FarPoint[] =>
  points.toSorted((a, b) => b.dot.radius - a.dot.radius || a.y - b.y || a.x - b.x)

const around = (x: number, y: number, halfWidth: number, halfHeight: number): FarBox => ({
  left: x - halfWidth,
  right: x + halfWidth,
  top: y - halfHeight,
  bottom: y + halfHeight,
})

/** More columns or rows than a canvas of any zoom has. */
const SPAN = 2 ** 20

/** Boxes in coarse cells, so that a test only meets its neighbours. */
class BoxGrid {
  private readonly cells = new Map<number, FarBox[]>()
  private readonly cell: number
  constructor(cell: number) {
    this.cell = cell
  }
  add(box: FarBox): void {
    for (const key of this.keysOf(box)) {
      const list = this.cells.get(key)
      if (list) list.push(box)
      else this.cells.set(key, [box])
    }
  }
  isFree(box: FarBox): boolean {
    return !this.keysOf(box).some((key) =>
      this.cells
        .get(key)
        ?.some(
          (other) =>
            other.left < box.right &&
            other.right > box.left &&
            other.top < box.bottom &&
            other.bottom > box.top,
        ),
    )
  }
  private keysOf({ left, right, top, bottom }: FarBox): number[] {
    const keys: number[] = []
    const lastColumn = Math.floor(right / this.cell)
    const lastRow = Math.floor(bottom / this.cell)
    for (let column = Math.floor(left / this.cell); column <= lastColumn; column++) {
      for (let row = Math.floor(top / this.cell); row <= lastRow; row++) {
        keys.push(column * SPAN + row)
      }
    }
    return keys
  }
}
