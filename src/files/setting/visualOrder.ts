/** Things of a line in the order of reading, put from left to right (rule L2). */
export function fromLeftToRight<T extends { readonly level: number }>(
  logical: readonly T[],
): readonly T[] {
  const visual = [...logical]
  const levels = logical.map(({ level }) => level)
  const lowestOdd = Math.min(...levels.map((level) => level | 1))
  for (let level = Math.max(0, ...levels); level >= lowestOdd; level--) {
    for (let from = 0; from < visual.length; from++) {
      let to = from
      while ((visual[to]?.level ?? -1) >= level) to++
      if (to > from) visual.splice(from, to - from, ...visual.slice(from, to).toReversed())
      from = to
    }
  }
  return visual
}
