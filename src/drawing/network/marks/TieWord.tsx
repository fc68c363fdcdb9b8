import { FONT_FAMILY, SIZES, type Palette } from '../../palette.ts'
import { pathNumber } from '../../pathNumber.ts'
import type { TieLabel } from '../networkTies.ts'

interface TieWordProps {
  readonly label: TieLabel
  readonly palette: Palette
}

/** The word of an own tie, on its middle. */
export function TieWord({ label, palette }: TieWordProps) {
  return (
    <text
      x={pathNumber(label.x)}
      y={pathNumber(label.baseline)}
      fontFamily={FONT_FAMILY}
      fontSize={label.size}
      textAnchor="middle"
      fill={palette.muted}
      stroke={palette.paper}
      strokeWidth={SIZES.network.label.halo}
      strokeLinejoin="round"
      paintOrder="stroke"
      direction={label.rtl ? 'rtl' : undefined}
      unicodeBidi={label.rtl ? 'isolate' : undefined}
    >
      {label.text}
    </text>
  )
}
