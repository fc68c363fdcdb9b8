import { BASE_RADIUS, type Rect } from '../halfPie.ts'
import { SIZES } from '../palette.ts'
import { headingBottom, headingLines, type TitleLine } from '../pictureTitle.ts'
import type { Scene } from '../scene.ts'
import { LEAST_TYPE, WALL_MARGIN, type WallPage } from './wallPage.ts'

/** What is written at the top of a wall. */
export interface WallHeading {
  readonly title: string
  /** Only what the hub has no room for. */
  readonly subtitle: string
}

/** From world units to the page: scaled by `scale`, then moved so that its (0, 0) is at (x, y). */
export interface Placed {
  readonly scale: number
  readonly x: number
  readonly y: number
}

/** Where the half-pie stands on the page. */
export interface PieFrame {
  readonly radius: number
  /** To the outside of the labels. */
  readonly reach: number
  /** Of the base line. */
  readonly y: number
}

const TOP = 30
const TITLE_SIZES = [58, 52, 46, 41, 37, 33, 30, 27, LEAST_TYPE]
const SUBTITLE_SIZE = 27
/** Between the title and the labels' circle. */
const CLEARANCE = 24
/** Height above the pie that is left to the title before the pie moves to the middle of a tall page. */
const FOR_TITLE = 200
const BELOW_TITLE = 24
/** Type is blown up no further than this. */
const LARGEST_TYPE = 60
/** Of a network or grid of few, as far as the whole is shown. */
const LARGEST_WHOLE = 40

/** The largest half-pie that the page can hold. */
export function pieFrameFor(page: WallPage, foot: number): PieFrame {
  const reach = Math.min(page.width / 2 - WALL_MARGIN, page.height - TOP - foot)
  const { rim, labelGap, labelFont } = SIZES.pie
  const beyond = 1 + (rim + labelGap) / BASE_RADIUS
  const radius = Math.min(reach / (beyond + labelFont / BASE_RADIUS), (reach - LEAST_TYPE) / beyond)
  const spare = page.height - TOP - foot - reach
  return { radius, reach, y: page.height - foot - Math.max(0, spare - FOR_TITLE) / 2 }
}

/** The title in the corner that the arc leaves free. */
export function headingBesideArc(
  heading: WallHeading,
  page: WallPage,
  { reach, y }: PieFrame,
): readonly TitleLine[] {
  const circle = reach + CLEARANCE
  const widthTo = (lowest: number) => {
    const up = y - lowest
    if (up >= circle) return page.width - 2 * WALL_MARGIN
    return page.width / 2 - WALL_MARGIN - Math.sqrt(circle * circle - up * up)
  }
  return headingLines(heading, {
    top: TOP,
    widthTo,
    sizes: TITLE_SIZES,
    mostLines: 4,
    subtitleSize: SUBTITLE_SIZE,
    subtitleLines: 4,
  })
}

/** The title across the page. */
export const headingAcross = (heading: WallHeading, page: WallPage): readonly TitleLine[] =>
  headingLines(heading, {
    top: TOP,
    widthTo: () => page.width - 2 * WALL_MARGIN,
    sizes: TITLE_SIZES,
    mostLines: 2,
    subtitleSize: SUBTITLE_SIZE,
  })

/** The part of the page between title and foot. */
export function areaBelow(title: readonly TitleLine[], page: WallPage, foot: number): Rect {
  const y = title.length ? headingBottom(title, TOP) + BELOW_TITLE : TOP
  return {
    x: WALL_MARGIN,
    y,
    width: page.width - 2 * WALL_MARGIN,
    height: page.height - foot - y,
  }
}

/** A scene in the middle of an area, as large as it can be. */
export const wholeIn = (area: Rect, { bounds }: Scene): Placed =>
  fitted(area, bounds, LARGEST_WHOLE)

const fitted = (area: Rect, part: Rect, largestType: number): Placed => {
  const scale = Math.min(
    area.width / part.width,
    area.height / part.height,
    largestType / SIZES.card.font,
  )
  return {
    scale,
    x: area.x + area.width / 2 - (part.x + part.width / 2) * scale,
    y: area.y + area.height / 2 - (part.y + part.height / 2) * scale,
  }
}

/** World units around those whom a picture is about. */
const AROUND = 30

/** The part of a scene around some of those on it; null when none of them is there. */
export function partAround(scene: Scene, keys: readonly string[]): Rect | null {
  const wanted = new Set(keys)
  const boxes = scene.kind === 'network' ? dotBoxes(scene) : cardBoxes(scene)
  const mine = boxes.flatMap(({ key, ...box }) => (wanted.has(key) ? [box] : []))
  if (!mine.length) return null
  const left = Math.min(...mine.map((box) => box.left)) - AROUND
  const right = Math.max(...mine.map((box) => box.right)) + AROUND
  const top = Math.min(...mine.map((box) => box.top)) - AROUND
  const bottom = Math.max(...mine.map((box) => box.bottom)) + AROUND
  return { x: left, y: top, width: right - left, height: bottom - top }
}

interface KeyedBox {
  readonly key: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const cardBoxes = ({ cards }: Exclude<Scene, { kind: 'network' }>): KeyedBox[] =>
  cards.map(({ key, x, y, shape: { width, height } }) => ({
    key,
    left: x - width / 2,
    right: x + width / 2,
    top: y - height / 2,
    bottom: y + height / 2,
  }))

const dotBoxes = ({ dots }: Extract<Scene, { kind: 'network' }>): KeyedBox[] =>
  dots.map(({ key, x, y, reach, label }) => ({
    key,
    left: x + Math.min(-reach, label.x - label.width / 2),
    right: x + Math.max(reach, label.x + label.width / 2),
    top: y + Math.min(-reach, label.y - label.height / 2),
    bottom: y + Math.max(reach, label.y + label.height / 2),
  }))

/** A part of a scene that fills an area, never smaller than the whole would be. */
export function closeUpIn(area: Rect, part: Rect, whole: Placed): Placed {
  const near = fitted(area, part, LARGEST_TYPE)
  return near.scale > whole.scale ? near : whole
}
