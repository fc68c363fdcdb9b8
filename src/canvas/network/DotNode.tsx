import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useStore } from 'zustand'
import { NetworkDotMark } from '../../drawing/network/marks/NetworkDotMark.tsx'
import { LIGHT } from '../../drawing/palette.ts'
import { useOpenMap } from '../../store/openMap.ts'
import { domIdOf } from '../toFlow.ts'
import { DOT_MARGIN, type DotFlowNode } from './dotItems.ts'

/**
 * One stakeholder in the network: the same mark as in pictures, inside a button, with a knob from which a tie is
 * drawn. It may subscribe to nothing that changes with the whole map, or each edit would draw every dot again.
 */
export const DotNode = memo(function DotNode({ data }: NodeProps<DotFlowNode>) {
  const { dot } = data
  const { id, name, label, faded } = data.look
  const { selection, gesture } = useOpenMap()
  const selected = useStore(selection, ({ ids }) => ids.has(id))
  const dragged = useStore(gesture, ({ dragging }) => dragging.has(id))
  const state = [selected && 'is-selected', faded && 'is-faded', dragged && 'is-dragged']
  const half = dot.radius + DOT_MARGIN
  return (
    <div
      id={domIdOf(dot.key)}
      className={['card network-dot', ...state].filter(Boolean).join(' ')}
      role="button"
      tabIndex={0}
      aria-label={label}
      aria-pressed={selected}
      title={name}
      data-stakeholder={dot.key}
    >
      <svg
        width={2 * half}
        height={2 * half}
        viewBox={`${-half} ${-half} ${2 * half} ${2 * half}`}
        aria-hidden
      >
        {selected && <circle className="dot-selection" r={half - 1} />}
        <NetworkDotMark dot={dot} palette={LIGHT} />
      </svg>
      <span className="tie-knob" data-own-gesture data-tie-from={dot.key} aria-hidden />
    </div>
  )
})
