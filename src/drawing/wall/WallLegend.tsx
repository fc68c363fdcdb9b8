import { ArrowMark } from '../marks/ArrowMark.tsx'
import { TieSample } from '../network/marks/TieSample.tsx'
import type { Palette } from '../palette.ts'
import { isRtl } from '../wrap.ts'
import { FreshMark, GhostMark } from './MovementMarks.tsx'
import { type PlacedSign, SIGN_TYPE } from './wallSigns.ts'

interface WallLegendProps {
  readonly signs: readonly PlacedSign[]
  readonly palette: Palette
}

/** Signs are as large as on the drawing, or a little larger. */
const ENLARGED = 1.6

/** What the signs on the wall mean. */
export function WallLegend({ signs, palette }: WallLegendProps) {
  return (
    <g fontSize={SIGN_TYPE} fill={palette.muted}>
      {signs.map((sign) => (
        <g key={`${sign.x} ${sign.y}`}>
          <g transform={`translate(${sign.x} ${sign.y - SIGN_TYPE * 0.35})`}>
            <SignMark sign={sign} palette={palette} />
          </g>
          <SignText sign={sign} />
        </g>
      ))}
    </g>
  )
}

function SignText({ sign: { text, textX, y } }: { readonly sign: PlacedSign }) {
  const rtl = isRtl(text)
  return (
    <text
      x={textX}
      y={y}
      direction={rtl ? 'rtl' : undefined}
      textAnchor={rtl ? 'end' : undefined}
      unicodeBidi={rtl ? 'isolate' : undefined}
    >
      {text}
    </text>
  )
}

interface SignMarkProps {
  readonly sign: PlacedSign
  readonly palette: Palette
}

/** Begins at x = 0 and is centred on y = 0. */
function SignMark({ sign, palette }: SignMarkProps) {
  switch (sign.sign) {
    case 'earlier':
      return <GhostMark x={10} y={0} radius={10} colour={palette.muted} palette={palette} />
    case 'new':
      return <FreshMark x={11} y={0} radius={10} palette={palette} />
    case 'now':
      return (
        <g>
          <path d="M0 0H46" stroke={palette.ink} strokeWidth={3.5} />
          <path d="M62 0l-18 9v-18Z" fill={palette.ink} />
        </g>
      )
    case 'target':
      return (
        <g transform="scale(1.8)">
          <ArrowMark
            arrow={{ shaft: 'M0 0L25 0', head: 'M34 0L25 4.5L25 -4.5Z' }}
            palette={palette}
          />
        </g>
      )
    case 'tie':
      return (
        <g transform={`scale(${ENLARGED})`}>
          <TieSample sign={sign.kind} palette={palette} />
        </g>
      )
  }
}
