import { memo } from 'react'
import { ConfidentialGlyph } from '../../marks/ConfidentialGlyph.tsx'
import { SIZES, type Palette } from '../../palette.ts'
import { pathNumber } from '../../pathNumber.ts'
import type { NetworkTie } from '../networkTies.ts'
import { batchTies, hairlines, type TieBatch } from '../tieBatches.ts'
import { dashesOf } from '../tieGlyph.ts'
import { FADED, tieColour } from './emphasis.ts'
import { SignMark } from './SignMark.tsx'
import { TieWord } from './TieWord.tsx'

interface QuietTiesProps {
  readonly ties: readonly NetworkTie[]
  readonly palette: Palette
  /** Keys of ties that are drawn on their own. */
  readonly except?: ReadonlySet<string>
  readonly faded?: boolean
  /** Only thin lines: many times cheaper to paint, for far out and while much is moving. */
  readonly plain?: boolean
}

const NONE: ReadonlySet<string> = new Set()

/**
 * All quiet relationships in a few paths, one for each look: an element each would make dragging and panning
 * several times slower.
 */
export const QuietTies = memo(function QuietTies({
  ties,
  palette,
  except = NONE,
  faded = false,
  plain = false,
}: QuietTiesProps) {
  return (
    <g opacity={faded ? FADED : undefined}>
      {plain ? (
        <Hairlines ties={ties} palette={palette} except={except} />
      ) : (
        batchTies(ties, except).map((batch) => (
          <Batch key={batch.look} batch={batch} palette={palette} />
        ))
      )}
    </g>
  )
})

interface HairlinesProps {
  readonly ties: readonly NetworkTie[]
  readonly palette: Palette
  readonly except: ReadonlySet<string>
}

function Hairlines({ ties, palette, except }: HairlinesProps) {
  const { open, confidential } = hairlines(ties, except)
  return (
    <>
      <path d={open} fill="none" stroke={palette.quietTie} strokeWidth={SIZES.tie} />
      {confidential && (
        <path
          d={confidential}
          fill="none"
          stroke={palette.confidential.strong}
          strokeWidth={SIZES.tie}
          strokeDasharray={dashesOf('influences', true, SIZES.tie)}
        />
      )}
    </>
  )
}

interface BatchProps {
  readonly batch: TieBatch
  readonly palette: Palette
}

/** Ties that look alike: their lines, heads and signs in a path each. */
function Batch({ batch, palette }: BatchProps) {
  const { kind, strength, confidential, lines, heads, signs, labels, confidentialAt } = batch
  const width = SIZES.network.tie.widths[strength]
  const colour = tieColour(confidential, false, palette)
  return (
    <>
      <path
        d={lines}
        fill="none"
        stroke={colour}
        strokeWidth={width}
        strokeDasharray={dashesOf(kind, confidential, width)}
      />
      <path d={heads} fill={colour} />
      {signs && <SignMark path={signs} kind={kind} colour={colour} palette={palette} />}
      {labels.map(({ key, label }) => (
        <TieWord key={key} label={label} palette={palette} />
      ))}
      {confidentialAt.map(({ key, x, y }) => (
        <ConfidentialGlyph
          key={key}
          x={pathNumber(x)}
          y={pathNumber(y)}
          size={5}
          palette={palette}
        />
      ))}
    </>
  )
}
