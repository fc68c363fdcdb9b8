import type { NodeProps } from '@xyflow/react'
import { createContext, memo, use } from 'react'
import { useStore } from 'zustand'
import { useSubject } from '../editing/useSubject.ts'
import type { FarName } from '../drawing/farNames.ts'
import { CardMark } from '../drawing/marks/CardMark.tsx'
import { FarMark } from '../drawing/marks/FarMark.tsx'
import { LIGHT } from '../drawing/palette.ts'
import { useOpenMap } from '../store/openMap.ts'
import { type CardFlowNode, domIdOf } from './toFlow.ts'

/** How much of each card is drawn at the present zoom. */
export interface Detail {
  /** Names beside dots, by key, when seen from afar; null = whole cards. */
  readonly far: ReadonlyMap<string, FarName> | null
  readonly faded: ReadonlySet<string>
}

const DetailContext = createContext<Detail>({ far: null, faded: new Set() })
export const DetailProvider = DetailContext.Provider

/** One stakeholder on the half-pie: the same mark as in pictures, inside a button. */
export const CardNode = memo(function CardNode({ data: { card, label } }: NodeProps<CardFlowNode>) {
  const { far, faded } = use(DetailContext)
  const { selection, gesture } = useOpenMap()
  const id = useSubject().idOf(card.key)
  const selected = useStore(selection, ({ ids }) => id !== undefined && ids.has(id))
  const dragged = useStore(gesture, ({ dragging }) => id !== undefined && dragging.has(id))
  const { width, height } = card.shape
  const state = [
    selected && 'is-selected',
    faded.has(card.key) && 'is-faded',
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
      data-stakeholder={card.key}
    >
      <svg
        width={width}
        height={height}
        viewBox={`${-width / 2} ${-height / 2} ${width} ${height}`}
        aria-hidden
      >
        {far ? (
          <FarMark shape={card.shape} segment={card.segment} name={far.get(card.key)} palette={LIGHT} />
        ) : (
          <CardMark shape={card.shape} segment={card.segment} palette={LIGHT} />
        )}
      </svg>
    </div>
  )
})
