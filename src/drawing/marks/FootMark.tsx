import type { Audience } from '../../audience/view.ts'
import { LEGEND_FONT } from '../legend.ts'
import type { Palette } from '../palette.ts'
import { FOOTER_FONT, type PictureFoot } from '../pictureFoot.ts'
import { MARGIN, type Page } from '../sheet.ts'
import { LegendMark } from './LegendMark.tsx'
import { StampMark } from './StampMark.tsx'

interface FootMarkProps {
  readonly foot: PictureFoot
  readonly audience: Audience
  readonly page: Page
  readonly palette: Palette
}

/** Legend, date, stamp and footer of a page. */
export function FootMark({ foot, audience, page, palette }: FootMarkProps) {
  const { legend, date, dateX, stamp, rowY, footer } = foot
  const right = page.width - MARGIN.x
  return (
    <>
      <g transform={`translate(${MARGIN.x} ${rowY})`}>
        <LegendMark entries={legend} palette={palette} />
      </g>
      {date && (
        <text
          x={dateX}
          y={rowY + LEGEND_FONT * 0.35}
          fontSize={LEGEND_FONT}
          fill={palette.muted}
          textAnchor="end"
        >
          {date}
        </text>
      )}
      {stamp && (
        <g transform={`translate(${right} ${rowY})`}>
          <StampMark stamp={stamp} audience={audience} palette={palette} />
        </g>
      )}
      {footer && (
        <text
          x={footer.rtl ? right : MARGIN.x}
          y={footer.y}
          fontSize={FOOTER_FONT}
          fill={palette.muted}
          direction={footer.rtl ? 'rtl' : undefined}
          unicodeBidi={footer.rtl ? 'isolate' : undefined}
        >
          {footer.text}
        </text>
      )}
    </>
  )
}
