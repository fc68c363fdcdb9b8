import { BoxGrid, type Box } from '../boxGrid.ts'
import type { Body } from './bodies.ts'
import { freeSpot } from './freeSpot.ts'
import { MANY } from './springs.ts'

/** Large networks get fewer: what is left goes to free spots. */
const ROUNDS = 80
const ROUNDS_OF_MANY = 40
const CELL = 160

/**
 * Pushes bodies apart until no dot or name covers another; those held stay. What still covers something after many
 * rounds goes to the nearest free spot, so that in the end nothing does, but for those held.
 */
export function separate(bodies: readonly Body[], onRound: (done: number) => void): void {
  const rounds = bodies.length > MANY ? ROUNDS_OF_MANY : ROUNDS
  for (let round = 0; round < rounds; round++) {
    if (!pushApart(bodies)) break
    onRound((round + 1) / rounds)
  }
  const grid = new BoxGrid<Box>(CELL)
  for (const body of bodies) if (body.held) grid.add(boxOf(body))
  for (const body of bodies) {
    if (body.held) continue
    Object.assign(body, freeSpot(body, body, grid))
    grid.add(boxOf(body))
  }
}

export function boxOf({ x, y, halfWidth, above, below }: Body): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - above, bottom: y + below }
}

/** One round from left to right, in which each only meets those it may cover; true when anything moved. */
export function pushApart(bodies: readonly Body[]): boolean {
  const fromLeft = bodies.toSorted((a, b) => leftOf(a) - leftOf(b) || a.index - b.index)
  let moved = false
  for (const [i, body] of fromLeft.entries()) {
    for (let j = i + 1; j < fromLeft.length; j++) {
      const other = fromLeft[j]
      if (!other || leftOf(other) >= body.x + body.halfWidth) break
      if (push(body, other)) moved = true
    }
  }
  return moved
}

const leftOf = ({ x, halfWidth }: Body): number => x - halfWidth

/** Moves two apart along the axis on which they cover each other less; one that is held leaves all to the other. */
function push(a: Body, b: Body): boolean {
  if (a.held && b.held) return false
  const across = a.halfWidth + b.halfWidth - Math.abs(a.x - b.x)
  const down = a.y < b.y ? a.y + a.below - b.y + b.above : b.y + b.below - a.y + a.above
  if (across <= 0.01 || down <= 0.01) return false
  const share = a.held ? 0 : b.held ? 1 : 0.5
  if (across < down) {
    const way = a.x < b.x ? -1 : 1
    a.x += way * across * share
    b.x -= way * across * (1 - share)
  } else {
    const way = a.y < b.y ? -1 : 1
    a.y += way * down * share
    b.y -= way * down * (1 - share)
  }
  return true
}
