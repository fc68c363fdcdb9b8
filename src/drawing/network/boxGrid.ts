/** A rectangle by its sides; y grows downwards. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export const boxesOverlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Boxes in coarse cells, so that a test only meets its neighbours. */
export class BoxGrid<T extends Box> {
  private readonly cells = new Map<number, T[]>()
  private readonly cell: number

  /** Cells about as large as a usual box keep both adding and asking cheap. */
  constructor(cell: number) {
    this.cell = cell
  }

  add(box: T): void {
    this.eachCell(box, (key) => {
      const list = this.cells.get(key)
      if (list) list.push(box)
      else this.cells.set(key, [box])
      return false
    })
  }

  /** True as soon as `test` says so of a box that overlaps the given one; a box may be met more than once. */
  some(box: Box, test: (other: T) => boolean): boolean {
    return this.eachCell(
      box,
      (key) =>
        this.cells.get(key)?.some((other) => boxesOverlap(other, box) && test(other)) ?? false,
    )
  }

  private eachCell({ left, right, top, bottom }: Box, visit: (key: number) => boolean): boolean {
    const lastColumn = Math.floor(right / this.cell)
    const lastRow = Math.floor(bottom / this.cell)
    for (let column = Math.floor(left / this.cell); column <= lastColumn; column++) {
      for (let row = Math.floor(top / this.cell); row <= lastRow; row++) {
        if (visit(column * ROWS + row)) return true
      }
    }
    return false
  }
}

/** More rows than any network has, so that no two cells share a key. */
const ROWS = 1 << 24
