import { alphabetOf } from './alphabets.ts'
import { foldedText } from './folding.ts'

/** Stands for what has no gibberish of its own: emoji, signs, letters of rare scripts. */
export const BLANK = '□'

const WORDS = /[\p{L}\p{M}\p{N}]+/gu
/** Of what stands between words, this tells nothing; the rest (emoji, say) may be a whole name. */
const TELLING = /[^\p{P}\p{Z}\p{Cf}\s!-~]/gu
// Accents and points, which belong to no script: a bug may lie in them.
const ACCENT = /(?=\p{sc=Inherited})\p{M}/u

/**
 * Replaces every word by letters that say nothing: of the same length and script, so that bugs of length and script
 * remain to be seen, and the same for the same word. Numbers become other digits. The same seed gives the same.
 *
 * @param isTold four folded letters that must not come up by chance
 */
export function createGibberish(
  seed: string,
  isTold: (piece: string) => boolean,
): (text: string) => string {
  const known = new Map<string, string>()
  const wordFor = (word: string): string => {
    const before = known.get(word)
    if (before !== undefined) return before
    const made = madeUp(word)
    known.set(word, made)
    return made
  }
  const madeUp = (word: string): string => {
    const next = chanceOf(`${seed} ${foldedText(word).letters}`)
    let made = ''
    let tail = ''
    for (const sign of word) {
      if (ACCENT.test(sign)) {
        made += sign
        continue
      }
      const alphabet = alphabetOf(sign)
      const start = next()
      const found = findFrom(
        alphabet,
        start,
        (letter) => letter.length === sign.length && !tells(tail, letter, isTold),
      )
      made += found ?? BLANK.repeat(sign.length)
      tail = (tail + foldedText(found ?? '').letters).slice(-3)
    }
    return made
  }
  return (text) => text.replace(TELLING, telling).replace(WORDS, wordFor)
}

const telling = (sign: string): string =>
  /[\p{L}\p{M}\p{N}]/u.test(sign) ? sign : BLANK.repeat(sign.length)

function tells(tail: string, letter: string, isTold: (piece: string) => boolean): boolean {
  const letters = tail + foldedText(letter).letters
  for (let at = 0; at + 4 <= letters.length; at++) {
    if (isTold(letters.slice(at, at + 4))) return true
  }
  return false
}

/** The first that will do, beginning somewhere and going round. */
function findFrom(
  alphabet: readonly string[],
  start: number,
  will: (letter: string) => boolean,
): string | undefined {
  for (let step = 0; step < alphabet.length; step++) {
    const letter = alphabet[(start + step) % alphabet.length]
    if (letter !== undefined && will(letter)) return letter
  }
  return undefined
}

/** A repeatable stream of whole numbers from a text. */
export function chanceOf(text: string): () => number {
  let state = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}
