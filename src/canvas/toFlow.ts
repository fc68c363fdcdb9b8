import type { Node } from '@xyflow/react'
import type { LayoutCard } from '../drawing/layout.ts'

/**
 * A card as React Flow is given it. Selection, fading and level of detail are not in here: they change
 * without the node changing.
 */
export type CardFlowNode = Node<{ readonly card: LayoutCard; readonly label: string }, 'card'>

const nodes = new WeakMap<LayoutCard, CardFlowNode>()

/** Screen readers hear the card itself, not React Flow's wrapper. */
const WRAPPER_ATTRIBUTES = { 'aria-roledescription': undefined }

/**
 * The React Flow node for a card, of fixed size and placed by left/top (a transform each would make a
 * paint layer each). An unchanged card and label give the same object, so that only what changed re-renders.
 */
export function flowNodeFor(card: LayoutCard, label: string): CardFlowNode {
  const known = nodes.get(card)
  if (known?.data.label === label) return known
  const node = makeNode(card, label)
  nodes.set(card, node)
  return node
}

function makeNode(card: LayoutCard, label: string): CardFlowNode {
  const { width, height } = card.shape
  const left = Math.round((card.x - width / 2) * 100) / 100
  const top = Math.round((card.y - height / 2) * 100) / 100
  return {
    id: card.key,
    type: 'card',
    position: { x: left, y: top },
    width,
    height,
    data: { card, label },
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
