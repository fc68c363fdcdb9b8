import type { MapView } from '../../audience/view.ts'
import type { Point } from '../../domain/records.ts'
import { arrange } from './layout/arrange.ts'
import { figureOf, type Body } from './layout/bodies.ts'
import { joinIn } from './layout/joinIn.ts'

/** Where everybody stands in a network: the centre of each dot by key, in world units (1 = 1 CSS px at zoom 1). */
export type NetworkPlaces = ReadonlyMap<string, Point>

/** Is told the share of the work that is done, 0…1. */
export interface LayoutProgress {
  (done: number): void
}

/**
 * Places for all stakeholders of a view, in its order. Those `held` keep exactly their place, and the others are laid
 * out around them: allies on their side, opponents on theirs, those who are tied near each other, no dot or name on
 * another. Depends on nothing but the view's order, names, stances, levels of influence and ties, and on who is held;
 * the same in every engine. For a map whose allies stand on the other side the result is mirrored.
 * Takes from milliseconds to many seconds (10,000 stakeholders): call it in a worker.
 */
export function layoutNetwork(
  view: MapView,
  held: NetworkPlaces,
  onProgress: LayoutProgress = () => undefined,
): NetworkPlaces {
  const figure = figureOf(view, held)
  const free = figure.bodies.filter((body) => !body.held).length
  if (free) {
    const place = areFew(free, figure.bodies.length) ? joinIn : arrange
    place(figure, inSteps(onProgress))
  }
  onProgress(1)
  const mirror = view.info.alliesSide === 'right' ? -1 : 1
  return new Map(
    figure.bodies.map((body) => [body.key, held.get(body.key) ?? placeOf(body, mirror)]),
  )
}

/** So few are new beside those held that a place for each can be looked for, instead of arranging all anew. */
const areFew = (free: number, all: number): boolean => free < all && free <= Math.max(2, all / 4)

/** Tells only what can be seen: a hundredth more than the last time. */
function inSteps(onProgress: LayoutProgress): LayoutProgress {
  let told = 0
  return (done) => {
    if (done < told + 0.01 || done >= 1) return
    told = done
    onProgress(done)
  }
}

/** A hundredth of a pixel is enough. */
const placeOf = ({ x, y }: Body, mirror: 1 | -1): Point => ({
  x: Math.round(x * mirror * 100) / 100 + 0,
  y: Math.round(y * 100) / 100 + 0,
})
