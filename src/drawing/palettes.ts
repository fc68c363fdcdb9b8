import { LIGHT, type Palette, type SegmentColours } from './palette.ts'

export const COLOURS = ['colour', 'greyscale', 'high contrast'] as const
/** How a picture is coloured: for the screen, for a photocopier, for a bright room. */
export type Colours = (typeof COLOURS)[number]

export const GROUNDS = ['light', 'dark'] as const
/** What a picture is drawn on. */
export type Ground = (typeof GROUNDS)[number]

/** From active allies to active opponents. */
type Five = readonly [
  SegmentColours,
  SegmentColours,
  SegmentColours,
  SegmentColours,
  SegmentColours,
]

const segmentsOf = ([a, b, c, d, e]: Five): Palette['segments'] => ({
  0: a,
  1: b,
  2: c,
  3: d,
  4: e,
})

const DARK: Palette = {
  segments: segmentsOf([
    { strong: '#45b8b0', tint: '#143a39', text: '#6fd0c8' },
    { strong: '#8cc9c2', tint: '#213836', text: '#9ed6cf' },
    { strong: '#b3ab99', tint: '#2e2d29', text: '#c6bfae' },
    { strong: '#e0a05a', tint: '#3d2d1b', text: '#ecb479' },
    { strong: '#e37d57', tint: '#44251a', text: '#f19f7f' },
  ]),
  paper: '#14181d',
  card: '#20272f',
  ink: '#f4f2ec',
  muted: '#b3bbc3',
  line: '#3b444d',
  onInk: '#14181d',
  onInkMuted: '#3a434c',
  confidential: { strong: '#e57ba3', tint: '#3b1f2e', text: '#f0a3c0' },
  quietTie: '#7f8a94',
}

/** The darker, the more of an ally: where segments can't be told apart by place, as in a network, they can by this. */
const GREY: Palette = {
  segments: segmentsOf([
    { strong: '#1c1c1c', tint: '#d6d6d6', text: '#1c1c1c' },
    { strong: '#4a4a4a', tint: '#e4e4e4', text: '#404040' },
    { strong: '#6e6e6e', tint: '#f1f1f1', text: '#555555' },
    { strong: '#848484', tint: '#e9e9e9', text: '#555555' },
    { strong: '#949494', tint: '#dedede', text: '#555555' },
  ]),
  paper: '#ffffff',
  card: '#ffffff',
  ink: '#1c1c1c',
  muted: '#555555',
  line: '#d9d9d9',
  onInk: '#ffffff',
  onInkMuted: '#d9d9d9',
  confidential: { strong: '#333333', tint: '#ededed', text: '#333333' },
  quietTie: '#8a8a8a',
}

const DARK_GREY: Palette = {
  segments: segmentsOf([
    { strong: '#f2f2f2', tint: '#3d3d3d', text: '#f2f2f2' },
    { strong: '#c9c9c9', tint: '#333333', text: '#d4d4d4' },
    { strong: '#a6a6a6', tint: '#292929', text: '#c4c4c4' },
    { strong: '#8f8f8f', tint: '#303030', text: '#c4c4c4' },
    { strong: '#7d7d7d', tint: '#383838', text: '#c4c4c4' },
  ]),
  paper: '#161616',
  card: '#222222',
  ink: '#f4f4f4',
  muted: '#bdbdbd',
  line: '#444444',
  onInk: '#161616',
  onInkMuted: '#3d3d3d',
  confidential: { strong: '#d9d9d9', tint: '#2e2e2e', text: '#e6e6e6' },
  quietTie: '#858585',
}

/** Text at 7:1 or better, everything else at 4.5:1. */
const CONTRAST: Palette = {
  segments: segmentsOf([
    { strong: '#004f4f', tint: '#dff3f0', text: '#004444' },
    { strong: '#00695f', tint: '#eef9f7', text: '#00504a' },
    { strong: '#4d4a42', tint: '#f5f4f0', text: '#3f3d37' },
    { strong: '#8a4300', tint: '#fff1e0', text: '#6b3400' },
    { strong: '#7d1c00', tint: '#fde6dd', text: '#6e1900' },
  ]),
  paper: '#ffffff',
  card: '#ffffff',
  ink: '#000000',
  muted: '#2b2b2b',
  line: '#767676',
  onInk: '#ffffff',
  onInkMuted: '#e6e6e6',
  confidential: { strong: '#8f0f47', tint: '#ffeaf2', text: '#7a0b3b' },
  quietTie: '#595959',
}

const DARK_CONTRAST: Palette = {
  segments: segmentsOf([
    { strong: '#5ff0e2', tint: '#062b29', text: '#8ff5ea' },
    { strong: '#a8efe5', tint: '#0c2624', text: '#b9f2ea' },
    { strong: '#e6dfcd', tint: '#1d1c19', text: '#efeadd' },
    { strong: '#ffc27a', tint: '#2e1d08', text: '#ffd09a' },
    { strong: '#ff9f7d', tint: '#33140a', text: '#ffb79d' },
  ]),
  paper: '#000000',
  card: '#0d0d0d',
  ink: '#ffffff',
  muted: '#dcdcdc',
  line: '#8c8c8c',
  onInk: '#000000',
  onInkMuted: '#1f1f1f',
  confidential: { strong: '#ff8fbb', tint: '#330f20', text: '#ffb3d1' },
  quietTie: '#a6a6a6',
}

export const PALETTES: Readonly<Record<Colours, Readonly<Record<Ground, Palette>>>> = {
  colour: { light: LIGHT, dark: DARK },
  greyscale: { light: GREY, dark: DARK_GREY },
  'high contrast': { light: CONTRAST, dark: DARK_CONTRAST },
}
