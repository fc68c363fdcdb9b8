import { FONT_FAMILY, type Palette } from '../palette.ts'
import { pathNumber } from '../pathNumber.ts'
import type { SpectrumScene } from '../spectrumScene.ts'

interface HubMarkProps {
  readonly hub: SpectrumScene['hub']
  readonly palette: Palette
}

/** The issue, or what we want, in the middle of it all. */
export function HubMark({ hub: { shape, text }, palette }: HubMarkProps) {
  return (
    <g>
      <path d={shape} fill={palette.ink} />
      <g fontFamily={FONT_FAMILY} fontSize={pathNumber(text.size)} textAnchor="middle">
        {text.lines.map((line) => (
          <text
            key={line.y}
            x={0}
            y={pathNumber(line.y)}
            fill={line.bold ? palette.onInk : palette.onInkMuted}
            fontWeight={line.bold ? 700 : 400}
          >
            {line.text}
          </text>
        ))}
      </g>
    </g>
  )
}
