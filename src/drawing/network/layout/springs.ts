import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force'
import type { Body, Figure } from './bodies.ts'

/** How long a tie of middling strength wants to be, from centre to centre. */
export const SPRING = 165

/** More than this are laid out less finely, to be done within seconds. */
export const MANY = 3000

const REPULSION = 900
/** Beyond this no two repel each other: what is not tied to the rest is not flung away. */
const REPULSION_REACH = 1200
const Y_PULL = 0.045
const X_PULL = 0.12

interface Node extends SimulationNodeDatum {
  readonly body: Body
  x: number
  y: number
}

/**
 * Springs and repulsion (Fruchterman and Reingold 1991, as d3-force does it, with Barnes and Hut's approximation),
 * with x pulled by stance. Moves bodies that are not held. Nothing in it is left to chance or to the clock, and it
 * only adds, multiplies and takes roots, so that every engine comes to the same places.
 */
export function relax(
  { bodies, links, frame }: Figure,
  ticks: number,
  onTick: (done: number) => void,
): void {
  const nodes = bodies.map((body): Node => {
    const node = { body, x: body.x, y: body.y }
    return body.held ? { ...node, fx: body.x, fy: body.y } : node
  })
  const xPull = Y_PULL * 0.6 + X_PULL * spreadOfWishes(bodies, frame.width)
  const simulation = forceSimulation(nodes)
    .stop()
    .alphaDecay(0)
    .force(
      'ties',
      forceLink(links.map(({ a, b, strength }) => ({ source: a.index, target: b.index, strength })))
        .distance(({ strength }) => SPRING * (1.2 - 0.1 * strength))
        .iterations(bodies.length > MANY ? 1 : 2),
    )
    .force(
      'apart',
      forceManyBody<Node>()
        .strength(-REPULSION)
        .distanceMax(REPULSION_REACH)
        .theta(bodies.length > MANY ? 1.3 : 0.9),
    )
    .force(
      'stance',
      forceX<Node>(({ body }) => body.wishedX).strength(({ body }) =>
        body.isPlaced ? xPull : Y_PULL * 0.6,
      ),
    )
    .force('together', forceY<Node>(0).strength(Y_PULL))
    .force('room', forceCollide<Node>(({ body }) => roomOf(body)).strength(0.7))
  for (let tick = 0; tick < ticks; tick++) {
    const left = 1 - tick / ticks
    simulation.alpha(left * left).tick()
    onTick((tick + 1) / ticks)
  }
  for (const { body, x, y } of nodes) {
    if (body.held) continue
    body.x = x
    body.y = y
  }
}

/** The radius of a disc about as large as a dot with its name. */
const roomOf = ({ halfWidth, above, below }: Body): number =>
  Math.sqrt((halfWidth * (above + below)) / 2)

/** 0 … 1: how well stance tells stakeholders apart. Where all stand alike it must not pile them up. */
function spreadOfWishes(bodies: readonly Body[], width: number): number {
  const wishes = bodies.flatMap(({ isPlaced, wishedX }) => (isPlaced ? [wishedX] : []))
  if (!wishes.length) return 0
  const mean = wishes.reduce((sum, x) => sum + x, 0) / wishes.length
  const variance = wishes.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / wishes.length
  return Math.min(1, Math.sqrt(variance) / (width / 5))
}
