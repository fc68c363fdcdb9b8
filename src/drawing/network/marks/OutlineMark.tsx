import type { Palette } from '../../palette.ts'

interface OutlineMarkProps {
  /** From `groupOutline`. */
  readonly path: string
  readonly palette: Palette
}

/** A soft outline around a group; drawn under ties and dots. */
export function OutlineMark({ path, palette }: OutlineMarkProps) {
  return (
    <path
      d={path}
      fill={palette.line}
      fillOpacity={0.4}
      stroke={palette.muted}
      strokeOpacity={0.5}
      strokeWidth={1.4}
      strokeLinejoin="round"
    />
  )
}
