import bidiFactory from 'bidi-js'

const bidi = bidiFactory()
const TRAILING_SPACE = /[\p{Zs}\u2066-\u2069]+$/u

/** How deep each UTF-16 unit of a line is embedded (UAX #9); what is odd runs from right to left. */
export function embeddingLevels(text: string, rtl: boolean): Uint8Array {
  const { levels } = bidi.getEmbeddingLevels(text, rtl ? 'rtl' : 'ltr')
  // Rule L1: space at the end of a line stands at the line's own end.
  const end = TRAILING_SPACE.exec(text)?.index ?? text.length
  return levels.fill(rtl ? 1 : 0, end)
}

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
