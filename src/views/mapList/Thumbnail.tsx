import { pointOf, segmentOf, SEGMENTS } from '../../domain/spectrum.ts'
import type { ThumbnailDot } from '../services.ts'

interface ThumbnailProps {
  dots: readonly ThumbnailDot[]
  alliesSide: 'left' | 'right'
}

const RADIUS = 100

/** A small picture of the half-pie, of public stakeholders only. */
export function Thumbnail({ dots, alliesSide }: ThumbnailProps) {
  return (
    <svg className="thumbnail" viewBox="-106 -106 212 112" aria-hidden>
      {SEGMENTS.map((segment) => {
        const slot = alliesSide === 'left' ? segment : 4 - segment
        return <path key={segment} d={wedge(slot)} className={`thumbnail-wedge-${segment}`} />
      })}
      {dots.map(({ stance, depth }, index) => {
        const { x, y } = pointOf({ stance, depth }, alliesSide)
        return (
          <circle
            // Dots have no identity: the list is drawn anew whenever it changes.
            // eslint-disable-next-line react/no-array-index-key
            key={index}
            cx={x * RADIUS}
            cy={y * RADIUS}
            r={3.4}
            className={`thumbnail-dot-${segmentOf(stance)}`}
          />
        )
      })}
      <path d="M-16.5 0A16.5 16.5 0 0 1 16.5 0Z" className="thumbnail-hub" />
    </svg>
  )
}

function wedge(slot: number): string {
  const edge = (step: number) => {
    const angle = Math.PI * (1 - step / SEGMENTS.length)
    return `${(RADIUS * Math.cos(angle)).toFixed(1)} ${(-RADIUS * Math.sin(angle)).toFixed(1)}`
  }
  return `M0 0L${edge(slot)}A${RADIUS} ${RADIUS} 0 0 1 ${edge(slot + 1)}Z`
}
