import type { MapView } from '../../audience/view.ts'
import type { Point, SegmentIndex } from '../../domain/records.ts'
import type { Rect } from '../halfPie.ts'
import type { NetworkWords } from '../network/networkScene.ts'
import type { TitleLine } from '../pictureTitle.ts'
import type { PowerAxes } from '../power/powerGrid.ts'
import { buildPowerScene } from '../power/powerScene.ts'
import type { PowerWords } from '../power/powerWords.ts'
import type { Scene } from '../scene.ts'
import { buildSpectrumScene, type SceneWords, type SpectrumScene } from '../spectrumScene.ts'
import { type Movements, movementsOn } from './movement.ts'
import {
  areaBelow,
  closeUpIn,
  footOf,
  headingAcross,
  headingBesideArc,
  partAround,
  pieFrameFor,
  type Placed,
  wholeIn,
} from './wallFrame.ts'
import { wallLayoutFor } from './wallLayout.ts'
import { wallNetworkFor } from './wallNetwork.ts'
import type { WallPage } from './wallPage.ts'
import { wallPowerLayoutFor } from './wallPower.ts'

/** What is to be drawn on a wall. */
export interface WallChoices {
  readonly drawing: Scene['kind']
  readonly powerAxes: PowerAxes
  readonly targets: boolean
  readonly ties: boolean
  readonly places: ReadonlyMap<string, Point> | null
  readonly closeUp: readonly string[] | null
  /** Where people stood before, by key; null = not placed then, or not there. */
  readonly earlier: ReadonlyMap<string, SegmentIndex | null> | null
}

/** The words of all drawings, in the user's language. */
export interface WallWords {
  readonly spectrum: SceneWords
  readonly network: NetworkWords
  readonly power: PowerWords
}

/** A wall ready to be drawn, in units of its page. */
export interface WallScene {
  /** null: nothing to be drawn yet. */
  readonly scene: Scene | null
  readonly placed: Placed
  readonly title: readonly TitleLine[]
  /** What a close-up may fill; null where the whole is shown, which keeps clear by itself. */
  readonly clip: Rect | null
  readonly movements: Movements | null
  /** Base line of the line that explains signs. */
  readonly legendY: number
}

/** A view as the wall shows it: the scene as large as the page allows, its title clear of it. */
export function wallSceneFor(
  view: MapView,
  page: WallPage,
  words: WallWords,
  choices: WallChoices,
): WallScene {
  const wall =
    choices.drawing === 'spectrum'
      ? spectrumWall(view, page, words.spectrum, choices)
      : otherWall(view, page, words, choices)
  return closer(wall, view, page, choices)
}

function spectrumWall(
  view: MapView,
  page: WallPage,
  words: SceneWords,
  { ties, targets, earlier }: WallChoices,
): WallScene {
  const foot = footOf(earlier !== null || targets)
  const frame = pieFrameFor(page, foot)
  const layout = wallLayoutFor(view, words, frame.radius)
  const built = buildSpectrumScene(view, words, { ties, layout })
  const scene: SpectrumScene = {
    ...built,
    arrows: targets ? built.arrows : [],
    hub: { ...built.hub, text: hubTextOf(view, built) },
  }
  const subtitle =
    view.info.goal && !built.hub.text.whole ? `${words.ourGoal}: ${view.info.goal}` : ''
  return {
    scene,
    placed: { scale: frame.radius / scene.pie.radius, x: page.width / 2, y: frame.y },
    title: headingBesideArc({ title: view.info.name, subtitle }, page, frame),
    clip: null,
    movements: earlier && movementsOn(scene, earlier),
    legendY: legendLine(page),
  }
}

/** The title says the issue already: without a goal the hub repeats it only if that fits. */
const hubTextOf = ({ info }: MapView, { hub: { text } }: SpectrumScene) =>
  info.goal || text.whole ? text : { ...text, lines: [] }

function otherWall(
  view: MapView,
  page: WallPage,
  words: WallWords,
  { drawing, powerAxes, places }: WallChoices,
): WallScene {
  const title = headingAcross({ title: view.info.name, subtitle: '' }, page)
  const area = areaBelow(title, page, footOf(false))
  const scene =
    drawing === 'power'
      ? buildPowerScene(view, words.power, powerAxes, wallPowerLayoutFor(view, powerAxes, area))
      : places && wallNetworkFor(view, places, words.network, area)
  return {
    scene,
    placed: scene ? wholeIn(area, scene) : { scale: 1, x: 0, y: 0 },
    title,
    clip: null,
    movements: null,
    legendY: legendLine(page),
  }
}

const legendLine = ({ height }: WallPage): number => height - footOf(true) / 2 + 12

/** The same wall as a close-up of some, if any of them is there: the title then stands across the page. */
function closer(
  wall: WallScene,
  view: MapView,
  page: WallPage,
  { closeUp, earlier, targets }: WallChoices,
): WallScene {
  const part = wall.scene && closeUp && partAround(wall.scene, closeUp)
  if (!part) return wall
  const title = headingAcross({ title: view.info.name, subtitle: '' }, page)
  const hasLegend = wall.scene?.kind === 'spectrum' && (earlier !== null || targets)
  const area = areaBelow(title, page, footOf(hasLegend))
  const placed = closeUpIn(area, part, wall.placed)
  if (placed === wall.placed) return wall
  const bottom = hasLegend ? area.y + area.height : page.height
  return {
    ...wall,
    title,
    placed,
    clip: { x: 0, y: area.y, width: page.width, height: bottom - area.y },
  }
}
