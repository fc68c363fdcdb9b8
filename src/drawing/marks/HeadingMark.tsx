import type { Palette } from '../palette.ts'
import type { TitleLine } from '../pictureTitle.ts'
import type { Page } from '../sheet.ts'
import { isRtl } from '../wrap.ts'
import { TextLines } from './TextLines.tsx'

interface HeadingMarkProps {
  readonly lines: readonly TitleLine[]
  readonly page: Pick<Page, 'width'>
  /** At both sides. */
  readonly margin: number
  /** The text whose direction the lines have; the first of them unless it is said. */
  readonly rtlOf?: string
  readonly palette: Palette
}

/** Title and subtitle: at the left, or at the right when the title is written from right to left. */
export function HeadingMark({
  lines,
  page,
  margin,
  rtlOf = lines[0]?.text ?? '',
  palette,
}: HeadingMarkProps) {
  const rtl = isRtl(rtlOf)
  const x = rtl ? page.width - margin : margin
  const placed = lines.map((line) => ({ ...line, x, muted: !line.bold, rtl }))
  return <TextLines lines={placed} palette={palette} />
}
