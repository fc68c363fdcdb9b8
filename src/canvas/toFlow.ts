import type { Node } from '@xyflow/react'
import type { StakeholderId } from '../domain/records.ts'
import type { FarName } from '../drawing/farNames.ts'
import type { LayoutCard } from '../drawing/layout.ts'

/** What a card on the canvas is besides its place and shape. */
export interface CardLook {
  readonly id: StakeholderId
  readonly name: string
  /** What a screen reader says. */
  readonly label: string
  /** Does not match the filter. */
  readonly faded: boolean
  /** How it is drawn from afar; null = as a whole card. */
  readonly far: FarName | null
}

/** A card as React Flow is given it. Selection is not in here: it changes without the node changing. */
export type CardFlowNode = Node<{ readonly card: LayoutCard; readonly look: CardLook }, 'card'>

const nodes = new WeakMap<LayoutCard, CardFlowNode>()

/** Screen readers hear the card itself, not React Flow's wrapper. */
const WRAPPER_ATTRIBUTES = { 'aria-roledescription': undefined }

/**
 * The React Flow node for a card, of fixed size and placed by left/top (a transform each would make a
 * paint layer each). An unchanged card and look give the same object, so that only what changed re-renders.
 */
export function flowNodeFor(card: LayoutCard, look: CardLook): CardFlowNode {
  const known = nodes.get(card)
  if (known && sameLook(known.data.look, look)) return known
  const node = makeNode(card, look)
  nodes.set(card, node)
  return node
}

const sameLook = (a: CardLook, b: CardLook): boolean =>
  a.id === b.id &&
  a.name === b.name &&
  a.label === b.label &&
  a.faded === b.faded &&
  sameFarName(a.far, b.far)

const sameFarName = (a: FarName | null, b: FarName | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.text === b.text &&
    a.size === b.size &&
    a.x === b.x &&
    a.baseline === b.baseline &&
    a.dotRadius === b.dotRadius)

function makeNode(card: LayoutCard, look: CardLook): CardFlowNode {
  const { width, height } = card.shape
  const left = Math.round((card.x - width / 2) * 100) / 100
  const top = Math.round((card.y - height / 2) * 100) / 100
  return {
    id: card.key,
    type: 'card',
    position: { x: left, y: top },
    width,
    height,
    data: { card, look },
    style: { transform: 'none', left, top, pointerEvents: 'all' },
    domAttributes: WRAPPER_ATTRIBUTES,
  }
}

/** The element id of a card, so that a segment's region can own it in the accessibility tree. */
export const domIdOf = (key: string): string => `card-${key}`

/** Reading order: segment by segment, from the allies on; within one from hub to rim. */
export const inReadingOrder = (cards: readonly LayoutCard[]): LayoutCard[] =>
  cards.toSorted(
    (a, b) =>
      a.segment - b.segment ||
      a.placement.depth - b.placement.depth ||
      b.placement.stance - a.placement.stance,
  )
