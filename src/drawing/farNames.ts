import type { HalfPie } from './halfPie.ts'
import type { LayoutCard } from './layout.ts'
import { textWidth } from './measure.ts'
import type { SpectrumScene } from './spectrumScene.ts'
import { wrap } from './wrap.ts'

/** How a stakeholder is drawn when cards would be too small to read; lengths in world units from its centre. */
export interface FarName {
  /** Empty where the name does not fit. */
  readonly text: string
  readonly size: number
  /** Middle of the name. */
  readonly x: number
  readonly baseline: number
  readonly dotRadius: number
}

/** Below this zoom a card's text is under 5.5 px on screen, and dots with names say more. */
export const FAR_ZOOM = 0.42

/** Sizes on screen, in CSS px. */
const NAME_PX = 10.5
const DOT_GROWTH = 0.66
const NAME_MAX_PX = 88
const LINE = 1.15

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * Dots and names at a zoom below `FAR_ZOOM`. Names are set under (or over) their dots, the most influential
 * first, each only on the pie and where it covers no dot and no name before it. Deterministic.
 */
export function farNames(
  { cards, pie }: Pick<SpectrumScene, 'cards' | 'pie'>,
  zoom: number,
): Map<string, FarName> {
  const unit = 1 / zoom
  const size = NAME_PX * unit
  const grid = new BoxGrid(NAME_MAX_PX * unit)
  const radius = (card: LayoutCard) =>
    Math.min(card.shape.dotRadius * DOT_GROWTH * unit, card.shape.height / 2)
  for (const card of cards) grid.add(around(card.x, card.y, radius(card), radius(card)))
  const names = new Map<string, FarName>()
  for (const card of byInfluence(cards)) {
    const dotRadius = radius(card)
    const weight = card.shape.bold ? 700 : 400
    const text = wrap(
      card.shape.lines.join(' '),
      { size, weight },
      { width: NAME_MAX_PX * unit, lines: 1 },
    )
    const line = text.lines[0] ?? ''
    const half = textWidth(line, { size, weight }) / 2
    const below = dotRadius + (size * LINE) / 2 + unit
    const offset = [below, -below].find((y) => {
      const box = around(card.x, card.y + y, half + unit, (size * LINE) / 2 - unit)
      return isOnPie(box, pie) && grid.isFree(box)
    })
    const placed = offset ?? 0
    if (offset !== undefined)
      grid.add(around(card.x, card.y + offset, half + unit, (size * LINE) / 2 - unit))
    names.set(card.key, {
      text: offset === undefined ? '' : line,
      size,
      x: 0,
      baseline: placed + size * 0.35,
      dotRadius,
    })
  }
  return names
}

const byInfluence = (cards: readonly LayoutCard[]): LayoutCard[] =>
  cards.toSorted(
    (a, b) =>
      b.shape.dotRadius - a.shape.dotRadius || a.y - b.y || a.x - b.x || (a.key < b.key ? -1 : 1),
  )

const around = (x: number, y: number, halfWidth: number, halfHeight: number): Box => ({
  left: x - halfWidth,
  right: x + halfWidth,
  top: y - halfHeight,
  bottom: y + halfHeight,
})

/** Clear of the base line, the rim with its labels, and the hub. */
function isOnPie({ left, right, top, bottom }: Box, { radius, hubRadius }: HalfPie): boolean {
  const farthest = Math.hypot(Math.max(-left, right), -top)
  const nearestX = left > 0 ? left : right < 0 ? -right : 0
  return bottom <= 0 && farthest < radius && Math.hypot(nearestX, -bottom) > hubRadius
}

/** Boxes in coarse cells, so that a test only meets its neighbours. */
class BoxGrid {
  private readonly cells = new Map<string, Box[]>()
  private readonly cell: number
  constructor(cell: number) {
    this.cell = cell
  }
  add(box: Box): void {
    for (const key of this.keysOf(box)) {
      const list = this.cells.get(key)
      if (list) list.push(box)
      else this.cells.set(key, [box])
    }
  }
  isFree(box: Box): boolean {
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
  private keysOf({ left, right, top, bottom }: Box): string[] {
    const keys: string[] = []
    const first = Math.floor(left / this.cell)
    for (let column = first; column <= Math.floor(right / this.cell); column++) {
      for (let row = Math.floor(top / this.cell); row <= Math.floor(bottom / this.cell); row++) {
        keys.push(`${column},${row}`)
      }
    }
    return keys
  }
}
