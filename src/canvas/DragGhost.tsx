import { type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { useStore } from 'zustand'
import type { Point, SegmentIndex } from '../domain/records.ts'
import type { CardShape } from '../drawing/card.ts'
import { CardMark } from '../drawing/marks/CardMark.tsx'
import { LIGHT } from '../drawing/palette.ts'
import { t } from '../i18n/i18n.ts'
import { segmentName } from '../i18n/terms.ts'
import { useSubject } from '../editing/useSubject.ts'
import { useOpenMap } from '../store/openMap.ts'

/** A card in the hand: where its centre is from the pointer, in world units. */
export interface HeldCard {
  readonly key: string
  readonly shape: CardShape
  readonly segment: SegmentIndex | null
  readonly offset: Point
}

export interface Held {
  readonly cards: readonly HeldCard[]
  readonly leader: string
  readonly zoom: number
  /** Where the pointer picked them up, in the window's CSS px. */
  readonly start: Point
}

/** Cards not on the pie are drawn in the neutral colour until they are over a segment. */
const UNPLACED: SegmentIndex = 2

/** The cards in the hand, above everything, so that they can cross from the tray to the canvas and back. */
export function DragGhost({ held, ref }: { held: Held; ref: RefObject<HTMLDivElement | null> }) {
  const over = useStore(useOpenMap().gesture, ({ overSegment }) => overSegment)
  const names = useSubject().view.info.segmentNames
  const scale = Math.max(held.zoom, 0.6)
  return createPortal(
    <div ref={ref} className="ghost" aria-hidden>
      <svg className="ghost-cards">
        {held.cards.map(({ key, shape, segment, offset }) => (
          <g
            key={key}
            transform={`translate(${offset.x * held.zoom} ${offset.y * held.zoom}) scale(${scale})`}
          >
            <CardMark shape={shape} segment={over ?? segment ?? UNPLACED} palette={LIGHT} />
          </g>
        ))}
      </svg>
      <span className="ghost-label">
        {over === null ? t('tray.notPlaced') : segmentName(over, names)}
      </span>
    </div>,
    document.body,
  )
}
