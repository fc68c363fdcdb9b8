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
  /** Relationships that don't matter at the moment: quiet, yet 3:1 on paper. */
  readonly quietTie: string
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
  quietTie: '#8a9199',
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
  /** Where the wall's cards differ. */
  wallCard: { line: 15, padX: 6, padY: 3, dotGap: 4, oneLine: 70, maxText: 136, maxLines: 4 },
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
  /** Width of the outline around what is in the light. */
  light: 3,
  arrow: { width: 1.6, head: 7 },
  tie: 1,
  /** Dots, names and ties of the network, all in world units. */
  network: {
    dot: { unknown: 12, low: 14, medium: 18, high: 24 },
    /** Of the dot of somebody not placed, or whose influence nobody has said. */
    outline: 2,
    /** The dashed ring around somebody confidential: distance from the dot's rim, and width. */
    ring: { gap: 3.5, width: 1.6 },
    /** The ring of ink around a dot that matters. */
    strongRing: { gap: 1.5, width: 3 },
    label: {
      font: 13,
      line: 15.5,
      /** Between the dot's rim and the name. */
      gap: 4,
      /** A name up to this wide stays on one line. */
      oneLine: 128,
      /** No line of a name is wider. */
      maxText: 156,
      maxLines: 3,
      halo: 3.5,
    },
    tie: {
      /** By strength. */
      widths: { 1: 1, 2: 1.8, 3: 3 },
      /** Added where a tie matters. */
      strong: 1.8,
      /** Between a dot's rim and a tie's end. */
      gap: 3,
      /** Distance between the middles of ties that join the same two. */
      fan: 22,
      /** Half the size of the glyph in a tie's middle. */
      glyph: 4.2,
      /** Of an own tie's word. */
      font: 11,
      maxWord: 120,
    },
    /** From the dots of a group to the outline around it. */
    outlinePad: 20,
  },
} as const
