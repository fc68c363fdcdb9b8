import type { TieSign } from '../tieLegend.ts'
import { ConfidentialGlyph } from '../../marks/ConfidentialGlyph.tsx'
import { SIZES, type Palette } from '../../palette.ts'
import { dashesOf, glyphPath } from '../tieGlyph.ts'
import { tieColour } from './emphasis.ts'
import { SignMark } from './SignMark.tsx'

interface TieSampleProps {
  /** A kind of tie, or the look of all confidential ones. */
  readonly sign: TieSign
  readonly palette: Palette
  /** Where the sample begins; it is centred on y = 0. */
  readonly x?: number
}

/** Long enough for each pattern of dashes to show on both sides of the sign. */
export const TIE_SAMPLE_WIDTH = 52

/** What a kind of tie looks like, for a legend. */
export function TieSample({ sign, palette, x = 0 }: TieSampleProps) {
  const confidential = sign === 'confidential'
  const kind = confidential ? 'influences' : sign
  const width = SIZES.network.tie.widths[2]
  const colour = tieColour(confidential, false, palette)
  const middle = x + TIE_SAMPLE_WIDTH / 2
  const tip = x + TIE_SAMPLE_WIDTH
  const path = glyphPath({ kind, x: middle, y: 0, angle: 0 })
  return (
    <g>
      <path
        d={`M${x} 0L${tip - 8} 0`}
        fill="none"
        stroke={colour}
        strokeWidth={width}
        strokeDasharray={dashesOf(kind, confidential, width)}
      />
      <path d={`M${tip} 0L${tip - 10} -4L${tip - 10} 4Z`} fill={colour} />
      {path && <SignMark path={path} kind={kind} colour={colour} palette={palette} />}
      {confidential && <ConfidentialGlyph x={middle} y={0} size={5} palette={palette} />}
    </g>
  )
}
