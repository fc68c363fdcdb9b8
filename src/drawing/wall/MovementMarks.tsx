import type { Light } from '../light.ts'
import { FADED } from '../network/marks/emphasis.ts'
import type { Palette } from '../palette.ts'
import { pathNumber as n } from '../pathNumber.ts'
import { GHOST_RADIUS, type Movements } from './movement.ts'

interface MovementMarksProps {
  readonly movements: Movements
  readonly palette: Palette
  readonly light: Light | null
}

const FRESH_RADIUS = 6.5
const SHAFT = 2.2

const fadedFor = (light: Light | null, key: string): number | undefined =>
  light?.kind === 'stakeholder' && light.key !== key ? FADED : undefined

/** Where people stood then, and their ways from there; lies under the cards. */
export function MovementTrails({ movements: { moved }, palette, light }: MovementMarksProps) {
  return moved.map(({ key, from, x, y, shaft }) => (
    <g key={key} opacity={fadedFor(light, key)}>
      <path d={shaft} fill="none" stroke={palette.ink} strokeWidth={SHAFT} />
      <GhostMark x={x} y={y} colour={palette.segments[from].strong} palette={palette} />
    </g>
  ))
}

/** Where the ways end, and who is new; lies over the cards. */
export function MovementTips({ movements: { moved, fresh }, palette, light }: MovementMarksProps) {
  return (
    <>
      {moved.map(({ key, head }) => (
        <path
          key={key}
          d={head}
          fill={palette.ink}
          stroke={palette.card}
          strokeWidth={0.8}
          opacity={fadedFor(light, key)}
        />
      ))}
      {fresh.map(({ key, x, y }) => (
        <g key={key} opacity={fadedFor(light, key)}>
          <FreshMark x={x} y={y} radius={FRESH_RADIUS} palette={palette} />
        </g>
      ))}
    </>
  )
}

interface GhostMarkProps {
  readonly x: number
  readonly y: number
  readonly radius?: number
  readonly colour: string
  readonly palette: Palette
}

/** A hollow, dashed dot: somebody stood here. */
export const GhostMark = ({ x, y, radius = GHOST_RADIUS, colour, palette }: GhostMarkProps) => (
  <circle
    cx={n(x)}
    cy={n(y)}
    r={radius}
    fill={palette.card}
    stroke={colour}
    strokeWidth={n(radius * 0.3)}
    strokeDasharray={`${n(radius * 0.5)} ${n(radius * 0.35)}`}
  />
)

interface FreshMarkProps {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly palette: Palette
}

/** A plus in a disc: was not on the map then. */
export function FreshMark({ x, y, radius, palette }: FreshMarkProps) {
  const arm = radius * 0.55
  return (
    <g>
      <circle cx={n(x)} cy={n(y)} r={radius} fill={palette.ink} stroke={palette.card} />
      <path
        d={`M${n(x - arm)} ${n(y)}H${n(x + arm)}M${n(x)} ${n(y - arm)}V${n(y + arm)}`}
        stroke={palette.onInk}
        strokeWidth={n(radius * 0.3)}
      />
    </g>
  )
}
