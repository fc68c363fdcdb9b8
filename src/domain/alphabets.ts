/** Scripts with the part of Unicode in which most of their letters lie. */
const SCRIPTS = [
  ['Latin', 0xc0, 0x17f],
  ['Greek', 0x386, 0x3ce],
  ['Cyrillic', 0x400, 0x45f],
  ['Armenian', 0x531, 0x586],
  ['Hebrew', 0x5d0, 0x5ea],
  ['Arabic', 0x620, 0x64a],
  ['Devanagari', 0x904, 0x94c],
  ['Bengali', 0x985, 0x9cc],
  ['Gurmukhi', 0xa05, 0xa4c],
  ['Gujarati', 0xa85, 0xacc],
  ['Tamil', 0xb85, 0xbcc],
  ['Telugu', 0xc05, 0xc4c],
  ['Kannada', 0xc85, 0xccc],
  ['Malayalam', 0xd05, 0xd4c],
  ['Sinhala', 0xd85, 0xddf],
  ['Thai', 0xe01, 0xe4d],
  ['Lao', 0xe81, 0xecd],
  ['Tibetan', 0xf40, 0xf84],
  ['Myanmar', 0x1000, 0x103e],
  ['Georgian', 0x10d0, 0x10f0],
  ['Ethiopic', 0x1200, 0x1357],
  ['Khmer', 0x1780, 0x17d2],
  ['Hiragana', 0x3041, 0x3096],
  ['Katakana', 0x30a1, 0x30fa],
  ['Han', 0x4e00, 0x9fa5],
  ['Hangul', 0xac00, 0xd7a3],
] as const

const CATEGORIES = ['Lu', 'Ll', 'Lo', 'Lm', 'Mn', 'Mc'] as const

const small = Array.from('abcdefghijklmnopqrstuvwxyz')
const capital = small.map((letter) => letter.toUpperCase())
const known = new Map<string, readonly string[]>()

/** Signs that a text of the same script could have in place of this letter, vowel sign or digit; none = not known. */
export function alphabetOf(sign: string): readonly string[] {
  if (/[a-z]/.test(sign)) return small
  if (/[A-Z]/.test(sign)) return capital
  if (/\p{Nd}/u.test(sign)) return digitsLike(sign)
  const category = CATEGORIES.find((name) => isIn(sign, `gc=${name}`))
  const script = SCRIPTS.find(([name]) => isIn(sign, `sc=${name}`))
  if (!category || !script) return []
  const key = `${script[0]} ${category}`
  const alphabet = known.get(key) ?? lettersOf(script, category)
  known.set(key, alphabet)
  return alphabet
}

const isIn = (sign: string, property: string): boolean =>
  new RegExp(`^\\p{${property}}$`, 'u').test(sign)

function lettersOf([name, from, to]: (typeof SCRIPTS)[number], category: string): string[] {
  const is = new RegExp(`^(?=\\p{sc=${name}})\\p{gc=${category}}$`, 'u')
  const letters: string[] = []
  for (let code = from; code <= to; code++) {
    const letter = String.fromCharCode(code)
    if (is.test(letter)) letters.push(letter)
  }
  return letters
}

/** Zero to nine, in the digits of the same script. */
function digitsLike(sign: string): readonly string[] {
  const code = sign.codePointAt(0) ?? 0
  const isDigit = (at: number) => /\p{Nd}/u.test(String.fromCodePoint(at))
  let zero = code
  while (zero > code - 9 && zero > 0 && isDigit(zero - 1)) zero--
  return Array.from({ length: 10 }, (_, digit) => String.fromCodePoint(zero + digit))
}
