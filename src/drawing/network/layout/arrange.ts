import type { Point } from '../../../domain/records.ts'
import type { Body, Figure } from './bodies.ts'
import { chance } from './chance.ts'
import { centre, fitFrame } from './fitFrame.ts'
import { polish } from './polish.ts'
import { costOf } from './readability.ts'
import { separate } from './separate.ts'
import { MANY, relax } from './springs.ts'

/** The share of the work before names are given their room. */
const SEARCHED = 0.9

/**
 * Lays a whole network out: springs, then (in networks small enough to be read tie by tie) a search for places that
 * are easier to read, then room for all names. Small networks are begun several times, and the best is kept.
 */
export function arrange(figure: Figure, onProgress: (done: number) => void): void {
  const { bodies } = figure
  const tries = triesFor(figure)
  let best: readonly Point[] = []
  let least = Infinity
  for (let attempt = 0; attempt < tries; attempt++) {
    const cost = search(figure, attempt + 1, tries > 1, (done) =>
      onProgress(((attempt + done) / tries) * SEARCHED),
    )
    if (cost >= least) continue
    least = cost
    best = bodies.map(({ x, y }) => ({ x, y }))
  }
  putAt(bodies, best)
  separate(bodies, (done) => onProgress(SEARCHED + done * (1 - SEARCHED)))
  if (isFree(figure)) centre(bodies)
}

/** One attempt; says how hard the outcome is to read when it is to be compared. */
function search(
  figure: Figure,
  seed: number,
  isCompared: boolean,
  onProgress: (done: number) => void,
): number {
  scatter(figure, seed)
  relax(figure, ticksFor(figure.bodies.length), (done) => onProgress(done / 2))
  if (isFree(figure)) fitFrame(figure)
  polish(figure, seed, (done) => onProgress((1 + done) / 2))
  return isCompared ? costOf(figure) : 0
}

const isFree = ({ bodies }: Figure): boolean => bodies.every(({ held }) => !held)

/** Fewer for large networks, whose shape is clear earlier and matters less in detail. */
function ticksFor(count: number): number {
  if (count <= 600) return Math.min(300, 120 + 6 * count)
  return count <= MANY ? 200 : 70
}

/** Few stakeholders have few ways to be tangled, and many take too long. */
function triesFor({ bodies, links }: Figure): number {
  const wanted = Math.min(10, 1 + Math.ceil(bodies.length / 4))
  return Math.max(1, Math.min(wanted, Math.floor(900 / (bodies.length + links.length + 1))))
}

/** Everybody who is free at the x of its stance and at any height: repeatable, but another for each seed. */
function scatter({ bodies, frame }: Figure, seed: number): void {
  const random = chance(seed)
  for (const body of bodies) {
    const aside = (random() - 0.5) * 0.2 * frame.width
    const down = (random() - 0.5) * frame.height
    if (body.held) continue
    body.x = body.wishedX + aside
    body.y = down
  }
}

function putAt(bodies: readonly Body[], places: readonly Point[]): void {
  for (const [i, body] of bodies.entries()) {
    const place = places[i]
    if (!place || body.held) continue
    body.x = place.x
    body.y = place.y
  }
}
