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
import { wallArrows } from './wallArrows.ts'
import {
  areaBelow,
  closeUpIn,
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
import { type PlacedSign, type SignLines, signLines, signsOn, type SignWords } from './wallSigns.ts'
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
  readonly signs: SignWords
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
  /** What explains the signs on it. */
  readonly signs: readonly PlacedSign[]
}

/** A view as the wall shows it: the scene as large as the page allows, its title clear of it. */
export function wallSceneFor(
  view: MapView,
  page: WallPage,
  words: WallWords,
  choices: WallChoices,
): WallScene {
  const lines = signLines(signsOn(view, choices, words.signs), page)
  const wall =
    choices.drawing === 'spectrum'
      ? spectrumWall(view, page, words.spectrum, choices, lines)
      : otherWall(view, page, words, choices, lines)
  return closer(wall, view, page, choices.closeUp, lines)
}

function spectrumWall(
  view: MapView,
  page: WallPage,
  words: SceneWords,
  { ties, targets, earlier }: WallChoices,
  { foot, signs }: SignLines,
): WallScene {
  const frame = pieFrameFor(page, foot)
  const layout = wallLayoutFor(view, words, frame.radius)
  const built = buildSpectrumScene(view, words, { ties, layout })
  const scene: SpectrumScene = {
    ...built,
    arrows: targets ? wallArrows(view, layout.cards, layout.pie) : [],
  }
  const subtitle =
    view.info.goal && !built.hub.text.whole ? `${words.ourGoal}: ${view.info.goal}` : ''
  return {
    scene,
    placed: { scale: frame.radius / scene.pie.radius, x: page.width / 2, y: frame.y },
    title: headingBesideArc({ title: view.info.name, subtitle }, page, frame),
    clip: null,
    movements: earlier && movementsOn(scene, earlier),
    signs,
  }
}

function otherWall(
  view: MapView,
  page: WallPage,
  words: WallWords,
  { drawing, powerAxes, places }: WallChoices,
  { foot, signs }: SignLines,
): WallScene {
  const title = headingAcross({ title: view.info.name, subtitle: '' }, page)
  const area = areaBelow(title, page, foot)
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
    signs,
  }
}

/** The same wall as a close-up of some, if any of them is there: the title then stands across the page. */
function closer(
  wall: WallScene,
  view: MapView,
  page: WallPage,
  closeUp: WallChoices['closeUp'],
  { foot, signs }: SignLines,
): WallScene {
  const part = wall.scene && closeUp && partAround(wall.scene, closeUp)
  if (!part) return wall
  const title = headingAcross({ title: view.info.name, subtitle: '' }, page)
  const area = areaBelow(title, page, foot)
  const placed = closeUpIn(area, part, wall.placed)
  if (placed === wall.placed) return wall
  const bottom = signs.length ? area.y + area.height : page.height
  return {
    ...wall,
    title,
    placed,
    clip: { x: 0, y: area.y, width: page.width, height: bottom - area.y },
  }
}
