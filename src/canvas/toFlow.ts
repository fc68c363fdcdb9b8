import type { Node } from '@xyflow/react'
import type { StakeholderId } from '../domain/records.ts'
import { farDotOf } from '../drawing/farDot.ts'
import type { LayoutCard } from '../drawing/layout.ts'
import type { CanvasItem } from './canvasItem.ts'

/** A card on a canvas: on the half-pie or on the power grid. Unchanged, it must be the same object. */
export type DrawnCard = Pick<LayoutCard, 'key' | 'x' | 'y' | 'shape' | 'segment'>

/** What a card on the canvas is besides its place and shape. */
export interface CardLook {
  readonly id: StakeholderId
  readonly name: string
  /** What a screen reader says. */
  readonly label: string
  /** Does not match the filter. */
  readonly faded: boolean
}

/** A card as React Flow is given it. Selection is not in here: it changes without the node changing. */
export type CardFlowNode = Node<{ readonly card: DrawnCard; readonly look: CardLook }, 'card'>

interface CardItem extends CanvasItem {
  readonly node: CardFlowNode
}

const items = new WeakMap<DrawnCard, CardItem>()

/** Screen readers hear the card itself, not React Flow's wrapper. */
const WRAPPER_ATTRIBUTES = { 'aria-roledescription': undefined }

/** A card as an item of a canvas. An unchanged card and look give the same object, so that only what changed re-renders. */
export function itemFor(card: DrawnCard, look: CardLook): CardItem {
  const known = items.get(card)
  if (known && sameLook(known.node.data.look, look)) return known
  const { key, x, y, shape, segment } = card
  const item: CardItem = {
    key,
    id: look.id,
    x,
    y,
    width: shape.width,
    height: shape.height,
    node: makeNode(card, look),
    dot: farDotOf(shape, segment, look.faded),
  }
  items.set(card, item)
  return item
}

const sameLook = (a: CardLook, b: CardLook): boolean =>
  a.id === b.id && a.name === b.name && a.label === b.label && a.faded === b.faded

/** Of fixed size and placed by left/top: a transform each would make a paint layer each. */
function makeNode(card: DrawnCard, look: CardLook): CardFlowNode {
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
