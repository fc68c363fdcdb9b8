import { textWidth } from '../measure.ts'
import { wrap } from '../wrap.ts'

/** A name with a count behind it, over or beside a band of the grid. */
export interface BandLabel {
  /** Where each line begins, ends or has its middle, by `anchor`. */
  readonly x: number
  readonly anchor: 'middle' | 'end'
  /** Font size in world units. */
  readonly size: number
  /** Each with its base line. The count follows the last. */
  readonly lines: readonly { readonly text: string; readonly y: number }[]
  readonly count: string
}

/** A text of one line. */
export interface LineLabel {
  readonly text: string
  readonly x: number
  /** Base line. */
  readonly y: number
  readonly anchor: 'start' | 'end'
  readonly size: number
}

const LINE = 1.2
/** From the middle of a line to its base line. */
const DROP = 0.35

interface LabelPlace {
  readonly x: number
  readonly anchor: BandLabel['anchor']
  /** Middle of the lines taken together. */
  readonly y: number
  readonly room: number
  readonly lines: number
}

/** A band's label: in the usual size if it fits, otherwise smaller, in the end with an ellipsis. */
export function bandLabel(
  name: string,
  count: string,
  { x, y, anchor, room, lines }: LabelPlace,
  [largest, least]: readonly [number, number],
): BandLabel {
  // The count may stand behind any line, as far as breaking is concerned.
  const widthAt = (size: number) => room - textWidth(` ${count}`, { size, weight: 400 })
  const fitted = (size: number) =>
    wrap(name, { size, weight: 700 }, { width: widthAt(size), lines })
  const isGood = (size: number) => fitted(size).whole && longestWord(name, size) <= widthAt(size)
  const size = largestWhole(isGood, largest, least)
  const texts = fitted(size).lines
  const first = y - ((texts.length - 1) * size * LINE) / 2 + size * DROP
  return {
    x,
    anchor,
    size,
    count,
    lines: texts.map((text, i) => ({ text, y: first + i * size * LINE })),
  }
}

/** Rather smaller than torn within a word. */
const longestWord = (name: string, size: number): number =>
  Math.max(0, ...name.split(' ').map((word) => textWidth(word, { size, weight: 700 })))

/** The largest size in which all texts fit on one line of this width; the smallest, when none does. */
export const commonSize = (
  texts: readonly string[],
  width: number,
  [largest, least]: readonly [number, number],
): number =>
  largestWhole((size) => texts.every((text) => oneLine(text, size, width).whole), largest, least)

/** A text on one line, cut off with an ellipsis where it does not fit. */
export const oneLine = (text: string, size: number, width: number) =>
  wrap(text, { size, weight: 400 }, { width, lines: 1 })

const SIZES_TRIED = 14

function largestWhole(fits: (size: number) => boolean, largest: number, least: number): number {
  for (let i = 0; i < SIZES_TRIED; i++) {
    const size = largest - ((largest - least) * i) / (SIZES_TRIED - 1)
    if (fits(size)) return size
  }
  return least
}
