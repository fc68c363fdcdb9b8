import type { Point } from '../../domain/records.ts'
import type { Box } from './boxGrid.ts'
import { lineMeetsRect } from './geometry.ts'

/** A straight line between two points. */
export interface Line {
  readonly a: Point
  readonly b: Point
}

/** Lines in coarse cells, so that a box only meets those that run near it. */
export class LineGrid {
  private readonly cells = new Map<number, Line[]>()
  private readonly cell: number

  constructor(cell: number) {
    this.cell = cell
  }

  /** Adds a line to the cells that it runs through, column by column. */
  add(line: Line): void {
    const [a, b] = line.a.x <= line.b.x ? [line.a, line.b] : [line.b, line.a]
    const slope = b.x > a.x ? (b.y - a.y) / (b.x - a.x) : 0
    const last = Math.floor(b.x / this.cell)
    for (let column = Math.floor(a.x / this.cell); column <= last; column++) {
      const from = a.y + slope * (Math.max(a.x, column * this.cell) - a.x)
      const to = slope ? a.y + slope * (Math.min(b.x, (column + 1) * this.cell) - a.x) : b.y
      const bottom = Math.floor(Math.max(from, to) / this.cell)
      for (let row = Math.floor(Math.min(from, to) / this.cell); row <= bottom; row++) {
        this.put(column * ROWS + row, line)
      }
    }
  }

  /** How many lines run through a box; stops counting at `most`. */
  countIn({ left, right, top, bottom }: Box, most: number): number {
    const met = new Set<Line>()
    const lastColumn = Math.floor(right / this.cell)
    const lastRow = Math.floor(bottom / this.cell)
    for (let column = Math.floor(left / this.cell); column <= lastColumn; column++) {
      for (let row = Math.floor(top / this.cell); row <= lastRow; row++) {
        for (const line of this.cells.get(column * ROWS + row) ?? []) {
          if (lineMeetsRect(line.a, line.b, left, top, right, bottom)) met.add(line)
          if (met.size === most) return most
        }
      }
    }
    return met.size
  }

  private put(key: number, line: Line): void {
    const list = this.cells.get(key)
    if (list) list.push(line)
    else this.cells.set(key, [line])
  }
}

/** More rows than any network has, so that no two cells share a key. */
const ROWS = 1 << 24
