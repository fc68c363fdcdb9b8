import type { Point } from '../../domain/records.ts'
import type { Rect } from '../halfPie.ts'
import { BoxGrid, type Box } from './boxGrid.ts'
import { labelRect, type DotShape, type LabelSide } from './dotShape.ts'
import { LineGrid, type Line } from './lineGrid.ts'

/** A dot that wants its name beside it. */
export interface StandingDot extends Point {
  readonly shape: DotShape
}

/** In order of liking, and what speaks against each from the outset, in ties that run through a name. */
const SIDES: readonly (readonly [LabelSide, number])[] = [
  ['below', 0],
  ['above', 0.5],
  ['right', 2],
  ['left', 2],
]

/** What speaks against a side. A dot outweighs everything else, a name that stands already all but a dot. */
const COSTS = { outside: 10_000, dot: 1000, name: 100, wish: 10, tie: 1 } as const
/** So many ties through a name are as bad as any more. */
const MOST_TIES = 3

/** Between the ends of two names on one line. */
const APART = 5

const CELL = 90
const LINE_CELL = 200
/** In networks with more ties than this hardly a name is free of them, and far out none is read. */
const MOST_LINES = 2500

interface Obstacle extends Box {
  readonly owner: StandingDot
  /** A wish is where another name would like to stand. */
  readonly is: 'dot' | 'name' | 'wish'
}

/**
 * On which side each name stands: below its dot, unless that covers a dot or another name, or a tie (`lines`) runs
 * through it, and another side is better. The most influential choose first, then those called out first.
 *
 * @param room no name leaves it that has another choice; null = names may stand anywhere
 */
export function labelSides(
  dots: readonly StandingDot[],
  lines: readonly Line[],
  room: Rect | null,
): ReadonlyMap<StandingDot, LabelSide> {
  const lineGrid = new LineGrid(LINE_CELL)
  if (lines.length <= MOST_LINES) for (const line of lines) lineGrid.add(line)
  const grid = new BoxGrid<Obstacle>(CELL)
  for (const dot of dots) {
    grid.add(boxOfDot(dot))
    grid.add({ ...boxOfName(dot, 'below'), owner: dot, is: 'wish' })
  }
  const sides = new Map<StandingDot, LabelSide>()
  for (const dot of dots.toSorted((a, b) => b.shape.radius - a.shape.radius)) {
    const side = bestSide(dot, grid, lineGrid, room)
    sides.set(dot, side)
    grid.add({ ...boxOfName(dot, side), owner: dot, is: 'name' })
  }
  return sides
}

function bestSide(
  dot: StandingDot,
  grid: BoxGrid<Obstacle>,
  lines: LineGrid,
  room: Rect | null,
): LabelSide {
  let best: LabelSide = 'below'
  let least = Infinity
  for (const [side, dislike] of SIDES) {
    const box = boxOfName(dot, side)
    const ties = lines.countIn(box, MOST_TIES)
    const outside = room && leaves(box, room) ? COSTS.outside : 0
    const cost = outside + coverCost(dot, box, side, grid) + (dislike + ties) * COSTS.tie
    if (cost < least) {
      least = cost
      best = side
    }
    if (least === 0) break
  }
  return best
}

function coverCost(dot: StandingDot, box: Box, side: LabelSide, grid: BoxGrid<Obstacle>): number {
  let cost = 0
  const roomy = { ...box, left: box.left - APART, right: box.right + APART }
  grid.some(roomy, ({ owner, is }) => {
    if (owner === dot || (is === 'dot' && !touchesDisc(box, owner))) return false
    // Who takes the side that all like best need not mind that others like theirs too.
    if (is === 'wish' && side === 'below') return false
    cost = Math.max(cost, COSTS[is])
    return false
  })
  return cost
}

function boxOfDot(dot: StandingDot): Obstacle {
  const { reach } = dot.shape
  return {
    owner: dot,
    is: 'dot',
    left: dot.x - reach,
    right: dot.x + reach,
    top: dot.y - reach,
    bottom: dot.y + reach,
  }
}

function boxOfName({ x, y, shape }: StandingDot, side: LabelSide): Box {
  const rect = labelRect(shape, side)
  return {
    left: x + rect.x,
    right: x + rect.x + rect.width,
    top: y + rect.y,
    bottom: y + rect.y + rect.height,
  }
}

const leaves = ({ left, right, top, bottom }: Box, { x, y, width, height }: Rect): boolean =>
  left < x || right > x + width || top < y || bottom > y + height

/** A dot is round: a name may come nearer to it at the corners. */
function touchesDisc(box: Box, { x, y, shape }: StandingDot): boolean {
  const dx = x - Math.min(Math.max(x, box.left), box.right)
  const dy = y - Math.min(Math.max(y, box.top), box.bottom)
  return dx * dx + dy * dy < shape.reach * shape.reach
}
