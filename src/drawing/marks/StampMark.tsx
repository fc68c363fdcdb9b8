import type { Audience } from '../../audience/view.ts'
import { FONT_FAMILY, type Palette } from '../palette.ts'
import { STAMP_FONT, STAMP_HEIGHT, type Stamp } from '../legend.ts'

interface StampMarkProps {
  readonly stamp: Stamp
  readonly audience: Audience
  readonly palette: Palette
}

/** Says whom the picture is for; its right-hand end is at the origin, centred on y = 0. */
export function StampMark({ stamp, audience, palette }: StampMarkProps) {
  const team = audience === 'team'
  return (
    <g>
      <rect
        x={-stamp.width}
        y={-STAMP_HEIGHT / 2}
        width={stamp.width}
        height={STAMP_HEIGHT}
        rx={6}
        fill={team ? palette.confidential.tint : palette.card}
        stroke={team ? palette.confidential.strong : palette.line}
        strokeWidth={1.6}
        strokeDasharray={team ? '5 3.5' : undefined}
      />
      <text
        x={-stamp.width / 2}
        y={STAMP_FONT * 0.35}
        fontFamily={FONT_FAMILY}
        fontSize={STAMP_FONT}
        fontWeight={700}
        textAnchor="middle"
        fill={team ? palette.confidential.text : palette.muted}
      >
        {stamp.text}
      </text>
    </g>
  )
}
