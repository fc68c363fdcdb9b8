import type { SegmentIndex } from '../../../domain/records.ts'
import type { DotLevel } from '../../card.ts'
import type { Rect } from '../../halfPie.ts'
import { FONT_FAMILY, SIZES, type Palette } from '../../palette.ts'
import { pathNumber } from '../../pathNumber.ts'
import { powerCell } from '../powerGrid.ts'
import type { BandLabel, LineLabel } from '../powerLabels.ts'
import type { PowerScene } from '../powerScene.ts'

interface PowerGridMarkProps {
  readonly scene: Omit<PowerScene, 'cards' | 'unplaced'>
  readonly palette: Palette
  /** The cell under a card that is held over it. */
  readonly lit?: { readonly segment: SegmentIndex; readonly level: DotLevel } | null
  /** The segment that is in the light. */
  readonly outlined?: SegmentIndex | null
}

/** What cards stand on: the grounds of the segments, the lines between cells, all names and counts. */
export function PowerGridMark({ scene, palette, lit = null, outlined = null }: PowerGridMarkProps) {
  const { segments, levels, quadrants, axis, dividers, grid } = scene
  return (
    <g fontFamily={FONT_FAMILY}>
      {segments.map(({ segment, area, unsaid, rim }) => {
        const { tint, strong } = palette.segments[segment]
        return (
          <g key={segment}>
            <Ground rect={area} fill={tint} />
            {unsaid && <Ground rect={unsaid} fill={tint} opacity={0.55} />}
            <Ground rect={rim} fill={strong} />
          </g>
        )
      })}
      {lit && (
        <Ground
          rect={powerCell(grid, lit.segment, lit.level)}
          fill={palette.segments[lit.segment].strong}
          opacity={0.2}
        />
      )}
      <path
        d={dividers.path}
        fill="none"
        stroke={palette.card}
        strokeWidth={pathNumber(dividers.width)}
      />
      {segments
        .filter(({ segment }) => segment === outlined)
        .flatMap(({ area, unsaid }) => (unsaid ? [area, unsaid] : [area]))
        .map(({ x, y, width, height }) => (
          <rect
            key={`${x} ${y}`}
            x={pathNumber(x)}
            y={pathNumber(y)}
            width={pathNumber(width)}
            height={pathNumber(height)}
            fill="none"
            stroke={palette.ink}
            strokeWidth={SIZES.light}
          />
        ))}
      {quadrants.map((quadrant) => (
        <Line key={quadrant.name} label={quadrant} fill={palette.segments[quadrant.segment].text} />
      ))}
      <Line label={axis} fill={palette.muted} />
      {segments.map(({ segment, label }) => (
        <Label key={segment} label={label} fill={palette.segments[segment].text} />
      ))}
      {levels.map(({ level, label }) => (
        <Label key={level} label={label} fill={palette.ink} />
      ))}
    </g>
  )
}

interface GroundProps {
  readonly rect: Rect
  readonly fill: string
  readonly opacity?: number
}

const Ground = ({ rect, fill, opacity }: GroundProps) => (
  <rect
    x={pathNumber(rect.x)}
    y={pathNumber(rect.y)}
    width={pathNumber(rect.width)}
    height={pathNumber(rect.height)}
    fill={fill}
    fillOpacity={opacity}
  />
)

const Line = ({ label, fill }: { readonly label: LineLabel; readonly fill: string }) => (
  <text
    x={pathNumber(label.x)}
    y={pathNumber(label.y)}
    fontSize={pathNumber(label.size)}
    textAnchor={label.anchor}
    fill={fill}
  >
    {label.text}
  </text>
)

const Label = ({ label, fill }: { readonly label: BandLabel; readonly fill: string }) => (
  <g fontSize={pathNumber(label.size)} textAnchor={label.anchor} fill={fill}>
    {label.lines.map(({ text, y }, i) => (
      <text key={y} x={pathNumber(label.x)} y={pathNumber(y)}>
        <tspan fontWeight={700}>{text}</tspan>
        {i === label.lines.length - 1 && <tspan>{` ${label.count}`}</tspan>}
      </text>
    ))}
  </g>
)
