import type { Palette } from '../palette.ts'
import type { PlacedText } from '../placedText.ts'

interface TextLinesProps {
  readonly lines: readonly PlacedText[]
  readonly palette: Palette
}

/** Lines of text, each an element of its own. */
export function TextLines({ lines, palette }: TextLinesProps) {
  return lines.map(({ text, x, y, size, bold, muted, rtl }) => (
    <text
      key={`${x} ${y}`}
      x={x}
      y={y}
      fontSize={size}
      fontWeight={bold ? 700 : 400}
      fill={muted ? palette.muted : palette.ink}
      direction={rtl ? 'rtl' : undefined}
      unicodeBidi={rtl ? 'isolate' : undefined}
    >
      {text}
    </text>
  ))
}
