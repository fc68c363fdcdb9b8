import { ConfidentialGlyph } from '../../marks/ConfidentialGlyph.tsx'
import { SIZES, type Palette } from '../../palette.ts'
import { pathNumber } from '../../pathNumber.ts'
import type { NetworkTie } from '../networkTies.ts'
import { dashesOf, glyphPath } from '../tieGlyph.ts'
import { FADED, tieColour, type Emphasis } from './emphasis.ts'
import { SignMark } from './SignMark.tsx'
import { TieWord } from './TieWord.tsx'

interface TieMarkProps {
  readonly tie: NetworkTie
  readonly palette: Palette
  readonly emphasis?: Emphasis
}

/** Signs on a tie that matters are larger. */
const GROWN = 1.25

/** One relationship with all its signs, in world units. */
export function TieMark({ tie, palette, emphasis = 'quiet' }: TieMarkProps) {
  const { path, kind, strength, confidential, heads, glyph, label, confidentialAt } = tie
  if (!path) return null
  const strong = emphasis === 'strong'
  const { widths, strong: more } = SIZES.network.tie
  const width = widths[strength] + (strong ? more : 0)
  const colour = tieColour(confidential, strong, palette)
  const grow = strong ? GROWN : 1
  return (
    <g opacity={emphasis === 'faded' ? FADED : undefined}>
      <path
        d={path}
        fill="none"
        stroke={colour}
        strokeWidth={width}
        strokeDasharray={dashesOf(kind, confidential, width)}
      />
      <path
        d={heads}
        fill={colour}
        stroke={strong ? colour : undefined}
        strokeWidth={strong ? more : undefined}
        strokeLinejoin={strong ? 'round' : undefined}
      />
      {glyph && (
        <SignMark
          path={glyphPath(glyph, grow)}
          kind={kind}
          colour={colour}
          palette={palette}
          width={1.4 * grow}
        />
      )}
      {label && <TieWord label={label} palette={palette} />}
      {confidentialAt && (
        <ConfidentialGlyph
          x={pathNumber(confidentialAt.x)}
          y={pathNumber(confidentialAt.y)}
          size={5}
          palette={palette}
        />
      )}
    </g>
  )
}
