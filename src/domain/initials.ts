// In no language of the reader's: everybody gets the same initials.
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
const CAPITAL = /^(?:\p{Lu}|\p{Lt}|\p{N})/u
/** Apostrophes, and the invisible signs by which letters are joined or kept from it. */
const INSIDE_WORD = /['’ʼ\u200c\u200d]/gu
const MOST = 3

/**
 * The first letters of a name's first three words, as people write initials: "nurses' union, night shift" → "NUN". Where
 * several words have a capital only those count: "Federal Bureau of Investigation" → "FBI". Letters of scripts without
 * capitals are kept apart by a dot, or they would join into a word. Empty for a name without letters and digits.
 */
export function initialsOf(name: string): string {
  const words = name.replace(INSIDE_WORD, '').match(WORD) ?? []
  const capital = words.filter((word) => CAPITAL.test(word))
  const telling = capital.length > 1 ? capital : words
  const letters = telling.slice(0, MOST).map((word) => first(word).toUpperCase())
  const cased = letters.every((letter) => letter !== letter.toLowerCase() || /\p{N}/u.test(letter))
  return letters.join(cased ? '' : '.')
}

const first = (word: string): string => {
  for (const { segment } of graphemes.segment(word)) return segment
  return ''
}

/** The initials of names in a row; where they are the same, later ones are numbered: NU, NU 2, NU 3. */
export function initialsOfAll(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const initials = initialsOf(name) || '?'
    const count = (seen.get(initials) ?? 0) + 1
    seen.set(initials, count)
    return count === 1 ? initials : `${initials} ${count}`
  })
}
