/**
 * Sizes that add up to a total, none below its least, and otherwise in the proportions wished for: what some get more is
 * taken from all others as far as they can spare it.
 */
export function shareOut(
  wished: readonly number[],
  least: readonly number[],
  total: number,
): number[] {
  const beyond = wished.map((size, i) => Math.max(0, size - (least[i] ?? 0)))
  const spare = total - least.reduce((sum, size) => sum + size, 0)
  const sum = beyond.reduce((all, size) => all + size, 0)
  return beyond.map(
    (size, i) => (least[i] ?? 0) + spare * (sum > 0 ? size / sum : 1 / wished.length),
  )
}
