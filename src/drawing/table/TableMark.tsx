import { ConfidentialGlyph } from '../marks/ConfidentialGlyph.tsx'
import { SIZES, type Palette } from '../palette.ts'
import { pathNumber } from '../pathNumber.ts'
import {
  BAND_GAP,
  BAND_TYPE,
  BAR,
  INDENT,
  type TableBand,
  type TableBlock,
  type TableSheet,
} from './setTable.ts'
import type { Ground } from './tableCells.ts'
import { LINE, type PlacedSign, type TableLine, type TableRow } from './tableRow.ts'

interface TableMarkProps {
  readonly table: TableSheet
  readonly palette: Palette
}

/** The part of a table that stands on one page. */
export function TableMark({ table: { room, size, header, blocks }, palette }: TableMarkProps) {
  return (
    <g fontSize={size}>
      <g transform={`translate(0 ${room.y})`}>
        <Lines lines={header.lines} palette={palette} />
        <path
          d={`M${room.x} ${header.height}h${room.width}`}
          stroke={palette.ink}
          strokeWidth={1.6}
          fill="none"
        />
      </g>
      {blocks.map((block) => (
        <g key={block.y} transform={`translate(0 ${block.y})`}>
          <Block block={block} x={room.x} width={room.width} size={size} palette={palette} />
        </g>
      ))}
    </g>
  )
}

interface BlockProps {
  readonly block: TableBlock
  readonly x: number
  readonly width: number
  readonly size: number
  readonly palette: Palette
}

function Block({ block: { segment, height, band, row }, x, width, size, palette }: BlockProps) {
  const { strong, tint, text } = coloursOf(segment, palette)
  return (
    <>
      <rect x={x} width={width} height={height} fill={band ? tint : palette.card} />
      <rect x={x} width={BAR} height={height} fill={strong} />
      {band && <Band band={band} x={x} width={width} size={size} fill={text} />}
      {row && (
        <>
          <path
            // Within the row: the next one's ground would cover half of it.
            d={`M${x + BAR} ${height - 0.5}h${width - BAR}`}
            stroke={palette.line}
            strokeWidth={1}
            fill="none"
          />
          <Row row={row} size={size} palette={palette} />
        </>
      )}
    </>
  )
}

function Band({
  band: { lines, count, rtl },
  x,
  width,
  size,
  fill,
}: Pick<BlockProps, 'x' | 'width' | 'size'> & {
  readonly band: TableBand
  readonly fill: string
}) {
  const font = pathNumber(size * BAND_TYPE)
  const placed = lines.map((line, i) => ({
    line,
    y: pathNumber(size * (1 + BAND_TYPE * (0.35 + i * LINE))),
    isLast: i === lines.length - 1,
  }))
  return placed.map(({ line, y, isLast }) => (
    <text
      key={y}
      x={pathNumber(rtl ? x + width - INDENT * size : x + BAR + INDENT * size)}
      y={y}
      fontSize={font}
      fill={fill}
      direction={rtl ? 'rtl' : undefined}
      unicodeBidi={rtl ? 'isolate' : undefined}
    >
      <tspan fontWeight={700}>{line}</tspan>
      {isLast && <tspan>{BAND_GAP + count}</tspan>}
    </text>
  ))
}

function Row({
  row: { confidential, rtl, lines, signs },
  size,
  palette,
}: {
  readonly row: TableRow
  readonly size: number
  readonly palette: Palette
}) {
  return (
    <>
      {confidential && (
        <>
          <rect
            {...confidential}
            rx={size * 0.45}
            fill={palette.confidential.tint}
            stroke={palette.confidential.strong}
            strokeWidth={1.4}
            strokeDasharray="4.5 3"
          />
          <ConfidentialGlyph
            x={rtl ? confidential.x + size * 0.8 : confidential.x + confidential.width - size * 0.8}
            y={confidential.y}
            size={size * 0.4}
            palette={palette}
          />
        </>
      )}
      {signs.map((sign) => (
        <Sign key={sign.x} sign={sign} size={size} palette={palette} />
      ))}
      <Lines lines={lines} palette={palette} />
    </>
  )
}

function Sign({
  sign,
  size,
  palette,
}: {
  readonly sign: PlacedSign
  readonly size: number
  readonly palette: Palette
}) {
  const { strong } = coloursOf(sign.segment, palette)
  const level = sign.sign === 'influence' ? sign.level : 'medium'
  const isRing = level === 'unknown'
  return (
    <circle
      cx={sign.x}
      cy={sign.y}
      // As large beside its text as on the map's cards.
      r={pathNumber((SIZES.dot[level] / SIZES.card.font) * size)}
      fill={isRing ? palette.card : strong}
      stroke={isRing ? strong : undefined}
      strokeWidth={isRing ? 1.6 : undefined}
    />
  )
}

function Lines({
  lines,
  palette,
}: {
  readonly lines: readonly TableLine[]
  readonly palette: Palette
}) {
  const tones = { ink: palette.ink, muted: palette.muted, confidential: palette.confidential.text }
  return lines.map(({ text, x, y, rtl, anchor, tone, bold }) => (
    <text
      key={`${x} ${y}`}
      x={x}
      y={y}
      fill={tones[tone]}
      fontWeight={bold ? 700 : 400}
      textAnchor={anchor === 'end' ? 'end' : undefined}
      direction={rtl ? 'rtl' : undefined}
      unicodeBidi={rtl ? 'isolate' : undefined}
    >
      {text}
    </text>
  ))
}

/** Of who isn't placed: no segment's. */
const coloursOf = (segment: Ground, palette: Palette): Palette['segments'][0] =>
  segment === null
    ? { strong: palette.quietTie, tint: palette.line, text: palette.ink }
    : palette.segments[segment]
