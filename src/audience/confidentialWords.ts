import { type Folded, foldedText } from '../domain/folding.ts'
import type { MapInfo, Stakeholder } from '../domain/records.ts'

/** The names and aliases of everybody who is hidden: what no text that leaves the team may mention. */
export interface ConfidentialWords {
  /** Differs whenever the words do; 0 = there are none. */
  readonly stamp: number
  /** The name or alias that a text mentions, as the team writes it; null = the text may be shown. */
  readonly mentionedIn: (text: string) => string | null
}

const NONE: ConfidentialWords = { stamp: 0, mentionedIn: () => null }

const latest = new WeakMap<MapInfo, { names: readonly string[]; words: ConfidentialWords }>()

/** The confidential words of a map with these hidden stakeholders; the same object as long as they are the same. */
export function confidentialWords(
  info: MapInfo,
  hidden: readonly Pick<Stakeholder, 'name' | 'aliases'>[],
): ConfidentialWords {
  if (hidden.length === 0) return NONE
  const names = hidden.flatMap(({ name, aliases }) => [name, ...aliases])
  const known = latest.get(info)
  if (known && sameList(known.names, names)) return known.words
  const words = wordsOf(names)
  latest.set(info, { names, words })
  return words
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, index) => name === b[index])

/** A name as it is looked for. */
interface Wanted extends Pick<Folded, 'spaces'> {
  readonly name: string
  readonly finds: 'whole words' | 'parts of words' | 'anything'
}

/** All names by their letters, one step a letter, so that a text is gone through once for all of them. */
interface Step {
  readonly next: Map<string, Step>
  readonly wanted: Wanted[]
}

let lastStamp = 0

/**
 * Looks for many names in a text at once. Names are folded (`foldedText`); one of four letters or more is found inside
 * words too, a shorter one only as whole words. In scripts without spaces every occurrence counts, and in Arabic,
 * Hebrew and Korean, where small words are glued on, parts of words do. A name without letters is found as it is.
 * When in doubt it is a mention: a leak is worse than a text withheld too much.
 */
export function wordsOf(names: readonly string[]): ConfidentialWords {
  const start: Step = { next: new Map(), wanted: [] }
  const signs: string[] = []
  for (const name of names) {
    for (const called of calledAs(name)) {
      const { letters, spaces } = withoutArticle(foldedText(called))
      if (letters !== '') addTo(start, letters, { name, spaces, finds: reach(letters) })
      else if (called === name) signs.push(name)
    }
  }
  return { stamp: ++lastStamp, mentionedIn: (text) => mentionIn(text, start, signs) }
}

const LONG = 4
const TITLES = /^(?:(?:dr|prof|mr|mrs|ms|mx|rev|sir|the)\b\.?\s+)+/iu
/** German and Nordic letters as they are spelt where a keyboard lacks them. */
const SPELT_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }

/** The ways in which people say a name: without titles and what stands beside it, the other way round, spelt out. */
function calledAs(name: string): ReadonlySet<string> {
  const alone = name.replace(/\([^()]*\)/gu, ' ').trim()
  const bare = alone.replace(TITLES, '')
  const [before = '', after] = bare.split(/[,،、，]/u).map((part) => part.trim())
  const [first, last, ...more] = bare.split(/\s+/u)
  const ways = [name, alone, bare, before]
  if (after !== undefined) ways.push(`${after} ${before}`)
  else if (last !== undefined && more.length === 0) ways.push(`${last} ${first}`)
  const spelt = ways.flatMap((way) => {
    const plain = way.normalize('NFC').toLowerCase()
    return [
      plain.replace(/[äöüåø]/gu, (letter) => SPELT_OUT[letter] ?? letter),
      plain.replace(/(a|o|u)e|aa/gu, (letters) => letters.charAt(0)),
    ]
  })
  return new Set([...ways, ...spelt])
}

const NUMBER = /^\p{N}{2}$/u
const WITHOUT_SPACES =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u
const GLUED = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Hangul}]/u

const reach = (letters: string): Wanted['finds'] =>
  WITHOUT_SPACES.test(letters)
    ? 'anything'
    : letters.length >= LONG || GLUED.test(letters)
      ? 'parts of words'
      : 'whole words'

// The Arabic article melts into a preposition before it.
const withoutArticle = ({ letters, spaces, edges }: Folded): Folded =>
  /^ال.{3}/u.test(letters)
    ? { letters: letters.slice(2), spaces: new Set(Array.from(spaces, (at) => at - 2)), edges }
    : { letters, spaces, edges }

function addTo(start: Step, letters: string, wanted: Wanted): void {
  let step = start
  for (let i = 0; i < letters.length; i++) {
    const letter = letters.charAt(i)
    let next = step.next.get(letter)
    if (!next) step.next.set(letter, (next = { next: new Map(), wanted: [] }))
    step = next
  }
  step.wanted.push(wanted)
}

function mentionIn(text: string, start: Step, signs: readonly string[]): string | null {
  const folded = foldedText(text)
  const { letters } = folded
  for (let from = 0; from < letters.length; from++) {
    let step: Step | undefined = start
    for (let to = from + 1; step && to <= letters.length; to++) {
      step = step.next.get(letters.charAt(to - 1))
      for (const wanted of step?.wanted ?? []) {
        if (isMention(wanted, folded, from, to)) return wanted.name
      }
    }
  }
  return signs.find((sign) => text.includes(sign)) ?? null
}

function isMention({ finds, spaces }: Wanted, text: Folded, from: number, to: number): boolean {
  if (finds === 'anything') return true
  // “School 1” is not mentioned by “School 12”.
  if (!text.edges.has(to) && NUMBER.test(text.letters.slice(to - 1, to + 1))) return false
  const isWhole = text.edges.has(from) && endsWord(text, to)
  let inside = 0
  let foreign = 0
  for (let at = from + 1; at < to; at++) {
    if (!text.spaces.has(at)) continue
    inside++
    if (!spaces.has(at - from)) foreign++
  }
  // Spaces of its own are no hindrance; others are when the letters may have come together by chance.
  if (finds === 'parts of words') return foreign === 0 || isWhole
  return isWhole && (foreign === 0 || inside === to - from - 1)
}

/** True where a word ends, be it after a plural's s or a number that is written on. */
function endsWord({ letters, edges }: Folded, at: number): boolean {
  let end = letters.charAt(at) === 's' ? at + 1 : at
  while (!edges.has(end) && /\p{N}/u.test(letters.charAt(end))) end++
  return edges.has(end)
}
