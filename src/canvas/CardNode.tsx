import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useStore } from 'zustand'
import { CardMark } from '../drawing/marks/CardMark.tsx'
import { FarMark } from '../drawing/marks/FarMark.tsx'
import { LIGHT } from '../drawing/palette.ts'
import { useOpenMap } from '../store/openMap.ts'
import { type CardFlowNode, domIdOf } from './toFlow.ts'

/**
 * One stakeholder on the half-pie: the same mark as in pictures, inside a button. It may subscribe to
 * nothing that changes with the whole map, or each edit would draw every card again.
 */
export const CardNode = memo(function CardNode({ data }: NodeProps<CardFlowNode>) {
  const { id, name, label, faded, far } = data.look
  const { card } = data
  const { selection, gesture } = useOpenMap()
  const selected = useStore(selection, ({ ids }) => ids.has(id))
  const dragged = useStore(gesture, ({ dragging }) => dragging.has(id))
  const { shape, segment } = card
  const { width, height } = shape
  const state = [
    selected && 'is-selected',
    faded && 'is-faded',
    dragged && 'is-dragged',
    far && 'is-far',
  ]
  return (
    <div
      id={domIdOf(card.key)}
      className={['card', ...state].filter(Boolean).join(' ')}
      role="button"
      tabIndex={0}
      aria-label={label}
      aria-pressed={selected}
      title={far || shape.cut ? name : undefined}
      data-stakeholder={card.key}
    >
      <svg
        width={width}
        height={height}
        viewBox={`${-width / 2} ${-height / 2} ${width} ${height}`}
        aria-hidden
      >
        {far ? (
          <FarMark shape={shape} segment={segment} name={far} selected={selected} palette={LIGHT} />
        ) : (
          <CardMark shape={shape} segment={segment} palette={LIGHT} />
        )}
      </svg>
    </div>
  )
})
