import type { Audience, MapView } from '../audience/view.ts'
import type { SegmentIndex } from '../domain/records.ts'
import { SEGMENTS } from '../domain/spectrum.ts'
import { arcLabel, labelReach, type ArcLabel } from './arcLabel.ts'
import { anglesOf, polar, type HalfPie, type Rect } from './halfPie.ts'
import { hubText, type HubText } from './hubText.ts'
import { layoutFor, type LayoutCard, type SpectrumLayout } from './layout.ts'
import { SIZES } from './palette.ts'
import { pathNumber as n } from './pathNumber.ts'
import { targetArrow, type TargetArrow } from './targetArrow.ts'
import { drawable } from './wrap.ts'

/** The words that a scene needs, in the user's language. */
export interface SceneWords {
  /** The five usual names of segments, from active allies to active opponents. */
  readonly segments: readonly [string, string, string, string, string]
  /** Introduces the goal in the hub, as "Our goal". */
  readonly ourGoal: string
  /** Writes a number in the user's digits. */
  readonly count: (value: number) => string
}

export interface Wedge {
  readonly segment: SegmentIndex
  /** The whole wedge from the centre to the rim; also what lights up under a dragged card. */
  readonly area: string
  /** The coloured band outside it. */
  readonly rim: string
  readonly label: ArcLabel
  /** How many cards stand in it. */
  readonly count: number
}

/** A half-pie ready to be drawn, in world units; nothing in it is cleverer than a number or a string. */
export interface SpectrumScene {
  readonly kind: 'spectrum'
  readonly audience: Audience
  readonly pie: HalfPie
  readonly wedges: readonly Wedge[]
  /** Lines between neighbouring wedges. */
  readonly dividers: string
  readonly hub: { readonly shape: string; readonly text: HubText }
  readonly cards: readonly LayoutCard[]
  readonly arrows: readonly TargetArrow[]
  /** All relationships between placed stakeholders as one path; null when none are to be drawn. */
  readonly ties: string | null
  readonly unplaced: readonly string[]
  /** All that is drawn, labels included. */
  readonly bounds: Rect
}

export interface SceneOptions {
  readonly ties?: boolean
  /** Where everything stands, if not as on the canvas. */
  readonly layout?: SpectrumLayout
}

/** The scene of a view on the spectrum. The same view and words give the same scene. */
export function buildSpectrumScene(
  view: MapView,
  words: SceneWords,
  options: SceneOptions = {},
): SpectrumScene {
  const { pie, cards, unplaced } = options.layout ?? layoutFor(view)
  return {
    kind: 'spectrum',
    audience: view.audience,
    pie,
    wedges: wedgesOf(view, words, cards, pie),
    dividers: dividersOf(pie),
    hub: { shape: halfDisc(pie.hubRadius), text: hubFor(view, words, pie) },
    cards,
    arrows: arrowsOf(view, cards, pie),
    ties: options.ties ? tiesOf(view, cards) : null,
    unplaced,
    bounds: boundsOf(pie),
  }
}

/** What the wedges and hub look like; the same objects as in the scene, for a canvas that draws cards itself. */
function wedgesOf(
  view: MapView,
  words: SceneWords,
  cards: readonly LayoutCard[],
  pie: HalfPie,
): Wedge[] {
  const counts = SEGMENTS.map(() => 0)
  for (const { segment } of cards) counts[segment] = (counts[segment] ?? 0) + 1
  return SEGMENTS.map((segment) => {
    const { from, to } = anglesOf(segment, pie)
    const count = counts[segment] ?? 0
    const reworded = drawable(view.info.segmentNames[segment] ?? '')
    return {
      segment,
      area: slice(pie.radius, from, to),
      rim: band(pie.radius, pie.radius + SIZES.pie.rim * pie.scale, from, to),
      label: arcLabel(segment, reworded || words.segments[segment], words.count(count), pie),
      count,
    }
  })
}

function hubFor({ info }: MapView, words: SceneWords, pie: HalfPie): HubText {
  const goal = drawable(info.goal)
  return goal ? hubText(words.ourGoal, goal, pie) : hubText('', info.name, pie)
}

function arrowsOf(view: MapView, cards: readonly LayoutCard[], pie: HalfPie): TargetArrow[] {
  const byKey = new Map(cards.map((card) => [card.key, card]))
  return view.stakeholders.flatMap(({ key, targetSegment }) => {
    const card = byKey.get(key)
    if (!card || targetSegment === null || targetSegment === card.segment) return []
    return [targetArrow(card, targetSegment, cards, pie)]
  })
}

function tiesOf({ relationships }: MapView, cards: readonly LayoutCard[]): string {
  const byKey = new Map(cards.map((card) => [card.key, card]))
  let path = ''
  for (const { from, to } of relationships) {
    const a = byKey.get(from)
    const b = byKey.get(to)
    if (a && b) path += `M${n(a.x)} ${n(a.y)}L${n(b.x)} ${n(b.y)}`
  }
  return path
}

function boundsOf(pie: HalfPie): Rect {
  const reach = labelReach(pie)
  return { x: -reach, y: -reach, width: 2 * reach, height: reach + 4 * pie.scale }
}

const at = (radius: number, angle: number): string => {
  const { x, y } = polar(radius, angle)
  return `${n(x)} ${n(y)}`
}

const slice = (radius: number, from: number, to: number): string =>
  `M0 0L${at(radius, to)}A${n(radius)} ${n(radius)} 0 0 1 ${at(radius, from)}Z`

const band = (inner: number, outer: number, from: number, to: number): string =>
  `M${at(inner, to)}L${at(outer, to)}A${n(outer)} ${n(outer)} 0 0 1 ${at(outer, from)}` +
  `L${at(inner, from)}A${n(inner)} ${n(inner)} 0 0 0 ${at(inner, to)}Z`

const halfDisc = (r: number): string => `M${n(-r)} 0A${n(r)} ${n(r)} 0 0 1 ${n(r)} 0Z`

function dividersOf(pie: HalfPie): string {
  const outer = pie.radius + SIZES.pie.rim * pie.scale
  return SEGMENTS.slice(1)
    .map((segment) => {
      const { from, to } = anglesOf(segment, pie)
      const angle = pie.alliesSide === 'left' ? to : from
      return `M${at(pie.hubRadius, angle)}L${at(outer, angle)}`
    })
    .join('')
}
