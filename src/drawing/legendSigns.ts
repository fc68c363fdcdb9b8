import type { RelationshipKind, SegmentIndex } from '../domain/records.ts'
import { SEGMENTS } from '../domain/spectrum.ts'
import type { DotLevel } from './card.ts'
import { TIE_SAMPLE_WIDTH } from './network/marks/TieSample.tsx'
import type { NetworkScene } from './network/networkScene.ts'
import { tieSignsOf, type TieSign } from './network/tieLegend.ts'
import type { Scene } from './scene.ts'
import type { SpectrumScene } from './spectrumScene.ts'

/** The legend's words, in the user's language. */
export interface LegendWords {
  readonly influence: string
  readonly low: string
  readonly medium: string
  readonly high: string
  readonly notSaid: string
  /** Of the dashed arrow: where we want a stakeholder to be. */
  readonly target: string
  readonly confidential: string
  /** As the map calls its segments, from active allies to active opponents. */
  readonly segments: readonly string[]
  readonly notPlaced: string
  readonly ties: Readonly<Record<RelationshipKind, string>>
  readonly confidentialTie: string
}

/** A sign of the drawing that the legend explains. */
export type LegendSign =
  | { readonly sign: 'none' | DotLevel | 'not placed' | 'target' | 'confidential' }
  | { readonly sign: 'segment'; readonly segment: SegmentIndex }
  | { readonly sign: 'tie'; readonly tie: TieSign }

/** A sign, its text, and the room in px that the sign takes and that is left after the text. */
export type LegendItem = LegendSign & {
  readonly text: string
  readonly width: number
  readonly gap: number
}

/** Items that belong together: they begin a new row rather than being torn apart. */
export type LegendGroup = readonly LegendItem[]

/** Between items of a group. */
const GAP = 16

/** What a legend explains: only signs that occur in the scene, so that nothing hints at what is not there. */
export function legendGroups(scene: Scene, words: LegendWords): LegendGroup[] {
  switch (scene.kind) {
    case 'spectrum':
      return spectrumGroups(scene, words)
    case 'network':
      return networkGroups(scene, words)
    case 'power':
      // The names of rows and columns say the rest.
      return confidentialGroup(scene.cards, words)
  }
}

const spectrumGroups = (scene: SpectrumScene, words: LegendWords): LegendGroup[] => [
  ...influenceGroup(
    scene.cards.map(({ shape }) => shape.influence),
    words,
  ),
  ...(scene.arrows.length ? [targetGroup(words)] : []),
  ...confidentialGroup(scene.cards, words),
]

function networkGroups(scene: NetworkScene, words: LegendWords): LegendGroup[] {
  const occurring = new Set(scene.dots.map(({ segment }) => segment))
  const segments: LegendItem[] = SEGMENTS.filter((segment) => occurring.has(segment)).map(
    (segment) => ({
      sign: 'segment',
      segment,
      text: words.segments[segment] ?? '',
      width: 20,
      gap: GAP,
    }),
  )
  if (occurring.has(null)) {
    segments.push({ sign: 'not placed', text: words.notPlaced, width: 20, gap: GAP })
  }
  const ties = tieSignsOf(scene)
    .filter((tie) => tie !== 'own' || scene.ties.some(({ kind, label }) => kind === 'own' && label))
    .map((tie): LegendItem => ({
      sign: 'tie',
      tie,
      text: tie === 'confidential' ? words.confidentialTie : words.ties[tie],
      width: TIE_SAMPLE_WIDTH + 9,
      gap: GAP + 6,
    }))
  return [
    ties,
    ...confidentialGroup(
      scene.dots.map((shape) => ({ shape })),
      words,
    ),
    ...influenceGroup(
      scene.dots.map(({ level }) => level),
      words,
    ),
    segments,
  ].filter((group) => group.length > 0)
}

/** The arrow to where we want somebody. */
export const targetGroup = (words: LegendWords): LegendGroup => [
  { sign: 'target', text: words.target, width: 42, gap: GAP },
]

/** Influence as the sizes of dots; nothing where nobody's is known. */
export function influenceGroup(occurring: readonly DotLevel[], words: LegendWords): LegendGroup[] {
  const levels = new Set(occurring)
  const said: LegendItem[] = [
    { sign: 'low', text: words.low, width: 22, gap: GAP },
    { sign: 'medium', text: words.medium, width: 22, gap: GAP },
    { sign: 'high', text: words.high, width: 23, gap: GAP },
  ]
  const items: LegendItem[] =
    levels.has('low') || levels.has('medium') || levels.has('high') ? said : []
  if (levels.has('unknown')) {
    items.push({ sign: 'unknown', text: words.notSaid, width: 22, gap: GAP })
  }
  return items.length
    ? [[{ sign: 'none', text: words.influence, width: 0, gap: 12 }, ...items]]
    : []
}

/** The sign of confidentiality, where it occurs. */
export const confidentialGroup = (
  cards: readonly { readonly shape: { readonly confidential: boolean } }[],
  words: LegendWords,
): LegendGroup[] =>
  cards.some(({ shape }) => shape.confidential)
    ? [[{ sign: 'confidential', text: words.confidential, width: 38, gap: GAP }]]
    : []
