import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asId } from '../../../src/domain/records.ts'
import {
  HARD_THINNING,
  isPointReason,
  latestFirst,
  localDays,
  overduePoints,
  POINT_REASONS,
  type PointId,
  type RestorePoint,
  USUAL_THINNING,
} from '../../../src/domain/restorePoints.ts'

const point = (at: string, reason: RestorePoint['reason'] = 'opened'): RestorePoint => ({
  id: asId<PointId>(`${at} ${reason}`),
  at,
  reason,
  name: reason === 'named' ? 'Before the strategy weekend' : '',
  stakeholders: 3,
})
const berlin = (now: string) => ({ now: new Date(now), timeZone: 'Europe/Berlin' })
const staying = (points: readonly RestorePoint[], clock: ReturnType<typeof berlin>) => {
  const overdue = new Set<string>(overduePoints(points, clock))
  return points.filter(({ id }) => !overdue.has(id)).map(({ at }) => at)
}

describe('thinning restore points', () => {
  it('keeps all of today, in the days of the place where the person is', () => {
    const today = ['2026-11-21T23:10:00Z', '2026-11-22T08:00:00Z', '2026-11-22T22:30:00Z']
    const clock = berlin('2026-11-22T22:40:00Z')
    // 23:10 in London is the next day in Berlin, with the other two.
    expect(
      staying(
        today.map((at) => point(at)),
        clock,
      ),
    ).toEqual(today)
    const london = { ...clock, timeZone: 'Europe/London' }
    const evening = [...today, '2026-11-21T20:00:00Z'].map((at) => point(at))
    expect(staying(evening, london)).toEqual(today)
  })

  it('keeps the last of each day before, for thirty days', () => {
    const points = Array.from({ length: 45 }, (_, ago) => {
      const day = new Date(Date.UTC(2026, 10, 21 - ago)).toISOString().slice(0, 10)
      return [point(`${day}T09:00:00Z`), point(`${day}T17:00:00Z`)]
    }).flat()
    const stay = staying(points, berlin('2026-11-22T12:00:00Z'))
    expect(stay).toHaveLength(30)
    expect(stay.every((at) => at.endsWith('T17:00:00Z'))).toBe(true)
    expect(stay.at(-1)).toBe('2026-10-23T17:00:00Z')
  })

  it('keeps the last five days of a map that is opened once a season', () => {
    const seasons = [
      '2025-11-01',
      '2026-02-01',
      '2026-04-01',
      '2026-06-01',
      '2026-08-01',
      '2026-09-01',
    ]
    const points = seasons.map((day) => point(`${day}T10:00:00Z`))
    const stay = staying(points, berlin('2026-11-22T12:00:00Z'))
    expect(stay).toEqual(seasons.slice(1).map((day) => `${day}T10:00:00Z`))
  })

  it('never lets a named one go', () => {
    const named = point('2020-01-01T10:00:00Z', 'named')
    const hourly = Array.from({ length: 20 }, (_, h) =>
      point(`2026-11-20T${String(h).padStart(2, '0')}:00:00Z`),
    )
    expect(staying([named, ...hourly], berlin('2026-11-22T12:00:00Z'))).toEqual([
      '2020-01-01T10:00:00Z',
      '2026-11-20T19:00:00Z',
    ])
  })

  it('lets nothing of the future go: the clock may have been wrong then, or now', () => {
    const points = ['2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z', '2031-01-01T00:00:00Z'].map(
      (at) => point(at),
    )
    expect(overduePoints(points, berlin('2026-11-22T12:00:00Z'))).toEqual([])
    expect(overduePoints([point('no time'), point('')], berlin('2026-11-22T12:00:00Z'))).toEqual([])
  })

  it('keeps one a day and fewer days when the disk is full', () => {
    const points = ['2026-11-22T09:00:00Z', '2026-11-22T10:00:00Z', '2026-11-01T10:00:00Z'].map(
      (at) => point(at),
    )
    const clock = berlin('2026-11-22T12:00:00Z')
    expect(overduePoints(points, clock, HARD_THINNING)).toEqual([points[0]?.id])
    expect(overduePoints(points, clock, { ...HARD_THINNING, leastDays: 1 })).toHaveLength(2)
  })

  it('counts days across the change to summer time', () => {
    const dayOf = localDays('Europe/Berlin')
    const days = ['2026-03-28T12:00:00Z', '2026-03-28T23:30:00Z', '2026-03-29T21:59:00Z'].map(
      (at) => dayOf(new Date(at)),
    )
    expect([days[1], days[2]]).toEqual([Number(days[0]) + 1, Number(days[0]) + 1])
  })
})

