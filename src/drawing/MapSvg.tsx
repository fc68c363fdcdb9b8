import { LegendMark } from './marks/LegendMark.tsx'
import { SceneMark } from './marks/SceneMark.tsx'
import { StampMark } from './marks/StampMark.tsx'
import { LEGEND_FONT } from './legend.ts'
import { FONT_FAMILY } from './palette.ts'
import { PAGE, pageFor, type PictureFrame } from './pictureFrame.ts'
import { pathNumber } from './pathNumber.ts'
import type { Scene } from './scene.ts'
import { drawable } from './wrap.ts'

interface MapSvgProps {
  readonly scene: Scene
  readonly frame: PictureFrame
  /** `@font-face` rules that make the picture independent of installed fonts. */
  readonly fontCss?: string
  /** Makes ids unique where several pictures share a page. */
  readonly idPrefix?: string
}

/** A whole picture of a scene: the same drawing as on the screen, with title, legend, date and stamp around it. */
export function MapSvg({ scene, frame, fontCss = '', idPrefix = 'picture' }: MapSvgProps) {
  const { palette, width } = frame
  const page = pageFor(scene, frame)
  const world = `translate(${pathNumber(page.x)} ${pathNumber(page.y)}) scale(${Math.round(page.scale * 1e5) / 1e5})`
  const right = PAGE.width - PAGE.marginX
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={Math.round((width * PAGE.height) / PAGE.width)}
      viewBox={`0 0 ${PAGE.width} ${PAGE.height}`}
      role="img"
      aria-label={drawable(frame.title) || undefined}
      fontFamily={FONT_FAMILY}
    >
      {fontCss && (
        <defs>
          <style>{fontCss}</style>
        </defs>
      )}
      <rect width={PAGE.width} height={PAGE.height} fill={palette.paper} />
      <g transform={world}>
        <SceneMark scene={scene} palette={palette} idPrefix={idPrefix} />
      </g>
      {page.title.map(({ text, y, size, bold }) => (
        <text
          key={y}
          x={page.titleRtl ? right : PAGE.marginX}
          y={y}
          fontSize={size}
          fontWeight={bold ? 700 : 400}
          fill={bold ? palette.ink : palette.muted}
          direction={page.titleRtl ? 'rtl' : undefined}
          unicodeBidi={page.titleRtl ? 'isolate' : undefined}
        >
          {text}
        </text>
      ))}
      <g transform={`translate(${PAGE.marginX} ${page.footY})`}>
        <LegendMark entries={page.legend} palette={palette} />
      </g>
      {frame.date && (
        <text
          x={page.dateX}
          y={page.footY + LEGEND_FONT * 0.35}
          fontSize={LEGEND_FONT}
          fill={palette.muted}
          textAnchor="end"
        >
          {drawable(frame.date)}
        </text>
      )}
      {page.stamp && (
        <g transform={`translate(${right} ${page.footY})`}>
          <StampMark stamp={page.stamp} audience={scene.audience} palette={palette} />
        </g>
      )}
    </svg>
  )
}
