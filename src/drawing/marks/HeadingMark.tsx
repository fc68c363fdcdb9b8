import type { Palette } from '../palette.ts'
import type { TitleLine } from '../pictureTitle.ts'
import { MARGIN, type Page } from '../sheet.ts'
import { isRtl } from '../wrap.ts'

interface HeadingMarkProps {
  readonly lines: readonly TitleLine[]
  readonly page: Page
  readonly palette: Palette
}

/** Title and subtitle: at the left, or at the right when the title is written from right to left. */
export function HeadingMark({ lines, page, palette }: HeadingMarkProps) {
  const rtl = isRtl(lines[0]?.text ?? '')
  return lines.map(({ text, y, size, bold }) => (
    <text
      key={y}
      x={rtl ? page.width - MARGIN.x : MARGIN.x}
      y={y}
      fontSize={size}
      fontWeight={bold ? 700 : 400}
      fill={bold ? palette.ink : palette.muted}
      direction={rtl ? 'rtl' : undefined}
      unicodeBidi={rtl ? 'isolate' : undefined}
    >
      {text}
    </text>
  ))
}
