import type { MapView } from '../../audience/view.ts'
import { overlaps, type Rect } from '../halfPie.ts'
import type { DotLook } from '../network/dotShape.ts'
import type { NetworkDot } from '../network/networkDots.ts'
import type { NetworkPlaces } from '../network/networkLayout.ts'
import { buildNetworkScene, type NetworkScene, type NetworkWords } from '../network/networkScene.ts'
import { SIZES } from '../palette.ts'
import { networkInFrame, polishedFor } from './networkInFrame.ts'
import { FEW } from './wallLooks.ts'
import { LEAST_TYPE } from './wallPage.ts'

/** Sizes of names that are tried, in units of the page. */
const LARGEST_TRIED = 36
const SIZES_TRIED = [LARGEST_TRIED, 32, 28, LEAST_TYPE]
/** For more than a few: as large as they find room. */
const SMALLER = 0.92
/** With more dots than this nothing is tried: names stay small then. */
const MOST = 200
/** Ties that curve may leave the network's frame by so much: still on the page, and clear of its title. */
const BEYOND = 12
/** Frames that are tried, each a little smaller, so that ties find room too. */
const INSETS = 4
/** In these long names are cut; only for a few, where whole names would be too small to be read from afar. */
const CUT_LOOKS = [
  'wall, two lines',
  'wall, one line',
  'wall, few letters',
] as const satisfies readonly DotLook[]

interface Remembered {
  readonly places: NetworkPlaces
  readonly area: Rect
  readonly ownTie: string
  readonly scene: NetworkScene
}

/** A spotlight or a close-up changes the picture, but nobody's place: those need not be looked for again. */
const last = new WeakMap<MapView, Remembered>()

/**
 * A network for an area of the wall: laid out anew for the area's shape, so that names are as large as they can be,
 * and where there are only a few never too small to be read from afar.
 */
export function wallNetworkFor(
  view: MapView,
  places: NetworkPlaces,
  words: NetworkWords,
  area: Rect,
): NetworkScene {
  const known = last.get(view)
  if (
    known?.ownTie === words.ownTie &&
    known.area.width === area.width &&
    known.area.height === area.height &&
    samePlaces(known.places, places)
  ) {
    return known.scene
  }
  const scene = laidOutIn(area, view, places, words)
  last.set(view, { places, area, ownTie: words.ownTie, scene })
  return scene
}

const samePlaces = (a: NetworkPlaces, b: NetworkPlaces): boolean =>
  a === b ||
  (a.size === b.size &&
    Array.from(a).every(([key, { x, y }]) => b.get(key)?.x === x && b.get(key)?.y === y))

function laidOutIn(
  area: Rect,
  view: MapView,
  places: NetworkPlaces,
  words: NetworkWords,
): NetworkScene {
  const asLaidOut = buildNetworkScene(view, places, words, { look: 'wall', room: null })
  const count = asLaidOut.dots.length
  if (count > MOST || count < 2) return asLaidOut
  const before = typeOn(area, asLaidOut)
  const made = makerFor(area, view, places, words, before)
  for (const type of sizesFor(count, before)) {
    const scene = made('wall', type)
    if (scene) return scene
  }
  if (count > FEW || before >= LEAST_TYPE) return asLaidOut
  for (const look of CUT_LOOKS) {
    const scene = made(look, LEAST_TYPE)
    if (scene) return scene
  }
  return asLaidOut
}

/** Below this nobody could read names, and no more is tried. */
const SMALLEST_TRIED = 7

/** The same with whole names, however small they become; null where they find no room. */
export function wholeNetworkFor(
  view: MapView,
  places: NetworkPlaces,
  words: NetworkWords,
  area: Rect,
): NetworkScene | null {
  const count = countOf(view, places)
  if (count > MOST || count < 2) return null
  const made = makerFor(area, view, places, words, 0)
  for (let type = LARGEST_TRIED; type >= SMALLEST_TRIED; type *= SMALLER) {
    const scene = made('whole', type)
    if (scene) return scene
  }
  return null
}

/** Places may be those of more people than are shown. */
const countOf = ({ stakeholders }: MapView, places: NetworkPlaces): number =>
  stakeholders.filter(({ key }) => places.has(key)).length

/** Makes the network in names of a look and size; null where they find no room. */
function makerFor(
  area: Rect,
  view: MapView,
  places: NetworkPlaces,
  words: NetworkWords,
  before: number,
): (look: DotLook, type: number) => NetworkScene | null {
  const polished = polishedFor(view, places, frameFor(area, LEAST_TYPE))
  const isFew = countOf(view, places) <= FEW
  const isWhole = (look: DotLook) => look === 'wall' || look === 'whole'
  return (look, type) => {
    const airy = type > Math.max(LEAST_TYPE, before)
    const standing = airy ? 'airy' : !isFew || isWhole(look) ? 'close' : 'in rows'
    const room = roomOf(frameFor(area, type))
    // Many ties between the same two curve far out: then all stand a little farther in.
    for (let tries = 0, inset = 0; tries < INSETS; tries++) {
      const frame = grown(room, -inset)
      if (frame.width <= 0 || frame.height <= 0) return null
      const found = networkInFrame(view, polished, look, frame, standing)
      if (!found) return null
      const scene = buildNetworkScene(view, found, words, { look, room: frame })
      if (coversAny(scene)) return null
      const beyond = overhang(room, scene)
      if (beyond <= BEYOND) return { ...scene, bounds: room }
      inset += beyond - BEYOND + 1
    }
    return null
  }
}

/** The area in the network's own units where names have this size on the page. */
function frameFor({ width, height }: Rect, type: number) {
  const zoom = type / SIZES.network.label.font
  return { width: width / zoom, height: height / zoom }
}

/** As large as names would be anyway or larger, the largest first; those of a few are never made too small to be read. */
function sizesFor(count: number, before: number): number[] {
  const sizes = [...SIZES_TRIED]
  const least = count > FEW ? before : LEAST_TYPE
  for (let size = LEAST_TYPE * SMALLER; size > least; size *= SMALLER) sizes.push(size)
  const larger = sizes.filter((size) => size > before)
  if (count <= FEW && before < LEAST_TYPE) return larger
  // Rather a little smaller than leaving a part of the page empty.
  const readable = SIZES_TRIED.filter((size) => size < before)
  return [...larger, Math.min(before, LARGEST_TRIED), ...readable]
}

/** The size that names have on the page. */
const typeOn = (area: Rect, { bounds }: NetworkScene): number =>
  SIZES.network.label.font * Math.min(area.width / bounds.width, area.height / bounds.height)

const roomOf = ({ width, height }: { readonly width: number; readonly height: number }): Rect => ({
  x: -width / 2,
  y: -height / 2,
  width,
  height,
})

const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

/** How far a scene reaches out of its room. */
const overhang = (room: Rect, { bounds }: NetworkScene): number =>
  Math.max(
    room.x - bounds.x,
    room.y - bounds.y,
    bounds.x + bounds.width - room.x - room.width,
    bounds.y + bounds.height - room.y - room.height,
  )

/** Whether any name or dot covers another's. */
function coversAny({ dots }: NetworkScene): boolean {
  const boxes = dots.map((dot) => [discOf(dot), nameOf(dot)] as const)
  return boxes.some((mine, i) =>
    boxes.slice(i + 1).some((theirs) => mine.some((a) => theirs.some((b) => overlaps(a, b)))),
  )
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
