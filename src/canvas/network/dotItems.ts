import type { Node } from '@xyflow/react'
import type { StakeholderId } from '../../domain/records.ts'
import type { FarDot } from '../../drawing/farDot.ts'
import type { NetworkDot } from '../../drawing/network/networkDots.ts'
import type { CanvasItem } from '../canvasItem.ts'

/** What a dot on the canvas is besides its place and name. */
export interface DotLook {
  readonly id: StakeholderId
  readonly name: string
  /** What a screen reader says. */
  readonly label: string
  /** Steps back: does not match the filter, or not what is being shown. */
  readonly faded: boolean
}

/** A dot as React Flow is given it. Selection is not in here: it changes without the node changing. */
export type DotFlowNode = Node<{ readonly dot: NetworkDot; readonly look: DotLook }, 'dot'>

/** Room for the ring around a confidential dot and for the selection, in world units. */
export const DOT_MARGIN = 6

const items = new WeakMap<NetworkDot, { readonly look: DotLook; readonly item: CanvasItem }>()

/** A dot of the network as an item of the canvas. An unchanged dot and look give the same objects. */
export function dotItemFor(dot: NetworkDot, look: DotLook): CanvasItem {
  const known = items.get(dot)
  if (known && sameLook(known.look, look)) return known.item
  const size = 2 * (dot.radius + DOT_MARGIN)
  const item: CanvasItem = {
    key: dot.key,
    id: look.id,
    x: dot.x,
    y: dot.y,
    width: size,
    height: size,
    node: nodeFor(dot, look, size),
    dot: farDotFor(dot, look),
  }
  items.set(dot, { look, item })
  return item
}

const sameLook = (a: DotLook, b: DotLook): boolean =>
  a.id === b.id && a.name === b.name && a.label === b.label && a.faded === b.faded

/** Placed by left/top: a transform each would make a paint layer each. */
function nodeFor(dot: NetworkDot, look: DotLook, size: number): DotFlowNode {
  const left = dot.x - size / 2
  const top = dot.y - size / 2
  return {
    id: dot.key,
    type: 'dot',
    position: { x: left, y: top },
    width: size,
    height: size,
    data: { dot, look },
    style: { transform: 'none', left, top, pointerEvents: 'all' },
    domAttributes: { 'aria-roledescription': undefined },
  }
}

/** Share of a dot's own radius that it has on the screen when seen from afar. */
const FAR_SHARE = 0.3

const farDotFor = (
  { radius, segment, level, confidential, label }: NetworkDot,
  look: DotLook,
): FarDot => ({
  radius: radius * FAR_SHARE,
  most: radius,
  segment,
  known: level !== 'unknown',
  confidential,
  faded: look.faded,
  name: label.lines.join(' '),
  bold: label.bold,
  rtl: label.rtl,
  onPaper: true,
})
