import type { SegmentIndex } from '../../domain/records.ts'
import type { CardShape } from '../card.ts'
import type { Palette } from '../palette.ts'

interface DotMarkProps {
  readonly shape: Pick<CardShape, 'dotRadius' | 'influence' | 'confidential'>
  readonly segment: SegmentIndex
  readonly palette: Palette
  readonly x?: number
  readonly y?: number
  /** Alone, in place of a card, the dot also says that a stakeholder is confidential. */
  readonly alone?: boolean
}

/** Influence as the size of a dot in the segment's colour; a ring when nothing is known of it. */
export function DotMark({ shape, segment, palette, x = 0, y = 0, alone = false }: DotMarkProps) {
  const { strong } = palette.segments[segment]
  const known = shape.influence !== 'unknown'
  return (
    <g>
      <circle
        cx={x}
        cy={y}
        r={shape.dotRadius}
        fill={known ? strong : palette.card}
        stroke={known ? 'none' : strong}
        strokeWidth={alone ? shape.dotRadius * 0.3 : 1.6}
      />
      {alone && shape.confidential && (
        <circle
          cx={x}
          cy={y}
          r={shape.dotRadius * 1.55}
          fill="none"
          stroke={palette.confidential.strong}
          strokeWidth={shape.dotRadius * 0.26}
          strokeDasharray={`${shape.dotRadius * 0.55} ${shape.dotRadius * 0.4}`}
        />
      )}
    </g>
  )
}
