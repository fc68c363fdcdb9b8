/** One thing on a line: where its centre would like to be, and how much room it takes. */
export interface OnLine {
  readonly wished: number
  readonly width: number
}

/**
 * Centres of things on a line from `from` to `to`, in the given order, at least `gap` apart, with the least
 * sum of squared displacements (isotonic regression by pooling adjacent violators, then clamped).
 * They must fit.
 */
export function lineUp(items: readonly OnLine[], from: number, to: number, gap: number): number[] {
  // With everybody's room taken out, "apart" becomes "not decreasing".
  const offsets: number[] = []
  let taken = 0
  for (const { width } of items) {
    offsets.push(taken + width / 2)
    taken += width + gap
  }
  const pools: { sum: number; count: number }[] = []
  items.forEach(({ wished }, i) => {
    let pool = { sum: wished - (offsets[i] ?? 0), count: 1 }
    for (let last = pools.at(-1); last && last.sum / last.count >= pool.sum / pool.count;) {
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count }
      pools.pop()
      last = pools.at(-1)
    }
    pools.push(pool)
  })
  const highest = to - (taken - gap)
  const centres: number[] = []
  for (const { sum, count } of pools) {
    const start = Math.max(from, Math.min(highest, sum / count))
    for (let i = 0; i < count; i++) centres.push(start + (offsets[centres.length] ?? 0))
  }
  return centres
}

/**
 * Centres of things spaced evenly between `from` and `to`, with the same room before the first and after the
 * last, but at least `gap` apart.
 */
export function spaceOut(
  items: readonly OnLine[],
  from: number,
  to: number,
  gap: number,
): number[] {
  const taken = items.reduce((sum, { width }) => sum + width, 0)
  const between = Math.max(gap, (to - from - taken) / (items.length + 1))
  let at = (from + to - taken - between * (items.length - 1)) / 2
  return items.map(({ width }) => {
    const centre = at + width / 2
    at += width + between
    return centre
  })
}
