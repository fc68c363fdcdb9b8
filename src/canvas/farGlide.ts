import type { CanvasItem } from './canvasItem.ts'

/** More than so many are shown at their new places at once: painting them at every frame would stutter. */
const MOST = 3000

/**
 * The way of everybody from where they were to where they are: gives them as they stand after a share of it (0…1).
 * Null when nobody has moved, or too many stand there. Whoever was not there before does not move.
 */
export function glideOf(
  before: readonly CanvasItem[],
  after: readonly CanvasItem[],
): ((share: number) => readonly CanvasItem[]) | null {
  if (after.length > MOST) return null
  const from = new Map(before.map((item) => [item.key, item]))
  const ways = after.map((item) => {
    const { x, y } = from.get(item.key) ?? item
    return { item, dx: x - item.x, dy: y - item.y }
  })
  if (ways.every(({ dx, dy }) => dx === 0 && dy === 0)) return null
  return (share) => {
    const left = (1 - share) ** 2
    return ways.map(({ item, dx, dy }) =>
      dx === 0 && dy === 0 ? item : { ...item, x: item.x + left * dx, y: item.y + left * dy },
    )
  }
}
