import { pointOf, segmentOf, SEGMENTS, stanceRange } from '../../domain/spectrum.ts'
import type { Placement, SegmentIndex } from '../../domain/records.ts'

interface ThumbnailProps {
  /** Stakeholders in each segment. */
  counts: readonly number[]
  alliesSide: 'left' | 'right'
}

const RADIUS = 100
/** More dots than this would only make a grey wedge. */
const MOST_DOTS = 60
/** Above this many in all, dots are smaller. */
const CROWD = 90

/** A small picture of the half-pie: as many dots as stakeholders, scattered the same way every time. */
export function Thumbnail({ counts, alliesSide }: ThumbnailProps) {
  const total = counts.reduce((sum, count) => sum + Math.min(count, MOST_DOTS), 0)
  const dotRadius = total > CROWD ? 2 : 3.4
  return (
    <svg className="thumbnail" viewBox="-106 -106 212 112" aria-hidden>
      {SEGMENTS.map((segment) => {
        const slot = alliesSide === 'left' ? segment : SEGMENTS.length - 1 - segment
        return <path key={segment} d={wedge(slot)} className={`thumbnail-wedge-${segment}`} />
      })}
      {SEGMENTS.flatMap((segment) => scatter(segment, counts[segment] ?? 0)).map((placement) => {
        const { x, y } = pointOf(placement, alliesSide)
        return (
          <circle
            key={`${placement.stance} ${placement.depth}`}
            cx={x * RADIUS}
            cy={y * RADIUS}
            r={dotRadius}
            className={`thumbnail-dot-${segmentOf(placement.stance)}`}
          />
        )
      })}
      <path d="M-16.5 0A16.5 16.5 0 0 1 16.5 0Z" className="thumbnail-hub" />
    </svg>
  )
}

/** Steps of the R2 sequence (Roberts 2018), which fills an area evenly from the first point on. */
const STEPS = [0.7548776662, 0.5698402909] as const

function scatter(segment: SegmentIndex, count: number): Placement[] {
  const [from, to] = stanceRange(segment)
  return Array.from({ length: Math.min(count, MOST_DOTS) }, (_, index) => {
    const across = ((index + 1) * STEPS[0]) % 1
    const out = ((index + 1) * STEPS[1]) % 1
    // Clear of borders, hub and rim; the root makes dots as dense outside as inside.
    return {
      stance: from + (to - from) * (0.12 + 0.76 * across),
      depth: 0.18 + 0.74 * Math.sqrt(out),
    }
  })
}

function wedge(slot: number): string {
  const edge = (step: number) => {
    const angle = Math.PI * (1 - step / SEGMENTS.length)
    return `${(RADIUS * Math.cos(angle)).toFixed(1)} ${(-RADIUS * Math.sin(angle)).toFixed(1)}`
  }
  return `M0 0L${edge(slot)}A${RADIUS} ${RADIUS} 0 0 1 ${edge(slot + 1)}Z`
}
