import type { Palette } from '../drawing/palette.ts'
import type { TitleLine } from '../drawing/pictureTitle.ts'
import { WALL_MARGIN, type WallPage } from '../drawing/wall/wallPage.ts'
import { isRtl } from '../drawing/wrap.ts'

interface WallTitleProps {
  readonly lines: readonly TitleLine[]
  readonly page: WallPage
  /** The text whose direction the lines have. */
  readonly rtlOf: string
  readonly palette: Palette
}

/** The map's name: at the left, or at the right for names that are written from there. */
export function WallTitle({ lines, page, rtlOf, palette }: WallTitleProps) {
  const rtl = isRtl(rtlOf)
  return lines.map(({ text, y, size, bold }) => (
    <text
      key={y}
      x={rtl ? page.width - WALL_MARGIN : WALL_MARGIN}
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
