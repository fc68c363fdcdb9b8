import type { CircleMark, Colour, Matrix, PathStep, RectMark, Stroke } from '../picture/marks.ts'
import { pdfNumber as n } from './pdfFile.ts'

/** A colour's three parts from 0 to 1. */
export function rgb(colour: Colour): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  return parts.map(n).join(' ')
}

const DECIMALS = 1e6
const fine = (value: number) => Math.round(value * DECIMALS) / DECIMALS + 0

/** A change of the axes. Turns need more decimals than lengths. */
export const axes = ([a, b, c, d, e, f]: Matrix): string =>
  `${[a, b, c, d].map(fine).join(' ')} ${n(e)} ${n(f)} cm`

/** How a line is drawn, but for its colour. */
export const lineStyle = ({ width, dashes, join }: Stroke): string =>
  `${n(width)} w ${join === 'round' ? 1 : 0} j [${dashes.map(n).join(' ')}] 0 d`

export const pathOf = (steps: readonly PathStep[]): string =>
  steps
    .map((step) => {
      switch (step.to) {
        case 'move':
          return `${n(step.x)} ${n(step.y)} m`
        case 'line':
          return `${n(step.x)} ${n(step.y)} l`
        case 'curve':
          return `${[step.x1, step.y1, step.x2, step.y2, step.x, step.y].map(n).join(' ')} c`
        case 'close':
          return 'h'
      }
    })
    .join(' ')

/** How far the handles of a quarter of a circle reach. */
const QUARTER = 0.5522847498

/** A rectangle with round corners. */
export function rectPath({
  x,
  y,
  width,
  height,
  radius,
}: Pick<RectMark, 'x' | 'y' | 'width' | 'height' | 'radius'>): string {
  const r = Math.min(radius, width / 2, height / 2)
  if (r <= 0) return `${[x, y, width, height].map(n).join(' ')} re`
  const [right, bottom, h] = [x + width, y + height, r * (1 - QUARTER)]
  const curve = (...points: readonly number[]) => `${points.map(n).join(' ')} c`
  return [
    `${n(x + r)} ${n(y)} m ${n(right - r)} ${n(y)} l`,
    curve(right - h, y, right, y + h, right, y + r),
    `${n(right)} ${n(bottom - r)} l`,
    curve(right, bottom - h, right - h, bottom, right - r, bottom),
    `${n(x + r)} ${n(bottom)} l`,
    curve(x + h, bottom, x, bottom - h, x, bottom - r),
    `${n(x)} ${n(y + r)} l`,
    curve(x, y + h, x + h, y, x + r, y),
    'h',
  ].join(' ')
}

export const circlePath = ({ x, y, radius }: Pick<CircleMark, 'x' | 'y' | 'radius'>): string =>
  rectPath({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, radius })
