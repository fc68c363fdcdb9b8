import { SIZES, type Palette } from '../palette.ts'

interface TieLayerProps {
  readonly path: string
  readonly palette: Palette
}

/** All quiet relationships in one path: an element each would make dragging and panning several times slower. */
export function TieLayer({ path, palette }: TieLayerProps) {
  return (
    <path d={path} fill="none" stroke={palette.muted} strokeOpacity={0.4} strokeWidth={SIZES.tie} />
  )
}
