import type { Node } from '@xyflow/react'
import type { StakeholderId } from '../domain/records.ts'
import type { FarDot } from '../drawing/farDot.ts'

/** One stakeholder on a canvas: a card on half-pie or grid, a dot of the network. */
export interface CanvasItem {
  readonly key: string
  readonly id: StakeholderId
  /** Centre and size in world units. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The same object as long as nothing about it changes, or every card would be drawn at each edit. */
  readonly node: Node
  /** How it is drawn from afar. */
  readonly dot: FarDot
}
