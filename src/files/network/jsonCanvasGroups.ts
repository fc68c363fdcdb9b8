import { own } from '../../domain/check.ts'
import type { Point, SegmentIndex } from '../../domain/records.ts'
import { SEGMENTS, segmentOf } from '../../domain/spectrum.ts'
import { stanceIn } from '../csvWords.ts'
import { textIn } from './jsonFields.ts'

export interface CanvasRect extends Point {
  readonly width: number
  readonly height: number
}

/** A group on a canvas, and what being inside it means. */
export interface CanvasGroup {
  readonly rect: CanvasRect
  /** A segment, or `none` for those not placed yet; null when the group is no segment. */
  readonly segment: SegmentIndex | 'none' | null
  /** What it is called, when it is no segment. */
  readonly tag: string
}

/** Ids of the groups that we write: known whatever the language, and whatever segments are called. */
export const segmentGroupId = (segment: SegmentIndex | 'none'): string => `segment:${segment}`

/** Whether all the groups that we write are there. */
export const hasOurGroups = (ids: ReadonlySet<string>): boolean =>
  SEGMENTS.every((segment) => ids.has(segmentGroupId(segment)))

/** The rectangle of a node, or null when its numbers don't make one. */
export function rectOf(node: unknown): CanvasRect | null {
  const parts = ['x', 'y', 'width', 'height'].map((key) => own(node, key))
  const [x, y, width, height] = parts.filter((part) => typeof part === 'number')
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null
  if (![x, y, width, height].every(Number.isFinite)) return null
  return { x, y, width, height }
}

/** What a group node means: by its id, its label, or, when it has none, its preset colour. */
export function groupOf(node: unknown): CanvasGroup | null {
  const rect = rectOf(node)
  if (!rect) return null
  const label = textIn(own(node, 'label')).trim()
  const ours = [...SEGMENTS, 'none' as const].find(
    (segment) => own(node, 'id') === segmentGroupId(segment),
  )
  const segment = ours ?? segmentCalled(label) ?? (label === '' ? colourOf(node) : null)
  return { rect, segment, tag: segment === null ? label : '' }
}

function segmentCalled(label: string): SegmentIndex | 'none' | null {
  // A bare number is rather a group's number than a stance.
  if (!/\p{L}/u.test(label)) return null
  const stance = stanceIn(label)
  if (!stance.ok) return null
  return stance.value === null ? 'none' : segmentOf(stance.value)
}

/** The canvas's preset colours, from cold to warm: cyan, green, yellow, orange, red. Purple is none. */
const PRESETS: ReadonlyMap<string, SegmentIndex> = new Map([
  ['5', 0],
  ['4', 1],
  ['3', 2],
  ['2', 3],
  ['1', 4],
])

const colourOf = (node: unknown): SegmentIndex | null =>
  PRESETS.get(textIn(own(node, 'color'))) ?? null

/** The groups that a rectangle's middle is inside of, the smallest first. */
export function groupsAround(
  { x, y, width, height }: CanvasRect,
  groups: readonly CanvasGroup[],
): CanvasGroup[] {
  const middle = { x: x + width / 2, y: y + height / 2 }
  return groups
    .filter(({ rect }) => isInside(middle, rect))
    .toSorted((a, b) => areaOf(a.rect) - areaOf(b.rect))
}

const isInside = (point: Point, { x, y, width, height }: CanvasRect): boolean =>
  point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height

const areaOf = ({ width, height }: CanvasRect): number => width * height
