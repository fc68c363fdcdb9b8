import type { MapView } from '../../audience/view.ts'
import type { Point } from '../../domain/records.ts'
import { overlaps, type Rect } from '../halfPie.ts'
import type { NetworkDot } from '../network/networkDots.ts'
import { buildNetworkScene, type NetworkScene, type NetworkWords } from '../network/networkScene.ts'
import { SIZES } from '../palette.ts'
import { LEAST_TYPE } from './wallPage.ts'

/** Ways of moving everybody together, in order of liking. Nearer together is larger on the wall. */
const NEARER = [1, 0.93, 0.86, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5]
/** A network is drawn out no more than this to have the shape of its area. */
const MOST_DRAWN_OUT = 1.4
/** With more dots than this nothing is tried: names stay small then. */
const MOST = 120

/**
 * A network for an area of the wall. Everybody keeps the place among the others; but where names are too small, it is
 * drawn out to the area's shape, and they stand nearer together as far as that covers no more dots and names.
 */
export function wallNetworkFor(
  view: MapView,
  places: ReadonlyMap<string, Point>,
  words: NetworkWords,
  area: Rect,
): NetworkScene {
  const scene = buildNetworkScene(view, places, words)
  if (typeOn(area, scene) >= LEAST_TYPE || scene.dots.length > MOST) return scene
  const covered = coverings(scene)
  const [across, down] = drawnOut(area, scene)
  let best = scene
  for (const share of NEARER) {
    const nearer = new Map(
      Array.from(places, ([key, { x, y }]) => [
        key,
        { x: x * share * across, y: y * share * down },
      ]),
    )
    const tried = buildNetworkScene(view, nearer, words)
    if (coverings(tried) > covered) continue
    best = tried
    if (typeOn(area, tried) >= LEAST_TYPE) break
  }
  return best
}

/** By how much a network is drawn out across and down, so that it has the shape of an area. */
function drawnOut(area: Rect, { bounds }: NetworkScene): readonly [number, number] {
  const wider = (area.width * bounds.height) / (area.height * bounds.width)
  return [
    Math.min(MOST_DRAWN_OUT, Math.max(1, wider)),
    Math.min(MOST_DRAWN_OUT, Math.max(1, 1 / wider)),
  ]
}

/** The size that names have on the page. */
const typeOn = (area: Rect, { bounds }: NetworkScene): number =>
  SIZES.network.label.font * Math.min(area.width / bounds.width, area.height / bounds.height)

/** How many names and dots cover one another. */
function coverings({ dots }: NetworkScene): number {
  const boxes = dots.map((dot) => ({ dot: discOf(dot), name: nameOf(dot) }))
  let count = 0
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) {
      const pairs: readonly (readonly [Rect, Rect])[] = [
        [a.dot, b.dot],
        [a.dot, b.name],
        [a.name, b.dot],
        [a.name, b.name],
      ]
      if (pairs.some(([one, other]) => overlaps(one, other))) count++
    }
  })
  return count
}

const discOf = ({ x, y, reach }: NetworkDot): Rect => ({
  x: x - reach,
  y: y - reach,
  width: 2 * reach,
  height: 2 * reach,
})

const nameOf = ({ x, y, label }: NetworkDot): Rect => ({
  x: x + label.x - label.width / 2,
  y: y + label.y - label.height / 2,
  width: label.width,
  height: label.height,
})
