import type { SegmentIndex } from '../../domain/records.ts'
import type { CardShape } from '../card.ts'
import type { FarName } from '../farNames.ts'
import { FONT_FAMILY, type Palette } from '../palette.ts'
import { DotMark } from './DotMark.tsx'

interface FarMarkProps {
  readonly shape: CardShape
  readonly segment: SegmentIndex
  readonly palette: Palette
  readonly name: FarName
  /** Ringed in ink. */
  readonly selected: boolean
}

/** A stakeholder seen from afar, around its centre (0, 0): a dot, and its name where it fits. */
export function FarMark({ shape, segment, palette, name, selected }: FarMarkProps) {
  const { dotRadius } = name
  return (
    <g>
      <DotMark shape={{ ...shape, dotRadius }} segment={segment} palette={palette} alone />
      {selected && (
        <circle
          r={dotRadius * 1.45}
          fill="none"
          stroke={palette.ink}
          strokeWidth={dotRadius * 0.45}
        />
      )}
      {name.text && (
        <text
          x={name.x}
          y={name.baseline}
          fontFamily={FONT_FAMILY}
          fontSize={name.size}
          fontWeight={shape.bold ? 700 : 400}
          fill={palette.ink}
          textAnchor="middle"
          stroke={palette.segments[segment].tint}
          strokeWidth={name.size / 4}
          paintOrder="stroke"
          direction={shape.rtl ? 'rtl' : undefined}
          unicodeBidi={shape.rtl ? 'isolate' : undefined}
        >
          {name.text}
        </text>
      )}
    </g>
  )
}
