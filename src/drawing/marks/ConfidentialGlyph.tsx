import type { Palette } from '../palette.ts'

interface ConfidentialGlyphProps {
  readonly x: number
  readonly y: number
  /** Half the diagonal. */
  readonly size: number
  readonly palette: Palette
}

/** A diamond inside a diamond: says "confidential" where colour cannot be seen. */
export function ConfidentialGlyph({ x, y, size, palette }: ConfidentialGlyphProps) {
  const diamond = (half: number) =>
    `M${x} ${y - half}l${half} ${half}l${-half} ${half}l${-half} ${-half}Z`
  return (
    <g>
      <path
        d={diamond(size)}
        fill={palette.card}
        stroke={palette.confidential.strong}
        strokeWidth={1.3}
        strokeLinejoin="round"
      />
      <path d={diamond(size * 0.45)} fill={palette.confidential.strong} />
    </g>
  )
}
