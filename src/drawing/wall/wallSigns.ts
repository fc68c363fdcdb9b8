import type { MapView } from '../../audience/view.ts'
import { RELATIONSHIP_KINDS, type RelationshipKind } from '../../domain/records.ts'
import { segmentOf } from '../../domain/spectrum.ts'
import { textWidth } from '../measure.ts'
import { drawable } from '../wrap.ts'
import type { WallChoices } from './wallPicture.ts'
import { LEAST_TYPE, WALL_MARGIN, type WallPage } from './wallPage.ts'

/** A sign of the wall that needs a word. */
export type WallSign = { readonly text: string } & (
  | { readonly sign: 'earlier' | 'now' | 'new' | 'target' }
  | { readonly sign: 'tie'; readonly kind: RelationshipKind }
)

/** What the signs mean, in the user's language. */
export interface SignWords {
  /** Where somebody stood at the moment that is compared with. */
  readonly earlier: string
  readonly now: string
  readonly new: string
  readonly target: string
  readonly ties: Readonly<Record<RelationshipKind, string>>
}

/** A sign and its word on the page: where it begins, and the word's base line. */
export type PlacedSign = WallSign & {
  readonly x: number
  readonly textX: number
  readonly y: number
}

/** The lines at the foot of a wall that explain its signs. */
export interface SignLines {
  /** What they keep free of the page's foot. */
  readonly foot: number
  readonly signs: readonly PlacedSign[]
}

export const SIGN_TYPE = LEAST_TYPE + 1
const FOOT = 34
const LINE = 42
const BELOW = 30
/** Between a line of signs and the drawing above. */
const ABOVE = 10
const GAP = 36
const SIGN_WIDTHS: Readonly<Record<WallSign['sign'], number>> = {
  earlier: 30,
  now: 74,
  new: 32,
  target: 74,
  tie: 94,
}

/** Only signs that occur in a picture: what is not there needs no word, and nothing hints at it. */
export function signsOn(view: MapView, choices: WallChoices, words: SignWords): WallSign[] {
  switch (choices.drawing) {
    case 'spectrum':
      return spectrumSigns(view, choices, words)
    case 'network':
      return tieSigns(view, choices, words)
    case 'power':
      return []
  }
}

function spectrumSigns(
  { stakeholders }: MapView,
  { earlier, targets }: WallChoices,
  words: SignWords,
): WallSign[] {
  const standing = stakeholders.flatMap(({ key, placement, targetSegment }) =>
    placement ? [{ key, targetSegment, segment: segmentOf(placement.stance) }] : [],
  )
  const stood = standing.map(({ key, segment }) => ({ segment, before: earlier?.get(key) ?? null }))
  const hasMoved = stood.some(({ segment, before }) => before !== null && before !== segment)
  const isNew = earlier !== null && stood.some(({ before }) => before === null)
  const isAimed = standing.some(
    ({ targetSegment, segment }) => targetSegment !== null && targetSegment !== segment,
  )
  const signs: WallSign[] = []
  if (hasMoved) {
    signs.push({ sign: 'earlier', text: words.earlier }, { sign: 'now', text: words.now })
  }
  if (isNew) signs.push({ sign: 'new', text: words.new })
  if (targets && isAimed) signs.push({ sign: 'target', text: words.target })
  return signs
}

function tieSigns(
  { relationships }: MapView,
  { places }: WallChoices,
  words: SignWords,
): WallSign[] {
  const shown = relationships.filter(
    // An own word stands at its tie.
    ({ from, to, kind, label }) =>
      places?.has(from) && places.has(to) && !(kind === 'own' && label),
  )
  const kinds = new Set(shown.map(({ kind }) => kind))
  return RELATIONSHIP_KINDS.filter((kind) => kinds.has(kind)).map((kind) => ({
    sign: 'tie',
    kind,
    text: words.ties[kind],
  }))
}

/** The signs side by side, on as many lines as that takes. */
export function signLines(signs: readonly WallSign[], page: WallPage): SignLines {
  const end = page.width - WALL_MARGIN
  let line = 0
  let x = WALL_MARGIN
  const laid = signs.map((sign) => {
    const text = drawable(sign.text)
    const textWide = textWidth(text, { size: SIGN_TYPE, weight: 400 })
    const width = SIGN_WIDTHS[sign.sign] + textWide
    if (x > WALL_MARGIN && x + width > end) {
      line++
      x = WALL_MARGIN
    }
    const at = x
    x += width + GAP
    return { ...sign, text, x: at, textX: at + SIGN_WIDTHS[sign.sign], line }
  })
  const lowest = page.height - BELOW
  return {
    foot: signs.length ? BELOW + (line + 1) * LINE + ABOVE : FOOT,
    signs: laid.map(({ line: own, ...sign }) => ({ ...sign, y: lowest - (line - own) * LINE })),
  }
}
