import { foldedText } from '../../domain/folding.ts'
import { BLANK, createGibberish } from '../../domain/gibberish.ts'

/** Takes out of texts what a map says. */
export interface Scrubber {
  /** A text of the map: every word of it in gibberish. */
  inGibberish(text: string): string
  /** A text from elsewhere, such as an error's: whatever in it could come from the map is in gibberish. */
  scrubbed(text: string): string
}

/** A piece of so many letters could tell a word. */
const PIECE = 4
/** Of texts as short as names, pieces across words tell as much. */
const SHORT_TEXT = 120

interface Secrets {
  readonly pieces: ReadonlySet<string>
  /** Words that are shorter than a piece, folded. */
  readonly shortWords: ReadonlySet<string>
}

/** @param secrets all texts that nobody may recognise, long and short */
export function createScrubber(seed: string, secrets: Iterable<string>): Scrubber {
  const told = secretsIn(secrets)
  const inGibberish = createGibberish(seed, (piece) => told.pieces.has(piece))
  return { inGibberish, scrubbed: (text) => scrub(withoutEscapes(text), told, inGibberish) }
}

function secretsIn(texts: Iterable<string>): Secrets {
  const pieces = new Set<string>()
  const shortWords = new Set<string>()
  const addPieces = (letters: string) => {
    for (let at = 0; at + PIECE <= letters.length; at++) pieces.add(letters.slice(at, at + PIECE))
  }
  for (const text of texts) {
    const { letters, edges } = foldedText(text)
    const at = [...edges].toSorted((a, b) => a - b)
    for (const [index, from] of at.entries()) {
      const word = letters.slice(from, at[index + 1])
      if (word.length >= PIECE) addPieces(word)
      else if (word !== '') shortWords.add(word)
    }
    if (text.length <= SHORT_TEXT) addPieces(letters)
  }
  return { pieces, shortWords }
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const NOT_PLAIN = /[^\n -~]/u
/** As long as no word and no name of our own, or letters mixed with digits: something packed, in which anything could be. */
const PACKED = /^.{32}|^(?=.*\d)(?=.*[a-z]).{10}/i

function scrub(text: string, told: Secrets, inGibberish: Scrubber['inGibberish']): string {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, from: index }))
  const originals = words.map(({ word }) => word)
  const hit = wordsWithPieces(originals, told.pieces)
  let shown = originals.map((word, index) =>
    hit.has(index) ||
    NOT_PLAIN.test(word) ||
    PACKED.test(word) ||
    told.shortWords.has(foldedText(word).letters)
      ? inGibberish(word)
      : word,
  )
  // Words that stand beside each other now may spell something again, if only by chance.
  for (;;) {
    const again = wordsWithPieces(shown, told.pieces)
    if (again.size === 0) break
    shown = shown.map((word, index) => (again.has(index) ? BLANK.repeat(word.length) : word))
  }
  let made = ''
  let end = 0
  for (const [index, { word, from }] of words.entries()) {
    made += inGibberish(text.slice(end, from)) + (shown[index] ?? '')
    end = from + word.length
  }
  return made + inGibberish(text.slice(end))
}

/** Which words have a part in a piece that tells something, when only their letters are read. */
function wordsWithPieces(words: readonly string[], pieces: ReadonlySet<string>): Set<number> {
  let letters = ''
  const wordAt: number[] = []
  for (const [index, word] of words.entries()) {
    const folded = foldedText(word).letters
    letters += folded
    for (let step = 0; step < folded.length; step++) wordAt.push(index)
  }
  const found = new Set<number>()
  for (let at = 0; at + PIECE <= letters.length; at++) {
    if (!pieces.has(letters.slice(at, at + PIECE))) continue
    for (const index of wordAt.slice(at, at + PIECE)) found.add(index)
  }
  return found
}

const ESCAPES =
  /\\u\{([\da-f]{1,6})\}|\\u([\da-f]{4})|\\x([\da-f]{2})|&#x([\da-f]{1,6});?|&#(\d{1,7});?|((?:%[\da-f]{2})+)/gi

/** With letters that were written as numbers written as letters: `\u0041`, `%41`, `&#65;`, also one within another. */
function withoutEscapes(text: string): string {
  let before: string
  let now = text
  do {
    before = now
    now = before.replace(ESCAPES, (...groups: readonly unknown[]) => {
      const [written, ...codes] = groups
      const [wide, four, two, hex, number, percent] = codes
      if (typeof percent === 'string') return fromPercent(percent)
      const digits = [wide, four, two, hex].find((code) => typeof code === 'string')
      const code =
        typeof digits === 'string' ? Number.parseInt(digits, 16) : Number(number ?? Number.NaN)
      return code <= 0x10ffff ? String.fromCodePoint(code) : String(written).replace(/\w/g, BLANK)
    })
  } while (now !== before)
  return now
}

function fromPercent(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return written.replace(/%(..)/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  }
}
