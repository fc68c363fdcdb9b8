import type { MapView } from '../../audience/view.ts'
import type { PictureFrame } from '../pictureFrame.ts'
import { blankPieSheet, type BlankPieSheet } from './blankPie.ts'
import type { HandoutWords } from './handoutWords.ts'
import { worksheetPages, type WorksheetPage } from './worksheets.ts'

/** A page for groups that work on paper. */
export interface HandoutPicture {
  readonly kind: 'handout'
  readonly frame: PictureFrame
  readonly sheet: BlankPieSheet | WorksheetPage
}

/** The half-pie of a map before anybody stands on it: told of the map's own facts, and whom the page is for. */
export const blankPie = (
  map: Pick<MapView, 'audience' | 'info'>,
  words: HandoutWords,
  frame: PictureFrame,
): HandoutPicture => ({ kind: 'handout', frame, sheet: blankPieSheet(map, words, frame) })

/** A worksheet for each stakeholder to move; a blank one when there is none. */
export const worksheets = (
  view: MapView,
  words: HandoutWords,
  frame: PictureFrame,
): HandoutPicture[] =>
  worksheetPages(view, words, frame).map((sheet) => ({ kind: 'handout', frame, sheet }))
