/** The middle of some numbers; null when there are none. */
export function median(numbers) {
  const sorted = numbers.filter(Number.isFinite).toSorted((a, b) => a - b)
  if (sorted.length === 0) return null
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

export function p95(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? null
}

/** Three digits that matter. */
export function short(number) {
  if (number === null || number === undefined) return '–'
  if (number >= 100) return Math.round(number).toLocaleString('en-GB')
  return number.toFixed(number >= 10 ? 1 : 2)
}
