import { type Id, isOneOf } from './records.ts'

export type PointId = Id<'point'>

/** Why a copy of a map was kept: somebody named it, something large was about to happen to it, or the map was damaged. */
export const POINT_REASONS = [
  'named',
  'opened',
  'before import',
  'before merge',
  'before restore',
  'before deleting',
  'before seal',
  'before upgrade',
  'second copy',
] as const
export type PointReason = (typeof POINT_REASONS)[number]

/** Nobody but a person deletes these. */
const STAYING: ReadonlySet<PointReason> = new Set(['named', 'second copy'])

export const isPointReason = (value: unknown): value is PointReason => isOneOf(POINT_REASONS, value)

/** A named or automatic copy of a map to go back to, without its contents. */
export interface RestorePoint {
  readonly id: PointId
  /** ISO 8601, UTC. */
  readonly at: string
  readonly reason: PointReason
  /** What somebody called it; empty unless `reason` is `named`. */
  readonly name: string
  /** How many stakeholders it has. */
  readonly stakeholders: number
}

/** Latest first; those of one moment in an order that is the same everywhere. */
export const latestFirst = <P extends Pick<RestorePoint, 'at' | 'id'>>(points: Iterable<P>): P[] =>
  [...points].toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))

/** A moment, and where on earth its day is meant. */
export interface LocalClock {
  readonly now: Date
  /** As in the tz database: `Asia/Kolkata`. */
  readonly timeZone: string
}

/** Says on which local day something was, as days since 1970; null for what is no time at all. */
export function localDays(timeZone: string): (at: Date) => number | null {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
  return (at) => {
    if (Number.isNaN(at.getTime())) return null
    const part = { year: 0, month: 0, day: 0 }
    for (const { type, value } of format.formatToParts(at)) {
      if (type === 'year' || type === 'month' || type === 'day') part[type] = Number(value)
    }
    return Math.round(Date.UTC(part.year, part.month - 1, part.day) / DAY_MS)
  }
}

const DAY_MS = 86_400_000

/** Which automatic points stay. */
export interface Thinning {
  /** All of the present day stay; otherwise its last alone. */
  readonly wholeToday: boolean
  /** Days before today of which the last point stays. */
  readonly days: number
  /** So many of the latest days that have points keep their last one, however long ago they were. */
  readonly leastDays: number
}

export const USUAL_THINNING: Thinning = { wholeToday: true, days: 30, leastDays: 5 }
/** When the disk is full. */
export const HARD_THINNING: Thinning = { wholeToday: false, days: 7, leastDays: 3 }

/**
 * The automatic points that may go: all of today stay, the last one of each of the 30 days before, and the last ones
 * of the latest five days on which there were any, for maps that are opened once in a while. Named points stay. A clock
 * that was wrong must not cost anything: points of the future stay, as do those without a readable time.
 */
export function overduePoints(
  points: readonly RestorePoint[],
  { now, timeZone }: LocalClock,
  { wholeToday, days, leastDays }: Thinning = USUAL_THINNING,
): PointId[] {
  const dayOf = localDays(timeZone)
  const today = dayOf(now) ?? 0
  const overdue: PointId[] = []
  const daysMet = new Set<number>()
  for (const { id, at, reason } of latestFirst(points)) {
    const day = dayOf(new Date(at))
    if (STAYING.has(reason) || day === null || day > today) continue
    if (day === today && wholeToday) continue
    const isLastOfDay = !daysMet.has(day)
    daysMet.add(day)
    const isRecent = day >= today - days || daysMet.size <= leastDays
    if (!isLastOfDay || !isRecent) overdue.push(id)
  }
  return overdue
}
