import { SIZES, type Palette } from '../palette.ts'
import type { TargetArrow } from '../targetArrow.ts'

interface ArrowMarkProps {
  readonly arrow: Pick<TargetArrow, 'shaft' | 'head'>
  readonly palette: Palette
}

/** From where a stakeholder stands to where we want it. */
export function ArrowMark({ arrow, palette }: ArrowMarkProps) {
  return (
    <g>
      <path
        d={arrow.shaft}
        fill="none"
        stroke={palette.ink}
        strokeWidth={SIZES.arrow.width}
        strokeDasharray="5 4"
      />
      <path d={arrow.head} fill={palette.ink} stroke={palette.card} strokeWidth={0.8} />
    </g>
  )
}
