import { type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { type StoreApi, useStore } from 'zustand'
import type { Point, SegmentIndex } from '../domain/records.ts'
import { CardMark } from '../drawing/marks/CardMark.tsx'
import { LIGHT } from '../drawing/palette.ts'
import type { HeldLook, Over } from './ground.ts'

/** A card in the hand: where its centre is from the pointer, in world units. */
export interface HeldCard extends HeldLook {
  readonly key: string
  readonly offset: Point
}

export interface Held {
  readonly cards: readonly HeldCard[]
  readonly leader: string
  readonly zoom: number
  /** Where the pointer picked them up, in the window's CSS px. */
  readonly start: Point
  /** What they are over; tells the ghost alone, so that a drag renders nothing else. */
  readonly over: StoreApi<Over>
}

/** Cards not on the canvas are drawn in the neutral colour until they are over a segment. */
const UNPLACED: SegmentIndex = 2

/** The cards in the hand, above everything, so that they can cross from the tray to the canvas and back. */
export function DragGhost({ held, ref }: { held: Held; ref: RefObject<HTMLDivElement | null> }) {
  const over = useStore(held.over)
  const scale = Math.max(held.zoom, 0.6)
  return createPortal(
    <div ref={ref} className="ghost" aria-hidden>
      <svg className="ghost-cards">
        {held.cards.map(({ key, shape, segment, offset }) => (
          <g
            key={key}
            transform={`translate(${offset.x * held.zoom} ${offset.y * held.zoom}) scale(${scale})`}
          >
            <CardMark shape={shape} segment={over.segment ?? segment ?? UNPLACED} palette={LIGHT} />
          </g>
        ))}
      </svg>
      {over.label !== '' && <span className="ghost-label">{over.label}</span>}
    </div>,
    document.body,
  )
}
