import type { Body, Figure } from './bodies.ts'
import { chance } from './chance.ts'
import { costAt } from './readability.ts'

/** How far bodies are tried away from where they stand, from round to round. */
const STRIDES = [300, 220, 160, 120, 90, 160, 70, 50, 110, 36, 26, 70, 18, 12, 40, 8]

/** East, south-east … and between: near enough to unit length. */
const WAYS = [
  [1, 0],
  [0.92, 0.38],
  [0.71, 0.71],
  [0.38, 0.92],
  [0, 1],
  [-0.38, 0.92],
  [-0.71, 0.71],
  [-0.92, 0.38],
  [-1, 0],
  [-0.92, -0.38],
  [-0.71, -0.71],
  [-0.38, -0.92],
  [0, -1],
  [0.38, -0.92],
  [0.71, -0.71],
  [0.92, -0.38],
] as const

/** Comparisons that may be made: about a second on a small machine. */
const BUDGET = 1.5e8

/**
 * Moves one body after the other to where the network is easier to read, in strides that become smaller. A greedy
 * search: each step makes things better or is not taken. Large networks get fewer rounds, very large ones none.
 */
export function polish(figure: Figure, seed: number, onRound: (done: number) => void): void {
  const random = chance(seed)
  const free = figure.bodies.filter(({ held }) => !held)
  const rounds = roundsFor(figure, free.length)
  for (let round = 0; round < rounds; round++) {
    const stride = STRIDES[Math.floor(((round + 0.5) * STRIDES.length) / rounds)] ?? 0
    for (const body of free) improve(body, stride * (0.7 + 0.6 * random()), figure)
    onRound((round + 1) / rounds)
  }
}

function roundsFor({ bodies, links }: Figure, free: number): number {
  const share = (2 * links.length) / Math.max(1, bodies.length)
  const comparisons = (1 + share) * (bodies.length + links.length) * WAYS.length * free
  return Math.min(STRIDES.length, Math.floor(BUDGET / Math.max(1, comparisons)))
}

function improve(body: Body, stride: number, figure: Figure): void {
  const { x, y } = body
  let best = { x, y }
  let least = costAt(body, body, figure)
  for (const [dx, dy] of WAYS) {
    const at = { x: x + dx * stride, y: y + dy * stride }
    const cost = costAt(body, at, figure, least)
    if (cost < least - 1e-6) {
      least = cost
      best = at
    }
  }
  body.x = best.x
  body.y = best.y
}
