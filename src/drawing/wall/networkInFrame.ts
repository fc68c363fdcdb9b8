import type { MapView } from '../../audience/view.ts'
import type { Point } from '../../domain/records.ts'
import { type Box, boxesOverlap } from '../network/boxGrid.ts'
import type { DotLook } from '../network/dotShape.ts'
import { type Body, type Figure, figureOf, type Frame } from '../network/layout/bodies.ts'
import { polish } from '../network/layout/polish.ts'
import { boxOf, pushApart } from '../network/layout/separate.ts'
import type { NetworkPlaces } from '../network/networkLayout.ts'

/** No more of a frame than this is covered by dots and names where ties are to be seen between them. */
const AIRY = 0.42
/** Where more is covered, pushing apart leads nowhere. */
const FULLEST = 0.72
/** How far clusters are loosened, from 0 (not at all) to 1 (all stand in equal steps). */
const LOOSENED = 0.4
/** A network is made no longer or wider than so many times what it was laid out as. */
const MOST_DRAWN_OUT = 3.5
/** Of the space around a dot with its name. */
const SPARED = 5
/** Of pushing apart. */
const ROUNDS = 400
/** With more stakeholders or ties than this, who stands beside whom stays as it was laid out. */
const MOST_TO_POLISH = { bodies: 30, links: 60 } as const

/**
 * The places of a network moved to where it is easy to read in a frame of this shape: in networks of few, tie by tie.
 * Depends on nothing but the view and the places, as all of this file.
 */
export function polishedFor(view: MapView, places: NetworkPlaces, frame: Frame): NetworkPlaces {
  const figure = figureIn(view, places, 'wall', frame)
  const { bodies, links } = figure
  if (bodies.length > MOST_TO_POLISH.bodies || links.length > MOST_TO_POLISH.links) return places
  polish(figure, 1, () => undefined)
  return placesOf(figure, view)
}

/**
 * The places of a network in a frame: everybody inside with dot and name, and nobody on another; null where they find
 * no room.
 * @param standing `airy`: with room for ties between them; `close`: rather closer; `in rows`: if there is no other way
 */
export function networkInFrame(
  view: MapView,
  places: NetworkPlaces,
  look: DotLook,
  frame: Frame,
  standing: 'airy' | 'close' | 'in rows',
): NetworkPlaces | null {
  const figure = figureIn(view, places, look, frame)
  const done =
    (coveredBy(figure) <= (standing === 'airy' ? AIRY : FULLEST) && settled(figure)) ||
    (standing === 'in rows' && inRows(figure))
  return done ? placesOf(figure, view) : null
}

/** Everybody who has a place, drawn out or squeezed into the frame. */
function figureIn(view: MapView, places: NetworkPlaces, look: DotLook, frame: Frame): Figure {
  const stakeholders = view.stakeholders.filter(({ key }) => places.has(key))
  const figure = figureOf({ ...view, stakeholders }, new Map(), frame, look)
  for (const body of figure.bodies) Object.assign(body, turned(places.get(body.key), view))
  fill(figure)
  return figure
}

/** Draws out or squeezes the whole, so that it fills its frame: few are drawn out no more than can be taken in at a glance. */
function fill({ bodies, frame }: Figure): void {
  const across = shares(
    bodies.map(({ x }) => x),
    frame.width,
  )
  const down = shares(
    bodies.map(({ y }) => y),
    frame.height,
  )
  for (const body of bodies) {
    const { halfWidth, above, below } = body
    body.x = halfWidth - frame.width / 2 + across(body.x) * (frame.width - 2 * halfWidth)
    body.y = above - frame.height / 2 + down(body.y) * (frame.height - above - below)
  }
}

/** From places on an axis to shares of a length: of all of it, or of its middle. */
function shares(values: readonly number[], length: number): (value: number) => number {
  const sorted = values.toSorted((a, b) => a - b)
  const from = sorted[0] ?? 0
  const size = (sorted.at(-1) ?? 0) - from
  if (size <= 0) return () => 0.5
  const share = Math.min(1, (size * MOST_DRAWN_OUT) / length)
  return (value) => {
    const rank = (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 / (sorted.length - 1)
    const place = (1 - LOOSENED) * ((value - from) / size) + LOOSENED * rank
    return 0.5 + (place - 0.5) * share
  }
}

const placesOf = ({ bodies }: Figure, view: MapView): NetworkPlaces =>
  new Map(bodies.map((body) => [body.key, turned(body, view)]))

/** While they are laid out, allies stand on the left. */
function turned(at: Point | undefined, { info }: MapView): Point {
  const mirror = info.alliesSide === 'right' ? -1 : 1
  return { x: (at?.x ?? 0) * mirror + 0, y: at?.y ?? 0 }
}

/** Share of the frame that dots, names and the space they keep take up. */
const coveredBy = ({ bodies, frame }: Figure): number =>
  bodies.reduce((sum, { halfWidth, above, below }) => sum + 2 * halfWidth * (above + below), 0) /
  (frame.width * frame.height)

/** Pushes bodies apart within the frame; false when some still cover each other in the end. */
function settled({ bodies, frame }: Figure): boolean {
  for (let round = 0; round < ROUNDS; round++) {
    for (const body of bodies) fetchBack(body, frame)
    if (!pushApart(bodies)) return true
  }
  for (const body of bodies) fetchBack(body, frame)
  const boxes = bodies.map((body) => lessAir(boxOf(body)))
  return !boxes.some((box, i) => boxes.slice(i + 1).some((other) => boxesOverlap(box, other)))
}

/** Where it is close, at an edge of the frame, a part of the space that all keep around them may be given up. */
const lessAir = ({ left, right, top, bottom }: Box): Box => ({
  left: left + SPARED,
  right: right - SPARED,
  top: top + SPARED,
  bottom: bottom - SPARED,
})

function fetchBack(body: Body, { width, height }: Frame): void {
  const { halfWidth, above, below } = body
  body.x = Math.min(width / 2 - halfWidth, Math.max(halfWidth - width / 2, body.x))
  body.y = Math.min(height / 2 - below, Math.max(above - height / 2, body.y))
}

/** Where there is little room: from the top in rows, and in each from the left; false when even that has none. */
function inRows({ bodies, frame }: Figure): boolean {
  const down = bodies.toSorted((a, b) => a.y - b.y || a.index - b.index)
  for (let count = 1; count <= down.length; count++) {
    const rows = Array.from({ length: count }, (_, i) =>
      down.slice(
        Math.round((i * down.length) / count),
        Math.round(((i + 1) * down.length) / count),
      ),
    )
    const heights = rows.map((row) => Math.max(...row.map(({ above, below }) => above + below)))
    const spare = frame.height - heights.reduce((sum, height) => sum + height, 0)
    if (spare < 0) return false
    if (rows.some((row) => widthOf(row) > frame.width)) continue
    let top = -frame.height / 2
    rows.forEach((row, i) => {
      top += spare / count / 2
      putInRow(row, top, frame)
      top += (heights[i] ?? 0) + spare / count / 2
    })
    return true
  }
  return false
}

const widthOf = (row: readonly Body[]): number =>
  row.reduce((sum, { halfWidth }) => sum + 2 * halfWidth, 0)

function putInRow(row: readonly Body[], top: number, { width }: Frame): void {
  const gap = (width - widthOf(row)) / row.length
  let left = -width / 2
  for (const body of row.toSorted((a, b) => a.x - b.x || a.index - b.index)) {
    left += gap / 2
    body.x = left + body.halfWidth
    body.y = top + body.above
    left += 2 * body.halfWidth + gap / 2
  }
}
