import type { Audience } from '../../audience/view.ts'
import { isOneOf } from '../../domain/records.ts'
import { COLOURS, type Colours, type Ground, GROUNDS } from '../../drawing/palettes.ts'
import { PNG_WIDTHS } from '../../drawing/png.ts'
import { TYPE_SIZES, type TypeSize } from '../../drawing/sceneOnPage.ts'
import { type Orientation, ORIENTATIONS, type Sheet, SHEETS } from '../../drawing/sheet.ts'
import type { CanvasView, PowerAxes, ViewSettings } from '../../store/viewSettings.ts'

/** What can be put on pages. */
export const SUBJECTS = ['spectrum', 'network', 'power', 'table', 'blankPie', 'worksheets'] as const
export type Subject = (typeof SUBJECTS)[number]

/** Kinds of files that pages, or the table, become. */
export const FORMATS = ['png', 'pdf', 'pptx', 'svg', 'outlines', 'xlsx', 'csv'] as const
export type Format = (typeof FORMATS)[number]

/** Whether a format is of pages, and not of the table. */
export const isDrawn = (format: Format): boolean => format !== 'xlsx' && format !== 'csv'

/** How stakeholders are called on a picture. */
export const NAMINGS = ['names', 'initials', 'dots'] as const
export type Naming = (typeof NAMINGS)[number]

/** What the user chose in the export dialog. It is remembered with the map, but for what is told to whom. */
export interface ExportChoices {
  /** For the public, unless it is said otherwise each time. */
  readonly audience: Audience
  /** In the order of `SUBJECTS`; at least one. */
  readonly subjects: readonly Subject[]
  /** In the order of `FORMATS`; at least one. */
  readonly formats: readonly Format[]
  /** null: as the map is called. */
  readonly title: string | null
  /** null: who "we" are. */
  readonly subtitle: string | null
  /** Organisation, licence. */
  readonly footer: string
  readonly legend: boolean
  readonly date: boolean
  readonly sheet: Sheet
  readonly orientation: Orientation
  readonly colours: Colours
  readonly ground: Ground
  readonly type: TypeSize
  readonly naming: Naming
  /** Only whom the filter of the list lets through. */
  readonly filtered: boolean
  /** Of the spectrum alone, as are ties: a network is nothing else. */
  readonly targets: boolean
  readonly ties: boolean
  /** As the grid lies on the screen. */
  readonly powerAxes: PowerAxes
  /** Of a PNG, in px. */
  readonly width: number
}

/** What was chosen for a map before, checked; what was never chosen comes from how the map is looked at. */
export function choicesFrom({ exporting, ...looked }: ViewSettings): ExportChoices {
  const kept = exporting
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const isTrue = (value: unknown, usual: boolean) => (typeof value === 'boolean' ? value : usual)
  const one = <T extends string>(all: readonly T[], value: unknown, usual: T): T =>
    isOneOf(all, value) ? value : usual
  return {
    audience: 'public',
    subjects: subjectsFrom(kept['subjects'], looked.view),
    formats: listFrom(FORMATS, kept['formats']) ?? ['png'],
    title: text(kept['title']),
    subtitle: text(kept['subtitle']),
    footer: text(kept['footer']) ?? '',
    legend: isTrue(kept['legend'], true),
    date: isTrue(kept['date'], true),
    sheet: one(SHEETS, kept['sheet'], '16:9'),
    orientation: one(ORIENTATIONS, kept['orientation'], 'landscape'),
    colours: one(COLOURS, kept['colours'], 'colour'),
    ground: one(GROUNDS, kept['ground'], 'light'),
    type: one(TYPE_SIZES, kept['type'], 'as on the screen'),
    naming: one(NAMINGS, kept['naming'], 'names'),
    filtered: isTrue(kept['filtered'], false),
    targets: false,
    ties: isTrue(kept['ties'], looked.showTies),
    powerAxes: looked.powerAxes,
    width: PNG_WIDTHS.find((width) => width === kept['width']) ?? 3840,
  }
}

/** Several that were chosen together are meant to go together; otherwise it is what is looked at. */
function subjectsFrom(kept: unknown, looked: CanvasView): readonly Subject[] {
  const subjects = listFrom(SUBJECTS, kept) ?? [looked]
  return subjects.length > 1 ? subjects : [looked]
}

function listFrom<T extends string>(all: readonly T[], kept: unknown): readonly T[] | null {
  const found = Array.isArray(kept) ? all.filter((one) => kept.includes(one)) : []
  return found.length ? found : null
}

/** With one more, or one less; in the order of all there are, and never none. */
export function toggled<T extends string>(
  all: readonly T[],
  chosen: readonly T[],
  one: T,
  isChosen: boolean,
): readonly T[] {
  const next = all.filter((each) => (each === one ? isChosen : chosen.includes(each)))
  return next.length ? next : chosen
}
