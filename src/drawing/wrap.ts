import { textWidth, type TextStyle } from './measure.ts'

export interface WrapLimits {
  /** Widest line in px. */
  readonly width: number
  readonly lines: number
  /** Uses this many lines where words allow, even if fewer would do. */
  readonly least?: number
}

export interface Wrapped {
  readonly lines: readonly string[]
  /** Widest line in px. */
  readonly width: number
  /** False when the end had to be cut off. */
  readonly whole: boolean
}

const ELLIPSIS = '…'
const CONTROL = /[\p{Cc}\p{Cs}\p{Cn}\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]/gu
const RTL =
  /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{Script=Adlam}/u
const LETTER = /\p{L}/u
/** Scripts that may break between any two characters. */
const BREAKS_ANYWHERE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * What goes with the letter before it although Unicode counts it for itself: some vowels and tones, and the consonant that
 * closes a Burmese syllable.
 */
const GOES_ON = /^(?:\p{M}|[\u1000-\u1021]\u1037?\u103a)/u

/** User-visible characters: a letter with its marks, a whole emoji. */
function graphemesOf(text: string): string[] {
  const found: string[] = []
  for (const { segment } of graphemes.segment(text)) {
    const last = GOES_ON.test(segment) ? found.pop() : undefined
    found.push((last ?? '') + segment)
  }
  return found
}

/**
 * Text as it can be drawn: without control characters, direction overrides and what XML forbids;
 * white space collapsed.
 */
export const drawable = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(CONTROL, '').replace(/ {2,}/gu, ' ').trim()

/** True when the first strong character is written from right to left (Unicode bidi rule P2). */
export function isRtl(text: string): boolean {
  for (const char of text) if (LETTER.test(char)) return RTL.test(char)
  return false
}

/**
 * Breaks text into the fewest lines that fit, then balances their widths.
 * Words are cut only when longer than a line; what does not fit ends with an ellipsis.
 */
export function wrap(text: string, style: TextStyle, limits: WrapLimits): Wrapped {
  const { width, lines, least = 1 } = limits
  const measure = (line: string) => textWidth(line, style)
  // Longer text cannot fit anyway; this bounds the time for a 10,000-character name.
  const clean = drawable(text.slice(0, 4000))
  const pieces = piecesOf(clean, width, measure)
  const filled = fill(pieces, () => width)
  if (filled.length > lines)
    return cut(
      filled,
      Array.from({ length: lines }, () => width),
      measure,
    )
  const balanced = balance(pieces, filled, width, Math.max(filled.length, least))
  const texts = balanced.map(textOf)
  return { lines: texts, width: widest(texts, measure), whole: true }
}

/**
 * Breaks text into lines of the given widths in px, one for each line there may be, from the top: for a round
 * or slanted space. Not balanced.
 */
export function wrapInto(text: string, style: TextStyle, widths: readonly number[]): Wrapped {
  const measure = (line: string) => textWidth(line, style)
  const pieces = piecesOf(drawable(text.slice(0, 4000)), Math.min(...widths), measure)
  const filled = fill(pieces, (line) => widths[line] ?? widths.at(-1) ?? 0)
  if (filled.length > widths.length) return cut(filled, widths, measure)
  const texts = filled.map(textOf)
  return { lines: texts, width: widest(texts, measure), whole: true }
}

/**
 * A stretch of text without a break inside, and how much wider than both it makes the line that it goes on with:
 * a space, or what Arabic letters gain or lose by joining.
 */
interface Piece {
  readonly text: string
  readonly width: number
  readonly joint: number
  readonly spaced: boolean
  /** Ends in a hyphen that stands only at the end of a line. */
  readonly hyphened: boolean
}

type Line = readonly Piece[]

function piecesOf(text: string, limit: number, measure: (text: string) => number): Piece[] {
  const spaceWidth = measure(' ')
  const pieces: Piece[] = []
  const add = (bit: string, spaced: boolean, hyphened: boolean): void => {
    const width = measure(bit)
    const before = pieces.at(-1)
    const joined = before && !spaced ? measure(before.text + bit) - before.width - width : 0
    pieces.push({ text: bit, width, spaced, hyphened, joint: spaced ? spaceWidth : joined })
  }
  for (const word of text.split(' ')) {
    const bits = partsOf(word).flatMap((part) => chop(part, limit, measure))
    for (const [i, { text: bit, hyphened }] of bits.entries())
      add(bit, i === 0 && pieces.length > 0, hyphened)
  }
  return pieces
}

