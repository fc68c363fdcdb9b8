import { ConfidentialGlyph } from '../../marks/ConfidentialGlyph.tsx'
import { FONT_FAMILY, SIZES, type Palette } from '../../palette.ts'
import type { NetworkDot } from '../networkDots.ts'
import { FADED, type Emphasis } from './emphasis.ts'

interface NetworkDotMarkProps {
  readonly dot: NetworkDot
  readonly palette: Palette
  readonly emphasis?: Emphasis
  /** Far out, names are too small to read. */
  readonly named?: boolean
}

/** A stakeholder of the network around its centre (0, 0): its dot, and its name beside it. */
export function NetworkDotMark({
  dot,
  palette,
  emphasis = 'quiet',
  named = true,
}: NetworkDotMarkProps) {
  return (
    <g opacity={emphasis === 'faded' ? FADED : undefined}>
      <Disc dot={dot} palette={palette} />
      {dot.confidential && <ConfidentialRing radius={dot.radius} palette={palette} />}
      {emphasis === 'strong' && <StrongRing dot={dot} palette={palette} />}
      {named && <Name dot={dot} palette={palette} bold={emphasis === 'strong'} />}
    </g>
  )
}

interface PartProps {
  readonly dot: NetworkDot
  readonly palette: Palette
}

/** Hollow in grey while not placed; a ring in the segment's colour while nobody has said the influence. */
function Disc({ dot: { radius, segment, level }, palette }: PartProps) {
  const { outline } = SIZES.network
  const strong = segment === null ? palette.muted : palette.segments[segment].strong
  const isFilled = segment !== null && level !== 'unknown'
  const ground = segment === null ? palette.card : palette.segments[segment].tint
  return (
    <circle
      r={isFilled ? radius : radius - outline / 2}
      fill={isFilled ? strong : ground}
      stroke={isFilled ? undefined : strong}
      strokeWidth={isFilled ? undefined : outline}
    />
  )
}

interface ConfidentialRingProps {
  readonly radius: number
  readonly palette: Palette
}

function ConfidentialRing({ radius, palette }: ConfidentialRingProps) {
  const { gap, width } = SIZES.network.ring
  const reach = radius + gap + width / 2
  const aside = Math.round(reach * Math.SQRT1_2 * 10) / 10
  return (
    <g>
      <circle
        r={reach}
        fill="none"
        stroke={palette.confidential.strong}
        strokeWidth={width}
        strokeDasharray="4 3"
      />
      <ConfidentialGlyph x={aside} y={-aside} size={5.5} palette={palette} />
    </g>
  )
}

function StrongRing({ dot, palette }: PartProps) {
  const { width, gap } = SIZES.network.strongRing
  return (
    <circle r={dot.reach + gap + width / 2} fill="none" stroke={palette.ink} strokeWidth={width} />
  )
}

interface NameProps extends PartProps {
  readonly bold: boolean
}

/** Each line is a text of its own, so that mixed directions cannot run from one into the next. */
function Name({ dot: { label }, palette, bold }: NameProps) {
  return (
    <g
      fontFamily={FONT_FAMILY}
      fontSize={label.size}
      fontWeight={label.bold || bold ? 700 : 400}
      fill={palette.ink}
      stroke={palette.paper}
      strokeWidth={SIZES.network.label.halo}
      strokeLinejoin="round"
      paintOrder="stroke"
      textAnchor={label.anchor}
      direction={label.rtl ? 'rtl' : undefined}
    >
      {label.lines.map((line, i) => (
        <text
          key={label.baselines[i]}
          x={label.textX}
          y={label.baselines[i]}
          unicodeBidi={label.rtl ? 'isolate' : undefined}
        >
          {line}
        </text>
      ))}
    </g>
  )
}
