import { LEGEND_FONT, type LegendEntry } from '../legend.ts'
import type { LegendSign } from '../legendSigns.ts'
import { TieSample } from '../network/marks/TieSample.tsx'
import { FONT_FAMILY, SIZES, type Palette } from '../palette.ts'
import { ArrowMark } from './ArrowMark.tsx'
import { ConfidentialGlyph } from './ConfidentialGlyph.tsx'

interface LegendMarkProps {
  /** Laid out from the origin; the lowest row is centred on y = 0. */
  readonly entries: readonly LegendEntry[]
  readonly palette: Palette
}

/** What the signs on the picture mean. */
export function LegendMark({ entries, palette }: LegendMarkProps) {
  return (
    <g fontFamily={FONT_FAMILY} fontSize={LEGEND_FONT} fill={palette.muted}>
      {entries.map((entry) => (
        <g
          key={`${entry.x} ${entry.y}`}
          transform={entry.y ? `translate(0 ${entry.y})` : undefined}
        >
          <Sign entry={entry} palette={palette} />
          <text
            x={entry.textX}
            y={LEGEND_FONT * 0.35}
            fontWeight={entry.sign === 'high' ? 700 : 400}
            direction={entry.rtl ? 'rtl' : undefined}
            textAnchor={entry.rtl ? 'end' : undefined}
            unicodeBidi={entry.rtl ? 'isolate' : undefined}
          >
            {entry.text}
          </text>
        </g>
      ))}
    </g>
  )
}

interface SignProps {
  /** The sign begins at `x` and is centred on y = 0. */
  readonly entry: LegendSign & { readonly x: number }
  readonly palette: Palette
}

/** One sign of a legend, without its text. */
export function Sign({ entry, palette }: SignProps) {
  const { sign, x } = entry
  switch (sign) {
    case 'none':
      return null
    case 'unknown':
      return (
        <circle cx={x + 8} r={5} fill={palette.card} stroke={palette.muted} strokeWidth={1.6} />
      )
    case 'not placed':
      return (
        <circle cx={x + 7} r={6} fill={palette.card} stroke={palette.muted} strokeWidth={1.6} />
      )
    case 'segment':
      return <circle cx={x + 7} r={7} fill={palette.segments[entry.segment].strong} />
    case 'tie':
      return <TieSample sign={entry.tie} palette={palette} x={x} />
    case 'low':
    case 'medium':
    case 'high':
      return <circle cx={x + 8} r={SIZES.dot[sign]} fill={palette.muted} />
    case 'target':
      return (
        <ArrowMark
          arrow={{
            shaft: `M${x} 0L${x + 25} 0`,
            head: `M${x + 34} 0L${x + 25} 4.5L${x + 25} -4.5Z`,
          }}
          palette={palette}
        />
      )
    case 'confidential':
      return (
        <g>
          <rect
            x={x}
            y={-8}
            width={30}
            height={16}
            rx={5}
            fill={palette.card}
            stroke={palette.confidential.strong}
            strokeWidth={1.4}
            strokeDasharray="4.5 3"
          />
          <ConfidentialGlyph x={x + 15} y={0} size={5} palette={palette} />
        </g>
      )
  }
}
