import type { SetPiece, SetterFont } from '../setting/textSetter.ts'
import { type MadeGlyph, subsetFont } from './fontSubset.ts'
import { hex4, type PdfFile, pdfNumber, type Ref, reference, utf16Digits } from './pdfFile.ts'

/** How a piece of a line is written in a page. */
export interface UsedGlyph {
  readonly font: SetterFont
  /** The font's name in the file. */
  readonly name: string
  /** The glyph's, in hexadecimal digits. */
  readonly code: string
  /** How far a reader's pen moves by itself, in the units of the line's size. */
  readonly advance: number
}

/** The fonts of a file, with the glyphs that its pages use. */
export interface PdfFonts {
  /**
   * A piece is one glyph, be it made of several, and the same glyph for other letters is another: so that a reader
   * finds the letters that were written, each once. A space is taken from the font `before` it, so that a reader sees
   * one stretch of text.
   */
  readonly use: (piece: SetPiece, size: number, before?: SetterFont) => UsedGlyph
  /** Entries of a dictionary /Font; all pieces must be known by then. */
  readonly write: (file: PdfFile) => string
}

interface NamedGlyph extends MadeGlyph {
  readonly letters: string
}

interface UsedFont {
  readonly name: string
  readonly codes: Map<string, number>
  readonly glyphs: NamedGlyph[]
}

export function createPdfFonts(): PdfFonts {
  const used = new Map<SetterFont, UsedFont>()
  const entryOf = (font: SetterFont): UsedFont => {
    const known = used.get(font)
    if (known) return known
    const entry = { name: `F${used.size + 1}`, codes: new Map<string, number>(), glyphs: [] }
    used.set(font, entry)
    return entry
  }
  return {
    use(piece, size, before) {
      const own = piece.kind === 'box' ? piece.beside : piece.font
      const font = isBlank(piece) ? (before ?? own) : own
      const glyph = glyphOf(piece, font, size)
      const { name, codes, glyphs } = entryOf(font)
      const key = JSON.stringify(glyph)
      // .notdef is 0.
      const code = codes.get(key) ?? glyphs.push(glyph)
      codes.set(key, code)
      return { font, name, code: hex4(code), advance: (glyph.advance * size) / font.unitsPerEm }
    },
    write: (file) =>
      Array.from(
        used,
        ([font, entry], i) => `/${entry.name} ${reference(writeFont(file, font, entry, i))}`,
      ).join(' '),
  }
}

const isBlank = (piece: SetPiece) => piece.kind === 'glyphs' && piece.parts.length === 0

function glyphOf(piece: SetPiece, font: SetterFont, size: number): NamedGlyph {
  const { letters } = piece
  const parts = piece.kind === 'box' ? null : piece.parts
  const advance = parts?.length
    ? // Without kerning, which is the line's: a pair would make another glyph of it.
      Math.max(...parts.map(({ id }) => font.advanceOf(id)))
    : Math.round((piece.advance * font.unitsPerEm) / size)
  return { parts, advance, letters }
}

/** Glyphs are drawn by their number, not by a letter. */
const SYMBOLIC = 4
/** How thick stems are, which a reader uses only when it draws with another font. */
const STEM = { 400: 80, 700: 140 } as const

function writeFont(file: PdfFile, font: SetterFont, { glyphs }: UsedFont, index: number): Ref {
  const thousandths = (value: number) => pdfNumber((value * 1000) / font.unitsPerEm)
  const name = `${subsetTag(index)}+${font.name}`
  const bytes = subsetFont(font, glyphs)
  const program = file.addStream(bytes, `/Length1 ${bytes.length}`)
  const descriptor = file.add(
    `<< /Type /FontDescriptor /FontName /${name} /Flags ${SYMBOLIC} /FontBBox [${font.box.map(thousandths).join(' ')}] ` +
      `/ItalicAngle 0 /Ascent ${thousandths(font.ascent)} /Descent ${thousandths(font.descent)} ` +
      `/CapHeight ${thousandths(font.capHeight)} /StemV ${STEM[font.weight]} /FontFile2 ${reference(program)} >>`,
  )
  const widths = glyphs.map(({ advance }) => thousandths(advance)).join(' ')
  const descendant = file.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} ` +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ' +
      `/FontDescriptor ${reference(descriptor)} /DW 0 /W [1 [${widths}]] /CIDToGIDMap /Identity >>`,
  )
  const letters = file.addStream(toUnicode(glyphs))
  return file.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H ` +
      `/DescendantFonts [${reference(descendant)}] /ToUnicode ${reference(letters)} >>`,
  )
}

/** Six letters that tell the subsets of a file apart. */
const subsetTag = (index: number): string =>
  Array.from({ length: 6 }, (_, i) =>
    String.fromCharCode(65 + (Math.floor(index / 26 ** (5 - i)) % 26)),
  ).join('')

/** As many as one section of a CMap may have. */
const MOST_A_SECTION = 100

function toUnicode(glyphs: UsedFont['glyphs']): string {
  const lines = glyphs.flatMap(({ letters }, i) =>
    letters === '' ? [] : [`<${hex4(i + 1)}> <${utf16Digits(letters)}>`],
  )
  const sections = Array.from({ length: Math.ceil(lines.length / MOST_A_SECTION) }, (_, i) => {
    const part = lines.slice(i * MOST_A_SECTION, (i + 1) * MOST_A_SECTION)
    return `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar\n`
  })
  return (
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n' +
    '/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n' +
    '1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n' +
    `${sections.join('')}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n`
  )
}
