import { textWidth, type Weight } from '../../drawing/measure.ts'
import type { TextMark } from '../picture/marks.ts'
import { bidiLevels } from './bidiLevels.ts'
import { fromLeftToRight } from './visualOrder.ts'
import { type FontHandle, loadHarfBuzz, type ShapedGlyph, type Stretch } from './harfbuzz.ts'
import { type FontFile, readFont } from './sfnt.ts'

/** A static TrueType font at one weight. */
export interface FontData {
  /** Its PostScript name. */
  readonly name: string
  readonly weight: Weight
  readonly bytes: Uint8Array
}

export interface SetterFont extends FontFile {
  readonly name: string
  readonly weight: Weight
}

/** A glyph of a letter: its base, a dot or an accent. In the font's units, y up, from where the pen stands. */
export interface GlyphPart {
  readonly id: number
  readonly dx: number
  readonly dy: number
}

/** A letter with all that belongs to it, or several letters in one. In the units of the line's size. */
interface Piece {
  /** Where the pen stands, from the line's left end, and how far it moves on. */
  readonly pen: number
  readonly advance: number
  readonly letters: string
}

export interface SetGlyphs extends Piece {
  readonly kind: 'glyphs'
  readonly font: SetterFont
  readonly parts: readonly GlyphPart[]
}

/** In the place of a letter that no font has: as wide as the drawing reckoned it. */
export interface SetBox extends Piece {
  readonly kind: 'box'
  /** The font of the line's plain letters. */
  readonly beside: SetterFont
}

export type SetPiece = SetGlyphs | SetBox

export interface SetLine {
  readonly width: number
  /** From left to right. */
  readonly pieces: readonly SetPiece[]
  /** The line as it is read. */
  readonly text: string
  /** Some of it runs from right to left. */
  readonly turned: boolean
  /** Letters that no font has. */
  readonly missing: readonly string[]
}

/** Sets lines of text in the bundled fonts. */
export interface TextSetter {
  set: (line: Pick<TextMark, 'runs' | 'size' | 'rtl'>) => SetLine
}

/** A letter with its marks; the parts of a joined emoji; a flag. */
const CLUSTER =
  /(?:\p{Regional_Indicator}{2}|.)(?:\p{M}|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic}|\p{Default_Ignorable_Code_Point})*/gsu
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu
/** HarfBuzz makes every width of space out of the plain one. */
const SPACE = /\p{Z}/gu
/** Says nothing any more once the line is set. */
const DIRECTION_SIGNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const JOINERS = /[\u200c\u200d]+/u
const JOINERS_START = /^[\u200c\u200d]/u
const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]/gu
/** Signs that our fonts lack, and those that look the same. */
const ALIKE: ReadonlyMap<string, string> = new Map([
  ['\u00b5', '\u03bc'],
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2012', '\u2013'],
  ['\u2015', '\u2014'],
  ['\u201b', '\u2018'],
  ['\u2032', "'"],
  ['\u2033', '"'],
])
const HAS_ALIKE = new RegExp(`[${Array.from(ALIKE.keys()).join('')}]`, 'gu')

interface Loaded extends SetterFont {
  readonly handle: FontHandle
}

/** A letter, or letters in one font and direction. */
interface Item {
  readonly from: number
  readonly to: number
  readonly level: number
  readonly weight: Weight
  /** null: no font has it. */
  readonly font: Loaded | null
}

/**
 * A setter with these fonts, asked in this order, as CSS does.
 * Rejects where the browser has no WebAssembly or no memory.
 */
