import type { Point } from '../../../domain/records.ts'
import type { Body, Figure } from './bodies.ts'
import { chance } from './chance.ts'
import { costAt } from './readability.ts'

/** How far bodies are tried away from where they stand, from round to round. */
const STRIDES = [300, 220, 160, 120, 90, 160, 70, 50, 110, 36, 26, 70, 18, 12, 40, 8]

/** The eight points of the compass, and for every other round the eight between them; near enough to unit length. */
const WAYS = [
  [
    [1, 0],
    [0.71, 0.71],
    [0, 1],
    [-0.71, 0.71],
    [-1, 0],
    [-0.71, -0.71],
    [0, -1],
    [0.71, -0.71],
  ],
  [
    [0.92, 0.38],
    [0.38, 0.92],
    [-0.38, 0.92],
    [-0.92, 0.38],
    [-0.92, -0.38],
    [-0.38, -0.92],
    [0.38, -0.92],
    [0.92, -0.38],
  ],
] as const

/** Places anywhere in the frame that are tried as well. */
const LEAPS = 8

/** Comparisons that may be made: about a second on a small machine. */
const BUDGET = 1.5e8

/**
 * Moves one body after the other to where the network is easier to read: in strides that become smaller, or by a
 * leap. A greedy search: each step makes things better or is not taken. Large networks get fewer rounds, very large
 * ones none.
 */
export function polish(figure: Figure, seed: number, onRound: (done: number) => void): void {
  const random = chance(seed)
  const free = figure.bodies.filter(({ held }) => !held)
  const rounds = roundsFor(figure, free.length)
  for (let round = 0; round < rounds; round++) {
    const stride = STRIDES[Math.floor(((round + 0.5) * STRIDES.length) / rounds)] ?? 0
    const ways = WAYS[round % 2 === 0 ? 0 : 1]
    for (const body of free) {
      const reach = stride * (0.7 + 0.6 * random())
      const near = ways.map(([dx, dy]) => ({ x: body.x + dx * reach, y: body.y + dy * reach }))
      moveToBest(body, [...near, ...leaps(figure, random)], figure)
    }
    onRound((round + 1) / rounds)
  }
}

function roundsFor({ bodies, links }: Figure, free: number): number {
  const share = (2 * links.length) / Math.max(1, bodies.length)
  const comparisons = (1 + share) * (bodies.length + links.length) * (WAYS[0].length + LEAPS) * free
  return Math.min(STRIDES.length, Math.floor(BUDGET / Math.max(1, comparisons)))
}

/** Anywhere: what got stuck on the wrong side of others comes out of it in no other way. */
const leaps = ({ frame }: Figure, random: () => number): Point[] =>
  Array.from({ length: LEAPS }, () => ({
    x: (random() - 0.5) * frame.width,
    y: (random() - 0.5) * frame.height,
  }))

function moveToBest(body: Body, places: readonly Point[], figure: Figure): void {
  let best: Point = { x: body.x, y: body.y }
  let least = costAt(body, body, figure)
  for (const at of places) {
    const cost = costAt(body, at, figure, least)
    if (cost < least - 1e-6) {
      least = cost
      best = at
    }
  }
  body.x = best.x
  body.y = best.y
}
