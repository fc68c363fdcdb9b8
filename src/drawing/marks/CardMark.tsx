import type { SegmentIndex } from '../../domain/records.ts'
import type { CardShape } from '../card.ts'
import { FONT_FAMILY, SIZES, type Palette } from '../palette.ts'
import { ConfidentialGlyph } from './ConfidentialGlyph.tsx'
import { DotMark } from './DotMark.tsx'

interface CardMarkProps {
  readonly shape: CardShape
  readonly segment: SegmentIndex
  readonly palette: Palette
  /** In the light: a second outline says so too. */
  readonly strong?: boolean
}

/** A stakeholder's card around its centre (0, 0); without a name, in a picture of dots, its dot alone. */
export function CardMark({ shape, segment, palette, strong = false }: CardMarkProps) {
  const { width, height, confidential, rtl } = shape
  const { corner, outline, font } = SIZES.card
  if (!shape.lines.length)
    return <DotMark shape={shape} segment={segment} palette={palette} alone />
  return (
    <g fontFamily={FONT_FAMILY} fontSize={font} fontWeight={shape.bold ? 700 : 400}>
      {strong && (
        <rect
          x={-width / 2 - SIZES.light}
          y={-height / 2 - SIZES.light}
          width={width + 2 * SIZES.light}
          height={height + 2 * SIZES.light}
          rx={corner + SIZES.light}
          fill={palette.ink}
        />
      )}
      <rect
        x={-width / 2}
        y={-height / 2}
        width={width}
        height={height}
        rx={corner}
        fill={palette.card}
        stroke={confidential ? palette.confidential.strong : palette.segments[segment].strong}
        strokeWidth={outline}
        strokeDasharray={confidential ? '4.5 3' : undefined}
      />
      <DotMark shape={shape} segment={segment} palette={palette} x={shape.dotX} />
      {shape.lines.map((line, i) => (
        // Each line is a text of its own, so that mixed directions cannot run from one into the next.
        <text
          key={shape.baselines[i]}
          x={shape.textX}
          y={shape.baselines[i]}
          fill={palette.ink}
          direction={rtl ? 'rtl' : undefined}
          unicodeBidi={rtl ? 'isolate' : undefined}
        >
          {line}
        </text>
      ))}
      {confidential && (
        <ConfidentialGlyph
          x={(rtl ? -1 : 1) * (width / 2 - 11)}
          y={-height / 2}
          size={5.5}
          palette={palette}
        />
      )}
    </g>
  )
}
