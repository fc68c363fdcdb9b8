import { FONT_FAMILY, SIZES, type Palette } from '../palette.ts'
import type { Wedge } from '../spectrumScene.ts'

interface WedgeMarkProps {
  readonly wedge: Wedge
  readonly palette: Palette
  /** Makes the id of the label's arc unique where several drawings share a page. */
  readonly idPrefix: string
  /** While a card is held over it. */
  readonly lit?: boolean
  /** It alone is in the light: an outline says so too. */
  readonly outlined?: boolean
  readonly faded?: boolean
}

/** What stands in it steps back by itself; its name is still to be read. */
const FADED_GROUND = 0.5

/** A segment: its ground, its band on the rim, its name and count on an arc. */
export function WedgeMark({
  wedge,
  palette,
  idPrefix,
  lit = false,
  outlined = false,
  faded = false,
}: WedgeMarkProps) {
  const { label, segment, area, rim } = wedge
  const colours = palette.segments[segment]
  const arcId = `${idPrefix}-arc-${segment}`
  return (
    <g opacity={faded ? FADED_GROUND : undefined}>
      <path
        d={area}
        fill={colours.tint}
        stroke={outlined ? palette.ink : undefined}
        strokeWidth={outlined ? SIZES.light : undefined}
        strokeLinejoin={outlined ? 'round' : undefined}
      />
      {lit && <path d={area} fill={colours.strong} fillOpacity={0.2} />}
      <path d={rim} fill={colours.strong} />
      <path id={arcId} d={label.arc} fill="none" />
      <text fontFamily={FONT_FAMILY} fontSize={label.size} fill={colours.text} textAnchor="middle">
        <textPath href={`#${arcId}`} startOffset="50%">
          <tspan fontWeight={700}>{label.name}</tspan>
          {label.count && <tspan>{` ${label.count}`}</tspan>}
        </textPath>
      </text>
    </g>
  )
}
