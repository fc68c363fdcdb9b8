import type { MapView, PublicChoices } from '../../audience/view.ts'
import type { MapDoc } from '../../domain/records.ts'
import type { NetworkPlaces } from '../../drawing/network/networkLayout.ts'
import { blankPie, worksheets } from '../../drawing/handouts/handouts.ts'
import { toMoveIn } from '../../drawing/handouts/toMove.ts'
import { PALETTES } from '../../drawing/palettes.ts'
import type { Picture } from '../../drawing/picture.ts'
import type { PictureFrame } from '../../drawing/pictureFrame.ts'
import type { Scene } from '../../drawing/scene.ts'
import { LEAST_POINTS, sceneOnPage } from '../../drawing/sceneOnPage.ts'
import { tablePages } from '../../drawing/table/tablePages.ts'
import { withoutNames } from '../../drawing/withoutNames.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import { handoutWords } from '../../i18n/handoutWords.ts'
import { networkWords } from '../../i18n/networkWords.ts'
import { powerWords } from '../../i18n/powerWords.ts'
import { sceneWords } from '../../i18n/sceneWords.ts'
import { tableWords } from '../../i18n/tableWords.ts'
import { type CanvasView, type Filter, isFiltering } from '../../store/viewSettings.ts'
import type { ExportChoices, Subject } from './choices.ts'
import { exportFrame, exportScene, tellsTargets } from './exportModel.ts'
import { listedView, shownView } from './shownView.ts'

/** The pages of one subject, and how well they can be read. */
export interface SubjectPages {
  readonly subject: Subject
  /** null: a network whose places are still being worked out. */
  readonly pictures: readonly Picture[] | null
  /** Font size of names in pt; Infinity where nothing is too small by construction. */
  readonly points: number
  /** How many names had to be cut. */
  readonly cut: number
  /** Why there is less on them than one might expect. */
  readonly lack: 'nobody' | 'nobody to move' | null
}

/** What pages are made from besides the choices. */
export interface PageParts {
  readonly doc: MapDoc
  /** Of the list, whether it is used or not. */
  readonly filter: Filter
  /** Places in the network of the unfiltered view of the chosen audience; null as long as there are none. */
  readonly places: NetworkPlaces | null
  readonly now: Date
  /** What tables for the public tell beyond what is always told. */
  readonly tells: PublicChoices
}

/** Every page that was chosen, in the order of the subjects. The same parts and choices give the same pages. */
export const pagesOf = (parts: PageParts, choices: ExportChoices): SubjectPages[] =>
  choices.subjects.map((subject) => pagesOfSubject(parts, choices, subject))

function pagesOfSubject(parts: PageParts, choices: ExportChoices, subject: Subject): SubjectPages {
  switch (subject) {
    case 'spectrum':
    case 'network':
    case 'power':
      return mapPage(parts, choices, subject)
    case 'table':
      return tableOn(parts, choices)
    case 'blankPie':
    case 'worksheets':
      return handout(parts, choices, subject)
  }
}

/** Whoever counts on such a page must know that it does not show everybody. */
function frameFor(parts: PageParts, choices: ExportChoices, view: MapView): PictureFrame {
  const frame = exportFrame(parts.doc, view, choices, parts.now)
  if (!choices.filtered || !isFiltering(parts.filter)) return frame
  return { ...frame, date: [t('export.selection'), frame.date].filter(Boolean).join(' · ') }
}

/** Tables and hand-outs go on on another page before anything in them gets too small. */
const readable = (subject: Subject, pictures: readonly Picture[]): SubjectPages => ({
  subject,
  pictures,
  points: Infinity,
  cut: 0,
  lack: null,
})

function tableOn(parts: PageParts, choices: ExportChoices): SubjectPages {
  const view = listedView(parts, choices, parts.tells)
  const frame = frameFor(parts, choices, view)
  const pages = tablePages(view, tableWords(view.info.segmentNames), frame, choices.type)
  return { ...readable('table', pages), lack: lackOf(view) }
}

function handout(
  parts: PageParts,
  choices: ExportChoices,
  subject: 'blankPie' | 'worksheets',
): SubjectPages {
  const view = listedView(parts, choices, { targets: tellsTargets(subject, choices) })
  const frame = handoutFrame(frameFor(parts, choices, view), choices)
  const words = handoutWords(view.info.segmentNames)
  if (subject === 'blankPie') return readable(subject, [blankPie(view, words, frame)])
  return {
    ...readable(subject, worksheets(view, words, frame)),
    lack: toMoveIn(view).length ? null : 'nobody to move',
  }
}

/** Hand-outs are written on: always on light ground, and forty people need no stamp that says "public". */
const handoutFrame = (
  frame: PictureFrame,
  { audience, colours }: Pick<ExportChoices, 'audience' | 'colours'>,
): PictureFrame => ({
  ...frame,
  palette: PALETTES[colours].light,
  stamp: audience === 'team' ? frame.stamp : '',
})

const lackOf = ({ stakeholders }: MapView): SubjectPages['lack'] =>
  stakeholders.length ? null : 'nobody'

function mapPage(parts: PageParts, choices: ExportChoices, drawing: CanvasView): SubjectPages {
  const { places } = parts
  const targets = tellsTargets(drawing, choices)
  const view = shownView(parts, choices, { targets })
  const framed = frameFor(parts, choices, view)
  const screen = exportScene(view, drawing, { ...choices, targets }, places)
  if (!screen) return { ...readable(drawing, []), pictures: null }
  const words = { spectrum: sceneWords(), network: networkWords(), power: powerWords() }
  // Below what is readable on paper cards leave their places by themselves; above it that is for people to choose.
  const setting = { size: choices.type, least: LEAST_POINTS.paper }
  const set = (frame: PictureFrame) => sceneOnPage(screen, frame, { view, words, places }, setting)
  const first = set(framed)
  const withGoal = goalBeside(first.scene, framed, view)
  const { scene, points, cut } = withGoal === framed ? first : set(withGoal)
  const drawn = choices.naming === 'dots' ? withoutNames(scene) : scene
  const pictures = [{ kind: 'map', scene: drawn, frame: withGoal } as const]
  return { subject: drawing, pictures, points, cut, lack: lackOf(view) }
}

/** A goal for which the hub is too small stands below the title. */
function goalBeside(scene: Scene, frame: PictureFrame, { info }: MapView): PictureFrame {
  if (scene.kind !== 'spectrum' || scene.hub.text.whole || !info.goal) return frame
  const goal = `${sceneWords().ourGoal}: ${info.goal}`
  return { ...frame, subtitle: [frame.subtitle, goal].filter(Boolean).join(' · ') }
}
