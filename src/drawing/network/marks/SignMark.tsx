import type { RelationshipKind } from '../../../domain/records.ts'
import type { Palette } from '../../palette.ts'
import { signOf } from '../tieGlyph.ts'

interface SignMarkProps {
  /** From `glyphPath`; several may be joined. */
  readonly path: string
  readonly kind: RelationshipKind
  readonly colour: string
  readonly palette: Palette
  readonly width?: number
}

/** The signs of ties of one kind: outlines over the line, or filled with a halo that cuts the line. */
export function SignMark({ path, kind, colour, palette, width = 1.4 }: SignMarkProps) {
  return signOf(kind) === 'hollow' ? (
    <path d={path} fill={palette.paper} stroke={colour} strokeWidth={width} />
  ) : (
    <path
      d={path}
      fill={colour}
      stroke={palette.paper}
      strokeWidth={2 * width}
      paintOrder="stroke"
    />
  )
}