/** A word's parts between which a line may break: after hyphens, dashes and slashes, and in CJK and the like anywhere. */
function partsOf(word: string): string[] {
  if (!BREAKS_ANYWHERE.test(word)) return word.split(/(?<=[^\s\-–—/][-–—/])(?=\p{L})/u)
  const parts: string[] = []
  let mayBreak = true
  for (const grapheme of graphemesOf(word)) {
    const breaks = BREAKS_ANYWHERE.test(grapheme)
    const last = mayBreak || breaks ? undefined : parts.pop()
    parts.push((last ?? '') + grapheme)
    mayBreak = breaks
  }
  return parts
}

/** Scripts in which a word that is broken gets a hyphen. */
const HYPHENATED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u

type Bit = Pick<Piece, 'text' | 'hyphened'>

/** A part that is longer than a line, in as few bits as there must be, of about the same width each. */
function chop(part: string, limit: number, measure: (text: string) => number): readonly Bit[] {
  const width = measure(part)
  if (width <= limit) return part ? [{ text: part, hyphened: false }] : []
  const hyphen = HYPHENATED.test(part) ? '-' : ''
  const room = limit - measure(hyphen)
  const count = Math.ceil(width / room)
  const even = chopped(part, Math.min(room, (width / count) * EVENLY), measure)
  // An even share may break a bit off too soon: then all are as long as they can be.
  const bits = even.length <= count ? even : chopped(part, room, measure)
  return bits.map((bit, i) => {
    const hyphened = hyphen !== '' && i < bits.length - 1
    return { text: hyphened ? bit + hyphen : bit, hyphened }
  })
}

const EVENLY = 1.08

/** Bits no wider than `room`, or of one letter. */
function chopped(part: string, room: number, measure: (text: string) => number): string[] {
  const bits: string[] = []
  let bit = ''
  for (const grapheme of graphemesOf(part)) {
    if (bit && measure(bit + grapheme) > room) {
      bits.push(bit)
      bit = grapheme
    } else bit += grapheme
  }
  if (bit) bits.push(bit)
  return bits
}

function fill(pieces: readonly Piece[], limitOf: (line: number) => number): Line[] {
  const lines: Piece[][] = []
  let used = 0
  for (const piece of pieces) {
    const line = lines.at(-1)
    if (line && used + piece.joint + piece.width <= limitOf(lines.length - 1)) {
      line.push(piece)
      used += piece.joint + piece.width
    } else {
      lines.push([piece])
      used = piece.width
    }
  }
  return lines
}

/** The lines at the narrowest limit that needs no more than `count`: found by halving, to half a pixel. */
function balance(
  pieces: readonly Piece[],
  filled: readonly Line[],
  limit: number,
  count: number,
): readonly Line[] {
  let best = filled
  let low = 0
  let high = limit
  for (const piece of pieces) low = Math.max(low, piece.width)
  while (high - low > 0.5) {
    const middle = (low + high) / 2
    const tried = fill(pieces, () => middle)
    if (tried.length <= count) {
      best = tried
      high = middle
    } else low = middle
  }
  const atLowest = fill(pieces, () => low)
  return atLowest.length <= count ? atLowest : best
}

function cut(
  filled: readonly Line[],
  widths: readonly number[],
  measure: (text: string) => number,
): Wrapped {
  const kept = filled.slice(0, widths.length).map(textOf)
  let last = graphemesOf(kept.at(-1) ?? '')
  const withEllipsis = () => last.join('').trimEnd() + ELLIPSIS
  while (last.length && measure(withEllipsis()) > (widths.at(-1) ?? 0)) last = last.slice(0, -1)
  const lines = [...kept.slice(0, -1), withEllipsis()]
  return { lines, width: widest(lines, measure), whole: false }
}

const textOf = (line: Line): string =>
  line
    .map(({ text, spaced, hyphened }, i) => {
      const ends = i === line.length - 1
      return (i && spaced ? ' ' : '') + (hyphened && !ends ? text.slice(0, -1) : text)
    })
    .join('')

const widest = (lines: readonly string[], measure: (text: string) => number): number =>
  lines.reduce((most, line) => Math.max(most, measure(line)), 0)
