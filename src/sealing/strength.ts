import { WORDS } from './words.ts'

/** A word drawn from the list. */
const LISTED = Math.log2(WORDS.length)
/** A word or name of any language that somebody thought of, and the small ones that hold sentences together. */
const WORD = 10
const SMALL_WORD = 5
/** A letter by itself. */
const LETTER = Math.log2(26)
/** Letters from which on a word is rarer with each, and from which on it will be several in one. */
const USUAL_LENGTH = 7
const LONG_LENGTH = 12
/**
 * A letter of a script that is written without spaces, where words can't be told apart: as much as makes a usual word
 * of it cost what other words do. Marks on letters are no letters.
 */
const UNSPACED_LETTERS: readonly (readonly [script: RegExp, bits: number])[] = [
  [/[\p{Script=Han}\p{Script=Khmer}\p{Script=Myanmar}]/u, 4],
  [/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}]/u, 2],
]
/** Alphabets that write all vowels as letters; elsewhere three letters are a word like others. */
const WITH_VOWELS =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]/u
/** What everybody chooses. */
const COMMON = 5
const COMMON_WORDS = new Set(
  (
    'password passwort motdepasse contraseña senha пароль welcome login admin administrator letmein ' +
    'iloveyou princess master monkey football baseball superman batman secret qwerty hello ' +
    'freedom changeme default test allyscope'
  ).split(' '),
)
const FAMOUS = [
  'correcthorsebatterystaple',
  'thequickbrownfoxjumpsoverthelazydog',
  'tobeornottobethatisthequestion',
  'weshallovercome',
  'thepeopleunitedwillneverbedefeated',
  'elpueblounidojamasseravencido',
]
const LISTED_WORDS = new Set(WORDS)
const KEYBOARDS = [
  'qwertyuiop asdfghjkl zxcvbnm 1234567890 qwertzuiop yxcvbnm azertyuiop qsdfghjklm wxcvbn',
  'йцукенгшщзхъ фывапролджэ ячсмитьбю ضصثقفغعهخحجد شسيبلاتنمكط',
]
  .join(' ')
  .split(' ')
  .flatMap((row) => [row, Array.from(row).toReversed().join('')])
const YEAR = /^(?:19|20)\d\d$/u
const DATES = [
  /^\d{1,2}([./ -]?)\d{1,2}\1(?:19|20)\d\d$/u,
  /^(?:19|20)\d\d([./ -]?)\d{1,2}\1\d{1,2}$/u,
  /^\d{1,2}[./-]\d{1,2}[./-]\d\d$/u,
]
/** How digits and signs stand for letters. */
const LOOK_ALIKES = new Map(
  Object.entries({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' }),
)
/** Longer passphrases are judged by their beginning: that is enough to be strong. */
const MOST_SIGNS = 80

/**
 * Bits of a passphrase in its normal form: the least that its parts cost somebody who tries words, names,
 * dates, rows of the keyboard and repetitions before single signs.
 */
export function bitsOf(text: string): number {
  const letters = text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\p{M}\p{P}\s]/gu, '')
  const famous = FAMOUS.find((phrase) => letters.includes(phrase))
  return famous === undefined
    ? leastBits(text)
    : Math.min(leastBits(text), WORD + leastBits(letters.replace(famous, '')))
}

/** The cheapest way to cut a text into parts. */
function leastBits(text: string): number {
  const signs = Array.from(text).slice(0, MOST_SIGNS)
  const least = [0]
  for (let end = 1; end <= signs.length; end++) {
    let best = Infinity
    for (let start = 0; start < end; start++)
      best = Math.min(best, (least[start] ?? 0) + partBits(signs, start, end))
    least.push(best)
  }
  return least.at(-1) ?? 0
}

/** What the signs from `start` to `end` cost as one part. */
function partBits(signs: readonly string[], start: number, end: number): number {
  const part = signs.slice(start, end).join('')
  const length = end - start
  if (length === 1) return signBits(part, start > 0 ? signs[start - 1] : undefined)
  if (length < 3) return Infinity
  return Math.min(
    wordBits(signs, start, end),
    repeatBits(signs, start, end),
    sequenceBits(part),
    braidBits(part),
    dateBits(part),
  )
}

