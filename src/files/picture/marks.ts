/*
 * A picture as plain data between the drawing and the formats: what `fromSvg` reads out of the very SVG that is shown, and
 * what PDF and PowerPoint are written from. Units are the page's; y points down.
 */

/** [a b c d e f] as in SVG: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number]

/** An opaque colour as #rrggbb. */
export type Colour = string

export interface Fill {
  readonly colour: Colour
  /** 0 … 1 */
  readonly opacity: number
}

export interface Stroke extends Fill {
  readonly width: number
  /** Empty = solid. */
  readonly dashes: readonly number[]
  readonly join: 'miter' | 'round'
}

export interface Paint {
  readonly fill: Fill | null
  readonly stroke: Stroke | null
  /** The stroke lies under the fill: a halo. */
  readonly strokeFirst: boolean
}

/** Absolute, and only these: arcs and quadratic curves have become cubic ones. */
export type PathStep =
  | { readonly to: 'move' | 'line'; readonly x: number; readonly y: number }
  | {
      readonly to: 'curve'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly x: number
      readonly y: number
    }
  | { readonly to: 'close' }

/** A stretch of text in one weight. */
export interface TextRun {
  readonly text: string
  readonly weight: 400 | 700
}

export interface PathMark extends Paint {
  readonly kind: 'path'
  readonly steps: readonly PathStep[]
}

export interface RectMark extends Paint {
  readonly kind: 'rect'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Of its corners. */
  readonly radius: number
}

export interface CircleMark extends Paint {
  readonly kind: 'circle'
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** One line of text. */
export interface TextMark extends Paint {
  readonly kind: 'text'
  readonly runs: readonly TextRun[]
  /** Font size. */
  readonly size: number
  /** The direction of the line as a whole (the paragraph's level in the bidi algorithm). */
  readonly rtl: boolean
  /** Which end of the line stands at `x`; as in SVG, 'start' of a right-to-left line is its right-hand end. */
  readonly anchor: 'start' | 'middle' | 'end'
  /** Of the base line. */
  readonly x: number
  readonly y: number
  /** A line that the text follows, its middle on the middle of the line; then x and y have no meaning. */
  readonly along: readonly PathStep[] | null
}

export interface GroupMark {
  readonly kind: 'group'
  readonly matrix: Matrix
  /** 0 … 1 */
  readonly opacity: number
  readonly marks: readonly PictureMark[]
}

export type PictureMark = GroupMark | PathMark | RectMark | CircleMark | TextMark

/** A whole page. */
export interface PicturePage {
  /** In the page's units, `UNITS_PER_INCH` of which are an inch on paper. */
  readonly width: number
  readonly height: number
  /** What it is called for people who can't see it: the picture's title. */
  readonly title: string
  readonly marks: readonly PictureMark[]
}

/** A page unit is 0.6 pt: then a 16:9 slide of 13⅓ inches is 1600 units wide. */
export const UNITS_PER_INCH = 120
