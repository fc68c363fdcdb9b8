import { useLayoutEffect } from 'react'
import type { Point, SegmentIndex, StakeholderId } from '../domain/records.ts'
import type { Subject } from '../audience/subject.ts'
import { segmentOf } from '../domain/spectrum.ts'
import { cardFor, type CardShape } from '../drawing/card.ts'
import type { Rect } from '../drawing/halfPie.ts'
import type { LetGo } from '../editing/placing.ts'
import { type OpenMap, useOpenMap } from '../store/openMap.ts'

/** Where a card that is let go outside the canvas lands: far below everything. */
export const OFF_CANVAS: Point = { x: 0, y: Number.MAX_SAFE_INTEGER }

/** How a card looks while it is in the hand. */
export interface HeldLook {
  readonly shape: CardShape
  readonly segment: SegmentIndex | null
}

/** How somebody looks in the hand, whichever view they are picked up from. */
export function heldLook(subject: Subject, key: string): HeldLook | undefined {
  const id = subject.idOf(key)
  const stakeholder = id && subject.shown(id)
  if (!stakeholder) return undefined
  const { placement } = stakeholder
  return { shape: cardFor(stakeholder), segment: placement && segmentOf(placement.stance) }
}

/** What a card in the hand is over: the segment that lights up, and what the label beside it says. */
export interface Over {
  readonly segment: SegmentIndex | null
  readonly label: string
}

/** What cards are dropped on: the view that is open says what a drop means. Points are in its world. */
export interface Ground {
  readonly bounds: Rect
  /** What is drawn, where `bounds` leave room beside it. */
  readonly drawn?: Rect
  /** The centre of a card that stands on it; undefined when it does not (yet). */
  standing(key: string): Point | undefined
  /** Undefined when there is nobody with this key. */
  held(key: string): HeldLook | undefined
  /** What the leading card's centre is over; null when the pointer is not over the canvas. */
  over(at: Point | null, leader: string): Over
  /** Cards let go outside the canvas come with `OFF_CANVAS`. `leader` is the card in the hand. */
  drop(cards: readonly LetGo[], leader: string): void
  /** Moves cards by a little, in world units. */
  nudge(ids: readonly StakeholderId[], by: Point): void
  /** Tidy, or what stands for it in this view. */
  tidyUp(): void
}

const grounds = new WeakMap<OpenMap, Ground>()

/** Makes this the ground that cards from tray and canvas are dropped on, as long as the view is open. */
export function useGround(ground: Ground): void {
  const map = useOpenMap()
  useLayoutEffect(() => {
    grounds.set(map, ground)
    return () => {
      if (grounds.get(map) === ground) grounds.delete(map)
    }
  }, [map, ground])
}

export const groundOf = (map: OpenMap): Ground | undefined => grounds.get(map)
