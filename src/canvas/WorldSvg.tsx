import type { ReactNode } from 'react'
import type { Rect } from '../drawing/halfPie.ts'

interface WorldSvgProps {
  className: string
  /** The part of the world that it covers. */
  bounds: Rect
  children: ReactNode
}

/** Marks under the cards, at their places in the world. They hear no pointer and are said in words elsewhere. */
export function WorldSvg({ className, bounds, children }: WorldSvgProps) {
  const { x, y, width, height } = bounds
  return (
    <svg
      className={`world-svg ${className}`}
      width={width}
      height={height}
      viewBox={`${x} ${y} ${width} ${height}`}
      style={{ left: x, top: y }}
      aria-hidden
    >
      {children}
    </svg>
  )
}