export async function createTextSetter(
  wasm: Uint8Array<ArrayBuffer>,
  fonts: readonly FontData[],
): Promise<TextSetter> {
  const hb = await loadHarfBuzz(wasm)
  const loaded = fonts.map(({ name, weight, bytes }): Loaded => ({
    ...readFont(bytes),
    name,
    weight,
    handle: hb.addFont(bytes),
  }))
  const has = (font: Loaded, letters: string) =>
    Array.from(letters).every((char) => hb.glyphOf(font.handle, char.codePointAt(0) ?? 0) !== 0)
  const hasAnyForm = (font: Loaded, letters: string) =>
    has(font, letters) || has(font, letters.normalize('NFC')) || has(font, letters.normalize('NFD'))
  const found = new Map<string, Loaded | null>()
  const fontFor = (cluster: string, weight: Weight): Loaded | null => {
    const key = `${weight}${cluster}`
    const known = found.get(key)
    if (known !== undefined) return known
    const letters = cluster.replace(INVISIBLE, '').replace(SPACE, ' ')
    const font = loaded.find((one) => one.weight === weight && hasAnyForm(one, letters)) ?? null
    found.set(key, font)
    return font
  }

  return {
    set({ runs, size, rtl }) {
      const text = runs.map((run) => run.text.replace(LINE_BREAKS, ' ')).join('')
      const drawn = text.replace(HAS_ALIKE, (sign) => ALIKE.get(sign) ?? sign)
      const items = itemsOf(drawn, weightsOf(runs), bidiLevels(text, rtl), fontFor)
      const pieces: SetPiece[] = []
      let pen = 0
      for (const { from, to, level, font, weight } of fromLeftToRight(items)) {
        if (font) {
          const stretch = { from, to, rtl: level % 2 === 1 }
          const shaped = hb.shape(font.handle, drawn, stretch)
          for (const piece of piecesOf(shaped, text, stretch, font)) {
            const advance = (piece.advance * size) / font.unitsPerEm
            pieces.push({ kind: 'glyphs', font, ...piece, pen, advance })
            pen += advance
          }
          continue
        }
        const letters = text.slice(from, to).replace(DIRECTION_SIGNS, '')
        const advance = textWidth(letters, { size, weight })
        const beside = loaded.find((one) => one.weight === weight)
        if (beside) pieces.push({ kind: 'box', beside, pen, advance, letters })
        pen += advance
      }
      return {
        width: pen,
        pieces,
        text: text.replace(DIRECTION_SIGNS, ''),
        turned: items.some(({ level }) => level % 2 === 1),
        missing: items
          .filter(({ font }) => font === null)
          .map(({ from, to }) => text.slice(from, to).replace(DIRECTION_SIGNS, '')),
      }
    },
  }
}

/** The weight of each UTF-16 unit. */
const weightsOf = (runs: TextMark['runs']): readonly Weight[] =>
  runs.flatMap(({ text, weight }) => Array.from({ length: text.length }, () => weight))

/** In the order of reading. */
function itemsOf(
  text: string,
  weights: readonly Weight[],
  levels: Uint8Array,
  fontFor: (cluster: string, weight: Weight) => Loaded | null,
): readonly Item[] {
  const items: Item[] = []
  for (const { 0: cluster, index: from } of text.matchAll(CLUSTER)) {
    const [to, level, weight] = [from + cluster.length, levels[from] ?? 0, weights[from] ?? 400]
    const font = fontFor(cluster, weight)
    const before = items.at(-1)
    if (font && before?.font === font && before.level === level)
      items.splice(-1, 1, { ...before, to })
    else items.push({ from, to, level, weight, font })
  }
  return items
}

/** The glyphs of an item by their letters, from left to right. */
function piecesOf(
  glyphs: readonly ShapedGlyph[],
  text: string,
  { to, rtl }: Stretch,
  font: SetterFont,
): readonly Pick<SetGlyphs, 'parts' | 'advance' | 'letters'>[] {
  const starts = Array.from(new Set(glyphs.map(({ cluster }) => cluster))).toSorted((a, b) => a - b)
  const ends = new Map(starts.map((start, i) => [start, starts[i + 1] ?? to]))
  const pieces: { cluster: number; parts: GlyphPart[]; advance: number }[] = []
  for (const { id, cluster, advance, dx, dy } of glyphs) {
    const last = pieces.at(-1)
    const piece = last?.cluster === cluster ? last : { cluster, parts: [], advance: 0 }
    if (piece !== last) pieces.push(piece)
    piece.parts.push({ id, dx: piece.advance + dx, dy })
    piece.advance += advance
  }
  return pieces.flatMap(({ cluster, parts, advance }) => {
    const all = text.slice(cluster, ends.get(cluster)).replace(DIRECTION_SIGNS, '')
    const letters = all.replace(JOINERS, '')
    const drawn = parts.filter(({ id }) => font.glyphBytes(id).length > 0)
    const piece = { parts: drawn, advance, letters }
    const joiner = { parts: [], advance: 0, letters: all.match(JOINERS)?.[0] ?? '' }
    if (letters === '' || joiner.letters === '') return [{ ...piece, letters: all }]
    return rtl === JOINERS_START.test(all) ? [piece, joiner] : [joiner, piece]
  })
}
