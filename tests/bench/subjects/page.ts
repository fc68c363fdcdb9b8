import { type SyntheticMap, syntheticMap } from './syntheticMap.ts'

export interface Spot {
  readonly x: number
  readonly y: number
}

/** What every measured page tells the bench; the app itself is asked the same from outside. */
export interface BenchPage {
  /** Everything stands in the page. */
  readonly ready: () => boolean
  /** Middle of a card near the middle of the map, on top of its neighbours, in the window's px. */
  readonly cardSpot: () => Spot
  /** A place without cards, where a pan can begin. */
  readonly emptySpot: () => Spot
  readonly middle: () => Spot
  /** Differs after anything was moved. */
  readonly state: () => string
}

declare global {
  interface Window {
    bench?: BenchPage
  }
}

export interface Camera extends Spot {
  readonly zoom: number
}

const PADDING = 20

export const mapOfPage = (): SyntheticMap =>
  syntheticMap(Number(new URLSearchParams(location.search).get('n') ?? 50))

/** The whole map in the middle of a window. */
export function fitted({ width, height }: SyntheticMap, window: Spot): Camera {
  const zoom = Math.min((window.x - 2 * PADDING) / width, (window.y - 2 * PADDING) / height, 1)
  return { zoom, x: (window.x - width * zoom) / 2, y: (window.y - height * zoom) / 2 }
}

/** Zooms by a wheel's turn at React Flow's own rate; the point under `at` stays. */
export function wheeled(camera: Camera, at: Spot, deltaY: number): Camera {
  const ratio = 2 ** (-deltaY * 0.002)
  return {
    zoom: camera.zoom * ratio,
    x: at.x - (at.x - camera.x) * ratio,
    y: at.y - (at.y - camera.y) * ratio,
  }
}

export const EMPTY_SPOT: Spot = { x: 60, y: 60 }
export const middleOfWindow = (): Spot => ({ x: innerWidth / 2, y: innerHeight / 2 })

/** The middle of the element nearest to the window's middle that nothing covers there. */
export function nearestToMiddle(elements: Iterable<Element>): Spot {
  const middle = middleOfWindow()
  let nearest: Spot | null = null
  let least = Infinity
  for (const element of elements) {
    const box = element.getBoundingClientRect()
    const spot = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const distance = Math.hypot(spot.x - middle.x, spot.y - middle.y)
    if (distance >= least || !element.contains(document.elementFromPoint(spot.x, spot.y))) continue
    nearest = spot
    least = distance
  }
  if (!nearest) throw new Error('no card can be reached')
  return nearest
}
