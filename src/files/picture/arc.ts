import type { PathStep } from './marks.ts'

interface Place {
  readonly x: number
  readonly y: number
}

/** An elliptical arc as SVG's path data tell it. */
export interface Arc {
  readonly radiusX: number
  readonly radiusY: number
  /** Of the ellipse's x axis, in degrees. */
  readonly turn: number
  readonly isLarge: boolean
  readonly isClockwise: boolean
}

/** An arc as cubic curves of a quarter turn at most (SVG 2, appendix B.2); they miss it by 0.03 % of the radius. */
export function curvesOfArc(from: Place, to: Place, arc: Arc): PathStep[] {
  let [rx, ry] = [Math.abs(arc.radiusX), Math.abs(arc.radiusY)]
  if (from.x === to.x && from.y === to.y) return []
  if (rx === 0 || ry === 0) return [{ to: 'line', ...to }]
  const turn = (arc.turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  // From here on in the ellipse's own axes.
  const halfX = (cos * (from.x - to.x) + sin * (from.y - to.y)) / 2
  const halfY = (cos * (from.y - to.y) - sin * (from.x - to.x)) / 2
  const reach = Math.hypot(halfX / rx, halfY / ry)
  if (reach > 1) [rx, ry] = [rx * reach, ry * reach]
  const inside = Math.max(0, 1 / Math.max(1e-12, (halfX / rx) ** 2 + (halfY / ry) ** 2) - 1)
  const aside = Math.sqrt(inside) * (arc.isLarge === arc.isClockwise ? -1 : 1)
  const centreX = (aside * rx * halfY) / ry
  const centreY = (-aside * ry * halfX) / rx
  const start = Math.atan2((halfY - centreY) / ry, (halfX - centreX) / rx)
  const end = Math.atan2((-halfY - centreY) / ry, (-halfX - centreX) / rx)
  let sweep = end - start
  if (arc.isClockwise && sweep < 0) sweep += 2 * Math.PI
  if (!arc.isClockwise && sweep > 0) sweep -= 2 * Math.PI
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const placed = (u: number, v: number): Place => {
    const [x, y] = [centreX + rx * u, centreY + ry * v]
    return { x: middle.x + cos * x - sin * y, y: middle.y + sin * x + cos * y }
  }
  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9))
  const step = sweep / count
  const handle = (4 / 3) * Math.tan(step / 4)
  return Array.from({ length: count }, (_, index): PathStep => {
    const a = start + index * step
    const b = a + step
    const one = placed(Math.cos(a) - handle * Math.sin(a), Math.sin(a) + handle * Math.cos(a))
    const two = placed(Math.cos(b) + handle * Math.sin(b), Math.sin(b) - handle * Math.cos(b))
    // The last one ends where the arc was told to.
    const { x, y } = index === count - 1 ? to : placed(Math.cos(b), Math.sin(b))
    return { to: 'curve', x1: one.x, y1: one.y, x2: two.x, y2: two.y, x, y }
  })
}
