import { WIDTH_BLOCKS, type WidthBlock } from './fontMetrics.ts'

export type Weight = 400 | 700

export interface TextStyle {
  /** Font size in px. */
  readonly size: number
  readonly weight: Weight
}

/** Widths in em where the bundled fonts have no glyph: rather too wide than too narrow. */
const WIDE = 1
const EMOJI = 1.35
const OTHER = 0.75
const ROUND = 0.9

/** Those that take up room of their own, as many vowels of India and Burma do, are not among them. */
const MARK = /\p{Mn}|\p{Me}|\p{Default_Ignorable_Code_Point}|\p{Emoji_Modifier}/u
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u
const WIDE_SCRIPT =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u303f\uff00-\uff60]/u
const ROUND_SCRIPT =
  /\p{Script=Myanmar}|\p{Script=Malayalam}|\p{Script=Sinhala}|\p{Script=Tamil}|\p{Script=Telugu}|\p{Script=Kannada}/u
const ARABIC_LETTER = /(?=\p{L})\p{Script=Arabic}|\u0640/u
/** Arabic letters that don't join to the letter that follows (Joining_Type R and U). */
const JOINS_BEFORE_ONLY =
  /[\u0621-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5]/u

type Form = 'alone' | 'final' | 'initial' | 'medial'
type Pair = readonly [number, number]

/** In em, at weight 400 and 700. */
type CharWidths = { readonly alone: Pair } & Readonly<Partial<Record<Form, Pair>>>

const widths = new Map<number, CharWidths | null>()
for (const block of WIDTH_BLOCKS) readBlock(block)

function readBlock({ from, alone, final, initial, medial }: WidthBlock): void {
  for (let i = 0; i * 2 < alone[0].length; i++) {
    const at = (text: string) => {
      const digits = text.slice(i * 2, i * 2 + 2)
      return digits === 'zz' ? null : Number.parseInt(digits, 36) / 1000
    }
    const pair = (texts: readonly [string, string]): Pair | null => {
      const [light, heavy] = [at(texts[0]), at(texts[1])]
      return light === null || heavy === null ? null : [light, heavy]
    }
    const own = pair(alone)
    if (!own) continue
    const forms = { final, initial, medial }
    const entry: { alone: Pair } & Partial<Record<Form, Pair>> = { alone: own }
    for (const form of ['final', 'initial', 'medial'] as const) {
      const texts = forms[form]
      const found = texts && pair(texts)
      if (found) entry[form] = found
    }
    widths.set(from + i, entry)
  }
}

/**
 * Width of one line of text in px, the same in every browser, worker and Node.
 * Adds up the bundled fonts' advance widths (kerning is left out; it moves a name by less than 2 %);
 * Arabic letters are measured as they join. Scripts without a bundled font get a generous guess.
 */
export function textWidth(text: string, { size, weight }: TextStyle): number {
  const bold = weight === 700 ? 1 : 0
  const chars = Array.from(text)
  let em = 0
  let glued = false
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i] ?? ''
    if (char === '\u200d') {
      glued = true
      continue
    }
    if (MARK.test(char)) continue
    // The parts of a joined emoji are drawn as one.
    if (!(glued && PICTURE.test(char))) em += charWidth(char, bold, chars, i)
    glued = false
  }
  return em * size
}

/** Whether a bundled font has a letter, by itself or as the letter that its marks stand on; marks and joiners are no letters. */
export const hasGlyph = (char: string): boolean => MARK.test(char) || lookUp(char) !== null

function charWidth(char: string, bold: 0 | 1, chars: readonly string[], index: number): number {
  const known = lookUp(char)
  if (!known) return guess(char)
  if (!known.initial) return known.alone[bold]
  const form = formOf(char, chars, index)
  return (known[form] ?? known.alone)[bold]
}

/** Which of its four forms an Arabic letter takes among its neighbours. */
function formOf(char: string, chars: readonly string[], index: number): Form {
  const before = neighbour(chars, index, -1)
  const after = neighbour(chars, index, 1)
  const joinsBefore = ARABIC_LETTER.test(before) && !JOINS_BEFORE_ONLY.test(before)
  const joinsAfter = ARABIC_LETTER.test(after) && !JOINS_BEFORE_ONLY.test(char)
  if (joinsBefore) return joinsAfter ? 'medial' : 'final'
  return joinsAfter ? 'initial' : 'alone'
}

/** The next character in a direction that is not a mark. */
function neighbour(chars: readonly string[], index: number, step: 1 | -1): string {
  let at = index + step
  while (MARK.test(chars[at] ?? '')) at += step
  return chars[at] ?? ''
}

function lookUp(char: string): CharWidths | null {
  const code = char.codePointAt(0) ?? 0
  const known = widths.get(code)
  if (known !== undefined) return known
  const base = Array.from(char.normalize('NFD'))[0] ?? char
  const found = base === char ? null : (widths.get(base.codePointAt(0) ?? 0) ?? null)
  widths.set(code, found)
  return found
}

function guess(char: string): number {
  if (PICTURE.test(char)) return /\p{Regional_Indicator}/u.test(char) ? EMOJI / 2 : EMOJI
  if (WIDE_SCRIPT.test(char)) return WIDE
  return ROUND_SCRIPT.test(char) ? ROUND : OTHER
}
