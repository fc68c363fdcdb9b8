import { ArrowMark } from '../marks/ArrowMark.tsx'
import { textWidth } from '../measure.ts'
import type { Palette } from '../palette.ts'
import { drawable } from '../wrap.ts'
import { FreshMark, GhostMark } from './MovementMarks.tsx'
import { LEAST_TYPE, WALL_MARGIN } from './wallPage.ts'

/** A sign of the wall that needs a word. */
export interface WallSign {
  readonly sign: 'earlier' | 'now' | 'new' | 'target'
  readonly text: string
}

interface WallLegendProps {
  readonly signs: readonly WallSign[]
  /** Base line. */
  readonly y: number
  readonly palette: Palette
}

const SIZE = LEAST_TYPE + 1
const SIGN_WIDTHS: Readonly<Record<WallSign['sign'], number>> = {
  earlier: 30,
  now: 74,
  new: 32,
  target: 74,
}
const GAP = 36

/** One line that says what the signs mean. */
export function WallLegend({ signs, y, palette }: WallLegendProps) {
  const placed = sideBySide(signs)
  return (
    <g fontSize={SIZE} fill={palette.muted}>
      {placed.map(({ sign, text, at }) => (
        <g key={sign}>
          <SignMark sign={sign} x={at} y={y - SIZE * 0.35} palette={palette} />
          <text x={at + SIGN_WIDTHS[sign]} y={y}>
            {text}
          </text>
        </g>
      ))}
    </g>
  )
}

function sideBySide(signs: readonly WallSign[]): (WallSign & { readonly at: number })[] {
  let x: number = WALL_MARGIN
  return signs.map(({ sign, text }) => {
    const at = x
    const clean = drawable(text)
    x += SIGN_WIDTHS[sign] + textWidth(clean, { size: SIZE, weight: 400 }) + GAP
    return { sign, text: clean, at }
  })
}

interface SignMarkProps {
  readonly sign: WallSign['sign']
  readonly x: number
  readonly y: number
  readonly palette: Palette
}

function SignMark({ sign, x, y, palette }: SignMarkProps) {
  switch (sign) {
    case 'earlier':
      return <GhostMark x={x + 10} y={y} radius={10} colour={palette.muted} palette={palette} />
    case 'new':
      return <FreshMark x={x + 11} y={y} radius={10} palette={palette} />
    case 'now':
      return (
        <g>
          <path d={`M${x} ${y}H${x + 46}`} stroke={palette.ink} strokeWidth={3.5} />
          <path d={`M${x + 62} ${y}l-18 9v-18Z`} fill={palette.ink} />
        </g>
      )
    case 'target':
      return (
        <g transform={`translate(${x} ${y}) scale(1.8)`}>
          <ArrowMark
            arrow={{ shaft: 'M0 0L25 0', head: 'M34 0L25 4.5L25 -4.5Z' }}
            palette={palette}
          />
        </g>
      )
  }
}
