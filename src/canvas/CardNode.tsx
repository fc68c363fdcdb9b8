import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useStore } from 'zustand'
import { CardMark } from '../drawing/marks/CardMark.tsx'
import { LIGHT } from '../drawing/palette.ts'
import { useOpenMap } from '../store/openMap.ts'
import { useDrawn } from './drawn.ts'
import { type CardFlowNode, domIdOf } from './toFlow.ts'

/**
 * One stakeholder on the half-pie: the same mark as in pictures, inside a button. It may subscribe to
 * nothing that changes with the whole map, or each edit would draw every card again.
 */
export const CardNode = memo(function CardNode({ data }: NodeProps<CardFlowNode>) {
  const { id, name, label, faded } = data.look
  const { card } = data
  const { selection, gesture } = useOpenMap()
  const selected = useStore(selection, ({ ids }) => ids.has(id))
  const dragged = useStore(gesture, ({ dragging }) => dragging.has(id))
  const { shape, segment } = card
  const { width, height } = shape
  // From afar the canvas shows what it is; the element is there for hand, keyboard and screen reader.
  const isPainted = useDrawn() === 'dots'
  const state = [selected && 'is-selected', faded && 'is-faded', dragged && 'is-dragged']
  return (
    <div
      id={domIdOf(card.key)}
      className={['card', ...state].filter(Boolean).join(' ')}
      role="button"
      tabIndex={0}
      aria-label={label}
      aria-pressed={selected}
      title={isPainted || shape.cut ? name : undefined}
      data-stakeholder={card.key}
    >
      {!isPainted && (
        <svg
          width={width}
          height={height}
          viewBox={`${-width / 2} ${-height / 2} ${width} ${height}`}
          aria-hidden
        >
          <CardMark shape={shape} segment={segment} palette={LIGHT} />
        </svg>
      )}
    </div>
  )
})
