import { STROKED } from './names.ts'

/** A text as its bare letters, with the places where words begin and end. Positions count letters from 0. */
export interface Folded {
  readonly letters: string
  /** Where a word may begin or end, the text's own ends included. */
  readonly edges: ReadonlySet<number>
  /** Those of them that have white space: nobody writes one word across them by chance of spelling. */
  readonly spaces: ReadonlySet<number>
}

const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu
// Vowel signs of Indic and other scripts are letters to their readers; these are accents and points.
const ACCENTS = /(?=[\p{sc=Inherited}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Cyrillic}])\p{M}/gu
const LETTERS: Record<string, string> = {
  ...STROKED,
  ß: 'ss',
  ð: 'd',
  þ: 'th',
  ŋ: 'n',
  ŧ: 't',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
  ـ: '',
}
/** Cyrillic and Greek letters that look Latin, as capitals at least: typed with another keyboard, they read the same. */
const LOOKALIKES = 'авекмнорстухіјѕαβεζηικμνορτυχ'
const LOOK_LIKE = 'abekmhopctyxijsabezhikmnoptyx'
for (let at = 0; at < LOOKALIKES.length; at++) {
  LETTERS[LOOKALIKES.charAt(at)] = LOOK_LIKE.charAt(at)
}

const VARIANTS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu')
const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu
const KATAKANA = /[\u30a1-\u30f6]/gu
// Letters that stand for an apostrophe are none here.
const BETWEEN_WORDS = /(?:[^\p{L}\p{M}\p{N}]|[\u02b9-\u02ff])+/gu
const PLAIN = /^[\n -~]*$/u

/**
 * What all spellings of a text have in common, for finding a name in it however it is written: no case, accents,
 * compatibility forms, invisible characters or stroked letters, Arabic and Hebrew letters in one form each, and
 * nothing between words. Much looser than `looseName`, which is for what somebody types to find somebody.
 */
export function foldedText(text: string): Folded {
  let letters = ''
  const edges = new Set([0])
  const spaces = new Set<number>()
  let from = 0
  const folded = PLAIN.test(text) ? text.toLowerCase() : evened(text)
  const add = (until: number, between: string) => {
    letters += folded.slice(from, until)
    edges.add(letters.length)
    if (/[\s\u2800]/u.test(between)) spaces.add(letters.length)
    from = until + between.length
  }
  for (const { 0: between, index } of folded.matchAll(BETWEEN_WORDS)) add(index, between)
  add(folded.length, '')
  return { letters, edges, spaces }
}

// Invisible characters become a separator that is no white space.
const evened = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(INVISIBLE, '\u200b')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(VARIANTS, (letter) => LETTERS[letter] ?? '')
    .replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
