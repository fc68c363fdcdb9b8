import type { ReactNode } from 'react'
import { FONT_FAMILY, type Palette } from './palette.ts'
import type { Page } from './sheet.ts'
import { drawable } from './wrap.ts'

/** How a page is put on the screen or into a file; has no part in what is on it. */
export interface SvgHow {
  /** Width in px; the height follows from the page. */
  readonly width?: number | undefined
  /** `@font-face` rules that make the picture independent of installed fonts. */
  readonly fontCss?: string
  /** Makes ids unique where several pictures share a page. */
  readonly idPrefix?: string
}

interface SheetSvgProps extends Omit<SvgHow, 'idPrefix'> {
  readonly page: Page
  readonly palette: Palette
  /** For people who can't see it. */
  readonly title: string
  readonly children: ReactNode
}

/** An empty page, and what is drawn on it in the page's units. */
export function SheetSvg({
  page,
  palette,
  title,
  width = page.width,
  fontCss = '',
  children,
}: SheetSvgProps) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={Math.round((width * page.height) / page.width)}
      viewBox={`0 0 ${page.width} ${page.height}`}
      role="img"
      aria-label={drawable(title) || undefined}
      fontFamily={FONT_FAMILY}
    >
      {fontCss && (
        <defs>
          <style>{fontCss}</style>
        </defs>
      )}
      <rect width={page.width} height={page.height} fill={palette.paper} />
      {children}
    </svg>
  )
}
