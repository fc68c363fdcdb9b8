import type { Point } from '../../../domain/records.ts'
import { BoxGrid, type Box } from '../boxGrid.ts'
import type { Body, Figure } from './bodies.ts'
import { freeSpot } from './freeSpot.ts'
import { costAt } from './readability.ts'
import { boxOf } from './separate.ts'
import { SPRING } from './springs.ts'

const CELL = 160
/** Distances at which places around a wished one are tried. */
const AROUND = [0, 0.5, 0.9, 1.3, 1.8]
const STEPS = [-1, -0.5, 0, 0.5, 1]

/** In larger networks nobody follows single ties by eye, and comparing places would take too long. */
const MOST_COMPARED = 2500

/**
 * Places a few who are new beside the many who stand already: near those they are tied to, where the network stays
 * readable; who has no ties stands at the lower rim, as far along as its stance says. Nobody else moves.
 */
export function joinIn({ frame, bodies, links }: Figure, onPlaced: (done: number) => void): void {
  const grid = new BoxGrid<Box>(CELL)
  const standing = new Set(bodies.filter(({ held }) => held))
  for (const body of standing) grid.add(boxOf(body))
  const waiting = new Set(bodies.filter(({ held }) => !held))
  const all = waiting.size
  while (waiting.size) {
    const body = nextOf(waiting, standing)
    if (!body) return
    const seen = {
      frame,
      bodies: [...standing],
      links: links.filter(({ a, b }) => standing.has(a) && standing.has(b)),
    }
    const friends = body.friends.filter((friend) => standing.has(friend))
    const wished = friends.length
      ? readablePlace({ ...body, friends }, seen)
      : placeAtRim(body, seen.bodies)
    Object.assign(body, freeSpot(body, wished, grid))
    grid.add(boxOf(body))
    standing.add(body)
    waiting.delete(body)
    onPlaced(1 - waiting.size / all)
  }
}

/** The first who is tied to somebody who stands; else the first. */
function nextOf(waiting: ReadonlySet<Body>, standing: ReadonlySet<Body>): Body | undefined {
  const list = [...waiting]
  return list.find(({ friends }) => friends.some((friend) => standing.has(friend))) ?? list[0]
}

/** Below everybody, at the x of those whose stance is most alike. */
function placeAtRim(body: Body, standing: readonly Body[]): Point {
  const bottom = standing.reduce((low, { y, below }) => Math.max(low, y + below), -Infinity)
  const alike = standing
    .toSorted((a, b) => Math.abs(a.wishedX - body.wishedX) - Math.abs(b.wishedX - body.wishedX))
    .slice(0, Math.ceil(standing.length / 8))
  return alike.length ? { x: middleOf(alike).x, y: bottom + body.above } : body
}

/** The most readable of the places around the middle of those it is tied to. */
function readablePlace(body: Body, seen: Figure): Point {
  const middle = middleOf(body.friends)
  if (seen.bodies.length > MOST_COMPARED) return middle
  let best = middle
  let least = Infinity
  for (const at of placesAround(middle)) {
    const cost = costAt(body, at, seen, least)
    if (cost < least) {
      least = cost
      best = at
    }
  }
  return best
}

const placesAround = ({ x, y }: Point): Point[] =>
  AROUND.flatMap((reach) =>
    STEPS.flatMap((dx) =>
      STEPS.flatMap((dy) =>
        Math.max(Math.abs(dx), Math.abs(dy)) === 1
          ? [{ x: x + dx * reach * SPRING, y: y + dy * reach * SPRING }]
          : [],
      ),
    ),
  )

const middleOf = (bodies: readonly Body[]): Point => ({
  x: bodies.reduce((sum, { x }) => sum + x, 0) / bodies.length,
  y: bodies.reduce((sum, { y }) => sum + y, 0) / bodies.length,
})
