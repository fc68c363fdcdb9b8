import type { SegmentIndex } from '../domain/records.ts'

/** The colours of one segment. */
export interface SegmentColours {
  /** Rim, dots and outlines. */
  readonly strong: string
  /** Ground of the wedge. */
  readonly tint: string
  /** For text: at least 4.5:1 on the tint and on paper. */
  readonly text: string
}

/** All colours of a drawing; a dark and a grey one have the same shape. */
export interface Palette {
  readonly segments: Readonly<Record<SegmentIndex, SegmentColours>>
  readonly paper: string
  /** Ground of a card, and of the lines between wedges. */
  readonly card: string
  readonly ink: string
  readonly muted: string
  readonly line: string
  /** Text on ink. */
  readonly onInk: string
  readonly onInkMuted: string
  readonly confidential: { readonly strong: string; readonly tint: string; readonly text: string }
}

export const LIGHT: Palette = {
  segments: {
    0: { strong: '#0b6b6b', tint: '#cfe7e4', text: '#0b6b6b' },
    1: { strong: '#4f9a93', tint: '#e4f1ee', text: '#3a726d' },
    2: { strong: '#857f70', tint: '#f2efe7', text: '#6e695d' },
    3: { strong: '#c47a33', tint: '#faeadb', text: '#935b26' },
    4: { strong: '#9c3a1b', tint: '#f3d6ca', text: '#9c3a1b' },
  },
  paper: '#fbfaf7',
  card: '#ffffff',
  ink: '#1d2733',
  muted: '#5c6670',
  line: '#e2ded5',
  onInk: '#ffffff',
  onInkMuted: '#d5dae0',
  confidential: { strong: '#b8476d', tint: '#fbeaf0', text: '#af4368' },
}

/** Quotes inside are single ones, so that the list also fits into an attribute. */
export const FONT_FAMILY =
  "'Atkinson Hyperlegible Next Variable', 'Noto Sans Arabic Variable', 'Noto Sans Variable', system-ui, sans-serif"

/** Sizes in world units of a half-pie of the base radius (1 unit = 1 CSS px at zoom 1). */
export const SIZES = {
  /** Cards keep this size however large the pie. */
  card: {
    font: 13,
    line: 16,
    padX: 10,
    padY: 5,
    corner: 7,
    outline: 1.4,
    /** Room for the dot, so that names line up under each other. */
    dotSlot: 16,
    dotGap: 6,
    /** A name up to this wide stays on one line. */
    oneLine: 78,
    /** No line of a name is wider. */
    maxText: 136,
    maxLines: 3,
  },
  dot: { unknown: 4.2, low: 4.8, medium: 6.2, high: 7.8 },
  /** These grow with the pie, which is shown fitted into its window. */
  pie: {
    rim: 7,
    divider: 2.5,
    labelFont: 17,
    labelFontMin: 10,
    labelGap: 9,
    hubFont: 13.5,
    hubFontMin: 9,
  },
  arrow: { width: 1.6, head: 7 },
  tie: 1,
} as const