/** A person's, or what a damaged map had. */
const stays = (reason: RestorePoint['reason']) => reason === 'named' || reason === 'second copy'

describe('laws of thinning', () => {
  const zones = ['UTC', 'Asia/Kolkata', 'Pacific/Kiritimati', 'America/Sao_Paulo']
  const moment = fc
    .integer({ min: Date.UTC(2026, 7, 1), max: Date.UTC(2026, 11, 10) })
    .map((ms) => new Date(ms))
  const arbitrary = fc.record({
    points: fc.uniqueArray(
      fc
        .tuple(moment, fc.constantFrom(...POINT_REASONS))
        .map(([at, reason]) => point(at.toISOString(), reason)),
      { maxLength: 40, selector: ({ at }) => at, size: 'max' },
    ),
    now: moment,
    later: fc.nat(40 * 86_400_000),
    timeZone: fc.constantFrom(...zones),
    how: fc.constantFrom(USUAL_THINNING, HARD_THINNING),
  })

  it('hold for random points, places and clocks', () => {
    fc.assert(
      fc.property(arbitrary, ({ points, now, later, timeZone, how }) => {
        const dayOf = localDays(timeZone)
        const today = Number(dayOf(now))
        const dayIn = ({ at }: RestorePoint) => Number(dayOf(new Date(at)))
        const thinned = (all: readonly RestorePoint[], at: Date) => {
          const overdue = new Set<string>(overduePoints(all, { now: at, timeZone }, how))
          return all.filter(({ id }) => !overdue.has(id))
        }
        const stay = thinned(points, now)
        const gone = points.filter((one) => !stay.includes(one))

        expect(gone.filter(({ reason }) => stays(reason))).toEqual([])
        expect(gone.filter((one) => dayIn(one) > today)).toEqual([])
        if (how.wholeToday) expect(gone.filter((one) => dayIn(one) === today)).toEqual([])
        // Of each day before, at most one automatic point stays, and whatever went was not that day's last one or old.
        const automatic = stay.filter((one) => !stays(one.reason) && dayIn(one) < today)
        expect(new Set(automatic.map(dayIn)).size).toBe(automatic.length)
        for (const one of gone) {
          const isOld = dayIn(one) < today - how.days
          const isFollowed = points.some(
            (next) => !stays(next.reason) && dayIn(next) === dayIn(one) && next.at > one.at,
          )
          expect(isOld || isFollowed).toBe(true)
        }
        // There is always something left to go back to.
        expect(stay.length > 0 || points.length === 0).toBe(true)
        // Thinning twice is thinning once, and thinning now takes nothing that thinning later would have kept.
        expect(thinned(stay, now)).toEqual(stay)
        const then = new Date(now.getTime() + later)
        if (how.wholeToday) expect(thinned(stay, then)).toEqual(thinned(points, then))
      }),
      { numRuns: 300 },
    )
  })
})

it('puts the latest first, and those of one moment in one order', () => {
  const [a, b, c] = [
    point('2026-01-01T00:00:00Z'),
    point('2026-01-02T00:00:00Z', 'named'),
    point('2026-01-02T00:00:00Z'),
  ]
  expect(latestFirst([a, b, c])).toEqual([c, b, a])
  expect(latestFirst([c, b, a])).toEqual([c, b, a])
})

it('knows its reasons', () => {
  expect(POINT_REASONS.every(isPointReason)).toBe(true)
  expect([isPointReason('because'), isPointReason(3)]).toEqual([false, false])
})
