import type { MapView } from '../audience/view.ts'
import { isOnPie, overlaps, rectAt, type Rect } from './halfPie.ts'
import type { SpectrumLayout } from './layout.ts'
import { tidiedLayoutFor } from './tidiedLayout.ts'
import type { NetworkPlaces } from './network/networkLayout.ts'
import type { NetworkWords } from './network/networkScene.ts'
import { SIZES } from './palette.ts'
import { footFor } from './pictureFoot.ts'
import { headingAcross, pageFor, type PictureFrame } from './pictureFrame.ts'
import { buildPowerScene, type PowerScene } from './power/powerScene.ts'
import type { PowerWords } from './power/powerWords.ts'
import type { Scene } from './scene.ts'
import { MARGIN, mayStand, POINTS_PER_UNIT, type Sheet } from './sheet.ts'
import { buildSpectrumScene, type SceneWords, type SpectrumScene } from './spectrumScene.ts'
import { wholeLayoutFor } from './wall/wallLayout.ts'
import { wholeNetworkFor } from './wall/wallNetwork.ts'
import { wholePowerLayoutFor } from './wall/wallPower.ts'

/**
 * Names smaller than this many points are said to be too small: on paper the size of the smallest print in newspapers; on
 * slides, which are seen from afar, a third more.
 */
export const LEAST_POINTS = { paper: 6, slide: 8 } as const
export const leastPointsOn = (sheet: Sheet): number =>
  mayStand(sheet) ? LEAST_POINTS.paper : LEAST_POINTS.slide

/** `as on the screen`: where cards stand on the canvas, as long as that can be read; `large`: as close as they can stand. */
export const TYPE_SIZES = ['as on the screen', 'large'] as const
export type TypeSize = (typeof TYPE_SIZES)[number]

/** How a scene is to be set on its page. */
export interface Setting {
  readonly size: TypeSize
  /** Names smaller than this, in pt, are set closer together whatever was wished. */
  readonly least: number
}

/** What a scene is made from once more, to fill its page. */
export interface SceneParts {
  readonly view: MapView
  readonly words: {
    readonly spectrum: SceneWords
    readonly network: NetworkWords
    readonly power: PowerWords
  }
  /** Where everybody stands in the network. */
  readonly places: NetworkPlaces | null
}

/** A scene, and how well its names can be read on its page. */
export interface SceneOnPage {
  readonly scene: Scene
  /** Font size of names, in pt; Infinity where there is none. */
  readonly points: number
  /** How many names end in an ellipsis. */
  readonly cut: number
}

/**
 * The drawing for a page: that of the screen, tidied where cards cover each other, if its names can be read; otherwise (or
 * when large type is wished) the same stakeholders closer together, in type as large as the page holds and with whole
 * names.
 */
export function sceneOnPage(
  screen: Scene,
  frame: PictureFrame,
  parts: SceneParts,
  { size, least }: Setting,
): SceneOnPage {
  const asIs = judged(tidiedScene(screen, parts), frame)
  if (size === 'as on the screen' && asIs.points >= least && asIs.cut === 0) return asIs
  const scene = closer(screen, frame, parts)
  if (!scene) return asIs
  const found = judged(scene, frame)
  const better = asIs.cut > 0 || found.points > asIs.points
  return better ? found : asIs
}

/** On paper nobody can push aside a card that covers another, the hub or the rim. */
function tidiedScene(screen: Scene, parts: SceneParts): Scene {
  if (screen.kind !== 'spectrum' || isTidy(screen)) return screen
  return laidOut(screen, parts, tidiedLayoutFor(parts.view))
}

/** The same spectrum with its cards in other places. */
function laidOut(
  screen: SpectrumScene,
  { view, words }: SceneParts,
  layout: SpectrumLayout,
): SpectrumScene {
  const scene = buildSpectrumScene(view, words.spectrum, { ties: screen.ties !== null, layout })
  return screen.arrows.length ? scene : { ...scene, arrows: [] }
}

/** Lines may touch, and cards stand on an edge, by this many units: nobody sees that. */
const MERCY = 3

function isTidy({ cards, pie }: SpectrumScene): boolean {
  const boxes = cards.map(({ x, y, shape }) => rectAt({ x, y }, shape))
  const stands = ({ x, y, width, height }: Rect) =>
    isOnPie(
      {
        left: x + MERCY,
        right: x + width - MERCY,
        top: y + MERCY,
        bottom: y + height - MERCY,
      },
      pie,
    )
  return boxes.every(
    (box, i) => stands(box) && !boxes.slice(i + 1).some((other) => overlaps(box, other, MERCY)),
  )
}

function judged(scene: Scene, frame: PictureFrame): SceneOnPage {
  const { scale } = pageFor(scene, frame)
  const isNetwork = scene.kind === 'network'
  const names = isNetwork
    ? scene.dots.map(({ label: { lines } }) => ({
        lines,
        cut: lines.at(-1)?.endsWith('…') === true,
      }))
    : scene.cards.map(({ shape }) => shape)
  const font = isNetwork ? SIZES.network.label.font : SIZES.card.font
  const written = names.some(({ lines }) => lines.some((line) => line !== ''))
  return {
    scene,
    points: written ? font * scale * POINTS_PER_UNIT : Infinity,
    cut: names.filter(({ cut }) => cut).length,
  }
}

/** Layouts for the wall are in units of which a page has this many across. */
const WALL_WIDTH = 1920

function closer(screen: Scene, frame: PictureFrame, parts: SceneParts): Scene | null {
  switch (screen.kind) {
    case 'spectrum':
      return closerSpectrum(screen, frame, parts)
    case 'network': {
      const { view, words, places } = parts
      return places && wholeNetworkFor(view, places, words.network, areaOf(screen, frame))
    }
    case 'power':
      return closerPower(screen, frame, parts)
  }
}

function closerSpectrum(
  screen: SpectrumScene,
  frame: PictureFrame,
  parts: SceneParts,
): SpectrumScene {
  const radius = (screen.pie.radius * pageFor(screen, frame).scale * WALL_WIDTH) / frame.page.width
  return laidOut(screen, parts, wholeLayoutFor(parts.view, parts.words.spectrum, radius))
}

function closerPower(
  screen: PowerScene,
  frame: PictureFrame,
  { view, words }: SceneParts,
): PowerScene {
  const layout = wholePowerLayoutFor(view, screen.axes, areaOf(screen, frame))
  return buildPowerScene(view, words.power, screen.axes, layout)
}

/** The part of the page between heading and foot, in the wall's units. */
function areaOf(scene: Scene, frame: PictureFrame) {
  const { width } = frame.page
  const { top } = headingAcross(frame)
  const unit = WALL_WIDTH / width
  return {
    x: 0,
    y: 0,
    width: (width - 2 * MARGIN.x) * unit,
    height: (footFor(frame, scene).top - top) * unit,
  }
}