function signBits(sign: string, before: string | undefined): number {
  if (sign === before) return 1
  if (sign === ' ') return 0
  if (/[\d]/u.test(sign)) return Math.log2(10)
  if (/[\p{Ll}\p{Lo}]/u.test(sign)) return LETTER
  return /\p{Lu}/u.test(sign) ? 1 + LETTER : 5
}

/** Words of the list, what everybody chooses, and whole runs of letters that could be a word or a name. */
function wordBits(signs: readonly string[], start: number, end: number): number {
  const part = signs.slice(start, end).join('')
  const small = part.toLowerCase()
  const extra = part === small ? 0 : 1
  if (LISTED_WORDS.has(small)) return LISTED + extra
  if (COMMON_WORDS.has(small)) return COMMON + extra
  const plain = Array.from(small)
    .map((sign) => LOOK_ALIKES.get(sign) ?? sign)
    .join('')
  if (plain !== small && /\p{L}/u.test(part)) {
    if (LISTED_WORDS.has(plain)) return LISTED + extra + 1
    if (COMMON_WORDS.has(plain)) return COMMON + extra + 1
  }
  const isWhole = !isLetter(signs[start - 1]) && !isLetter(signs[end])
  if (!isWhole || !isWordlike(small)) return Infinity
  const letters = Array.from(small.replaceAll(/\p{M}/gu, ''))
  const unspaced = letters.map((letter) => unspacedBits(letter))
  if (unspaced.some((bits) => bits !== null))
    return unspaced.reduce<number>((sum, bits) => sum + (bits ?? LETTER), 0)
  const { length } = letters
  const rarer = Math.max(0, length - USUAL_LENGTH) + Math.max(0, length - LONG_LENGTH)
  const isSmall = length <= 3 && WITH_VOWELS.test(small)
  return extra + (isSmall ? SMALL_WORD : WORD) + rarer
}

const unspacedBits = (letter: string): number | null =>
  UNSPACED_LETTERS.find(([script]) => script.test(letter))?.[1] ?? null

const isLetter = (sign: string | undefined): boolean =>
  sign !== undefined && /[\p{L}\p{M}]/u.test(sign)

/** Letters only, and in Latin script easily spoken: what was drawn by lot seldom is. */
const isWordlike = (small: string): boolean =>
  /^[\p{L}\p{M}]+$/u.test(small) &&
  !/^[bcdfghjklmnpqrstvwxz]+$|[bcdfghjklmnpqrstvwxz]{6}/u.test(small)

/** What stood before, even overlapping: "abcabcabc" is abc and the word to go on. */
function repeatBits(signs: readonly string[], start: number, end: number): number {
  const length = end - start
  for (let back = 1; back <= start; back++) {
    let same = 0
    while (same < length && signs[start + same - back] === signs[start + same]) same++
    if (same === length) return 1 + Math.log2(start) + Math.log2(length)
  }
  return Infinity
}

/** Rising and falling signs, and rows of keys. */
function sequenceBits(part: string): number {
  return part.length > 3 || /^\d/u.test(part) ? rowBits(part) : Infinity
}

function rowBits(part: string): number {
  const small = part.toLowerCase()
  const codes = Array.from(small).map((sign) => sign.codePointAt(0) ?? 0)
  const step = (codes[1] ?? 0) - (codes[0] ?? 0)
  const isEven = codes.every((code, at) => at === 0 || code - (codes[at - 1] ?? 0) === step)
  const isRow = KEYBOARDS.some((row) => row.includes(small))
  return (isEven && Math.abs(step) === 1) || isRow ? 4 + Math.log2(small.length) : Infinity
}

/** Two sequences sign by sign, as in a1b2c3. */
function braidBits(part: string): number {
  if (part.length < 6) return Infinity
  const every = (from: number) =>
    Array.from(part)
      .filter((_, at) => at % 2 === from)
      .join('')
  return rowBits(every(0)) + rowBits(every(1))
}

function dateBits(part: string): number {
  if (YEAR.test(part)) return Math.log2(120)
  return DATES.some((date) => date.test(part)) ? Math.log2(120 * 366) : Infinity
}
