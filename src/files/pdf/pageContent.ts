import { POINTS_PER_UNIT } from '../../drawing/sheet.ts'
import type {
  Fill,
  GroupMark,
  Paint,
  PictureMark,
  PicturePage,
  TextMark,
} from '../picture/marks.ts'
import { pieceOutline } from '../setting/pieceOutline.ts'
import { placePieces, type Placed } from '../setting/placement.ts'
import type { TextSetter } from '../setting/textSetter.ts'
import { axes, circlePath, lineStyle, pathOf, rectPath, rgb } from './paint.ts'
import { hexText, pdfNumber as n } from './pdfFile.ts'
import type { PdfFonts } from './pdfFonts.ts'
import { showLine } from './showLine.ts'

/** What pages share: everything is written once and called by a name. */
export interface Shared {
  readonly setter: TextSetter
  readonly fonts: PdfFonts
  /** The name of a graphics state with this opacity. */
  readonly opacity: (value: number) => string
  /** The name of a drawing that is laid over the page as a whole. */
  readonly sheet: (content: string, page: PicturePage) => string
  /** Tells of letters that no font has. */
  readonly miss: (letters: string) => void
}

export interface PageContent {
  readonly content: string
  /**
   * For each line of text, in the order of reading: its letters, when it is bent or some of it runs from right to left,
   * which programs turn each in its own way; null when the glyphs say it all.
   */
  readonly lines: readonly (string | null)[]
}

/** The drawing of a page, in its own units. */
export function pageContent(page: PicturePage, shared: Shared): PageContent {
  const writer = createWriter(page, shared)
  const content = writer.all(page.marks, true)
  return { content, lines: writer.lines }
}

function createWriter(page: PicturePage, shared: Shared) {
  const lines: (string | null)[] = []

  /** `tagged`: lines have a number in the order of reading. */
  function all(marks: readonly PictureMark[], tagged: boolean): string {
    return marks.map((mark) => one(mark, tagged)).join('\n')
  }

  function one(mark: PictureMark, tagged: boolean): string {
    switch (mark.kind) {
      case 'group':
        return group(mark, tagged)
      case 'text':
        return text(mark, tagged)
      case 'path':
        return artifact(painted(pathOf(mark.steps), mark), tagged)
      case 'rect':
        return artifact(painted(rectPath(mark), mark), tagged)
      case 'circle':
        return artifact(painted(circlePath(mark), mark), tagged)
    }
  }

  function group({ matrix, opacity, marks }: GroupMark, tagged: boolean): string {
    if (opacity >= 1) return `q ${axes(matrix)}\n${all(marks, tagged)}\nQ`
    // Its marks cover one another before the whole becomes translucent.
    const sheet = shared.sheet(`${axes(matrix)}\n${all(marks, false)}`, page)
    return artifact(`q /${shared.opacity(opacity)} gs /${sheet} Do Q`, tagged)
  }

  function painted(path: string, { fill, stroke, strokeFirst }: Paint): string {
    const filled = fill ? [`${ink(fill, 'rg')} ${path} f`] : []
    const stroked = stroke ? [`${ink(stroke, 'RG')} ${lineStyle(stroke)} ${path} S`] : []
    return (strokeFirst ? [...stroked, ...filled] : [...filled, ...stroked]).join('\n')
  }

  const ink = ({ colour, opacity }: Fill, operator: 'rg' | 'RG') =>
    `/${shared.opacity(opacity)} gs ${rgb(colour)} ${operator}`

  function text(mark: TextMark, tagged: boolean): string {
    const line = shared.setter.set(mark)
    if (line.pieces.length === 0) return ''
    for (const letters of line.missing) shared.miss(letters)
    const placed = placePieces(line, mark)
    const { fill, stroke, strokeFirst } = mark
    // As outlines, or a reader would find the line twice.
    const halo = stroke
      ? `${ink(stroke, 'RG')} ${lineStyle(stroke)} ${outlines(placed, mark.size)}`
      : ''
    const letters = fill ? `${ink(fill, 'rg')} ${showLine(placed, mark.size, shared.fonts)}` : ''
    // Bent lines fall apart for a reader that looks for straight ones.
    const span = mark.along
      ? `/Span << /ActualText ${hexText(line.text)} >> BDC\n${letters}\nEMC`
      : letters
    const told = mark.along || line.turned ? line.text : null
    const read = tagged ? `/P << /MCID ${lines.push(told) - 1} >> BDC\n${span}\nEMC` : span
    const [under, over] = strokeFirst ? [halo, ''] : ['', halo]
    return [artifact(under, tagged), read, artifact(over, tagged)].filter(Boolean).join('\n')
  }

  return { all, lines }
}

/** Each from its own origin: the same letters are the same bytes, which press well. */
const outlines = (placed: readonly Placed[], size: number): string =>
  placed
    .map(({ piece, x, y, cos, sin }) => {
      const path = pathOf(pieceOutline({ piece, x: 0, y: 0, cos: 1, sin: 0 }, size))
      return path === '' ? '' : `q ${axes([cos, sin, -sin, cos, x, y])} ${path} S Q`
    })
    .filter(Boolean)
    .join('\n')

/** What is no text, so that a reader aloud passes over it. */
const artifact = (content: string, tagged: boolean): string =>
  content !== '' && tagged ? `/Artifact BMC\n${content}\nEMC` : content

/** The page's units, y down, onto PDF's points, y up; nothing beyond its edges. */
export const pageStart = ({ width, height }: PicturePage): string =>
  `${n(POINTS_PER_UNIT)} 0 0 ${n(-POINTS_PER_UNIT)} 0 ${n(height * POINTS_PER_UNIT)} cm 0 0 ${n(width)} ${n(height)} re W n 4 M`
