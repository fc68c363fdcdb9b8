import type { MapView, PublicChoices } from '../../audience/view.ts'
import type { MapDoc } from '../../domain/records.ts'
import type { NetworkPlaces } from '../../drawing/network/networkLayout.ts'
import { blankPie, worksheets } from '../../drawing/handouts/handouts.ts'
import type { Picture } from '../../drawing/picture.ts'
import { sceneOnPage } from '../../drawing/sceneOnPage.ts'
import { tablePages } from '../../drawing/table/tablePages.ts'
import { withoutNames } from '../../drawing/withoutNames.ts'
import { handoutWords } from '../../i18n/handoutWords.ts'
import { networkWords } from '../../i18n/networkWords.ts'
import { powerWords } from '../../i18n/powerWords.ts'
import { sceneWords } from '../../i18n/sceneWords.ts'
import { tableWords } from '../../i18n/tableWords.ts'
import type { CanvasView, Filter } from '../../store/viewSettings.ts'
import type { ExportChoices, Naming, Subject } from './choices.ts'
import { exportFrame, exportScene, exportView, tellsTargets } from './exportModel.ts'
import type { NamedPicture } from './makeFiles.ts'
import { filteredView, namedView } from './shown.ts'

/** The pages of one subject, and how well they can be read. */
export interface SubjectPages {
  readonly subject: Subject
  /** null: a network whose places are still being worked out. */
  readonly pictures: readonly Picture[] | null
  /** Font size of names in pt; Infinity where nothing is too small by construction. */
  readonly points: number
  /** How many names had to be cut. */
  readonly cut: number
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

/** Tables and hand-outs go on on another page before anything in them gets too small. */
const readable = (subject: Subject, pictures: readonly Picture[]): SubjectPages => ({
  subject,
  pictures,
  points: Infinity,
  cut: 0,
})

function tableOn(parts: PageParts, choices: ExportChoices): SubjectPages {
  const view = listedView(parts, choices, parts.tells)
  const frame = exportFrame(parts.doc, view, choices, parts.now)
  return readable(
    'table',
    tablePages(view, tableWords(view.info.segmentNames), frame, choices.type),
  )
}

function handout(
  parts: PageParts,
  choices: ExportChoices,
  subject: 'blankPie' | 'worksheets',
): SubjectPages {
  const view = listedView(parts, choices, { targets: tellsTargets(subject, choices) })
  const frame = exportFrame(parts.doc, view, choices, parts.now)
  const words = handoutWords(view.info.segmentNames)
  return readable(
    subject,
    subject === 'blankPie' ? [blankPie(view.info, words, frame)] : worksheets(view, words, frame),
  )
}

function mapPage(parts: PageParts, choices: ExportChoices, drawing: CanvasView): SubjectPages {
  const { doc, places, now } = parts
  const targets = tellsTargets(drawing, choices)
  const view = shownView(parts, choices, { targets })
  const frame = exportFrame(doc, view, choices, now)
  const screen = exportScene(view, drawing, { ...choices, targets }, places)
  if (!screen) return { subject: drawing, pictures: null, points: Infinity, cut: 0 }
  const words = { spectrum: sceneWords(), network: networkWords(), power: powerWords() }
  const { scene, points, cut } = sceneOnPage(screen, frame, { view, words, places }, choices.type)
  const drawn = choices.naming === 'dots' ? withoutNames(scene) : scene
  return { subject: drawing, pictures: [{ kind: 'map', scene: drawn, frame }], points, cut }
}

/** Pages in a row, each with a name of ours for a file of its own. */
export const namedPictures = (pages: readonly SubjectPages[]): NamedPicture[] =>
  pages.flatMap(({ subject, pictures }) =>
    (pictures ?? []).map((picture, i, all) => ({
      name: all.length > 1 ? `${FILE_NAMES[subject]}-${i + 1}` : FILE_NAMES[subject],
      picture,
    })),
  )

const FILE_NAMES: Readonly<Record<Subject, string>> = {
  spectrum: 'spectrum',
  network: 'network',
  power: 'power',
  table: 'table',
  blankPie: 'blank-half-pie',
  worksheets: 'worksheet',
}

/** The page that is turned to, or the last one when there are fewer by now; the subject that it
 * belongs to, and how many there are. */
export function pageAt(
  pages: readonly SubjectPages[],
  turned: number,
): { readonly at: number; readonly of: SubjectPages | undefined; readonly count: number } {
  const all = pages.flatMap((one) => (one.pictures ?? [null]).map(() => one))
  const at = Math.max(0, Math.min(turned, all.length - 1))
  return { at, of: all[at], count: all.length }
}

/** Views by what was chosen, so that a layout is worked out once for all that is drawn of it. */
const views = new WeakMap<MapDoc, Map<string, MapView>>()

/** Whom tables show, and how they are called: where pictures have dots, rows have numbers. */
export const listedView = (
  parts: Pick<PageParts, 'doc' | 'filter'>,
  choices: Pick<ExportChoices, 'audience' | 'filtered' | 'naming'>,
  told: Partial<PublicChoices>,
): MapView =>
  shownView(
    parts,
    { ...choices, naming: choices.naming === 'dots' ? 'numbers' : choices.naming },
    told,
  )

/** Whom pictures show, and how they are called. */
export function shownView(
  { doc, filter }: Pick<PageParts, 'doc' | 'filter'>,
  {
    audience,
    filtered,
    naming,
  }: Pick<ExportChoices, 'audience' | 'filtered'> & { readonly naming: Naming | 'numbers' },
  told: Partial<PublicChoices>,
): MapView {
  let ofDoc = views.get(doc)
  if (!ofDoc) views.set(doc, (ofDoc = new Map()))
  const key = JSON.stringify([audience, told, naming, filtered && filter])
  let view = ofDoc.get(key)
  if (!view) {
    const whole = exportView(doc, audience, told)
    view = namedView(filtered ? filteredView(whole, filter) : whole, naming)
    ofDoc.set(key, view)
  }
  return view
}
