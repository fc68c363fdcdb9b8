import { textWidth } from '../../drawing/measure.ts'
import type { XmlNode } from '../network/xmlWrite.ts'
import { element } from '../office/element.ts'
import { POINTS_PER_UNIT } from '../../drawing/sheet.ts'
import type { Matrix, TextMark } from '../picture/marks.ts'
import { applied, scaleOf, turnOf } from '../picture/matrix.ts'
import type { Box } from './emu.ts'
import { placeOf, preset } from './geometry.ts'
import { shape, type SlideItem } from './item.ts'
import { middleOf } from './middle.ts'
import { fillOf, NO_FILL } from './paint.ts'
import { readOf, type TextBlock } from './textLines.ts'

/**
 * How far above its base line the middle of a line of text is, in sizes of the font. Boxes are centred there, so that
 * another font, where ours is missing, stands as nearly in the same place as it can.
 */
const MIDDLE = 0.34

const TITLE_ROOM = 1.3

/** Height of a box with one line. */
const LINE_HEIGHT = 1.25

/**
 * A text box. It is as wide as its text and never wraps; where another font is wider, it grows away from where the
 * text is anchored.
 */
export function textBox(
  block: TextBlock,
  matrix: Matrix,
  opacity: number,
  isTitle: boolean,
): SlideItem {
  const [first] = block.lines
  const scale = scaleOf(matrix)
  const size = first.size * scale
  // Some programs wrap a title whatever it says: room for a wider font keeps its lines.
  const width = Math.max(...block.lines.map(widthOf)) * scale * (isTitle ? TITLE_ROOM : 1)
  const height = block.pitch * scale * (block.lines.length - 1) + LINE_HEIGHT * size
  const { middle, turn } = middleOfBlock(block, width / scale, matrix)
  const box: Box = { x: middle.x - width / 2, y: middle.y - height / 2, width, height }
  const text = readOf(block)
  return shape({
    box,
    text,
    kind: 'Text',
    place: placeOf(box, turn),
    geometry: preset('rect'),
    paint: [groundOf(first, opacity)],
    body: bodyOf(block, scale, opacity),
    isTitle,
  })
}

const widthOf = ({ runs, size }: TextMark): number =>
  runs.reduce((sum, { text, weight }) => sum + textWidth(text, { size, weight }), 0)

/** How much of its halo's colour lies behind a text: lines are faint under it, and yet seen to go on. */
const HALO = 0.7

/** Not every program draws halos around letters, but all fill boxes. */
const groundOf = ({ stroke, strokeFirst }: TextMark, opacity: number): XmlNode =>
  stroke && strokeFirst ? fillOf(stroke, opacity * HALO) : NO_FILL

/** The side of the text at which it is held. */
function sideOf({ anchor, rtl }: TextMark): 'l' | 'ctr' | 'r' {
  if (anchor === 'middle') return 'ctr'
  return (anchor === 'start') === rtl ? 'r' : 'l'
}

function middleOfBlock({ lines }: TextBlock, width: number, matrix: Matrix) {
  const [first] = lines
  const up = MIDDLE * first.size
  if (first.along) {
    const { x, y, turn } = middleOf(first.along)
    const angle = (turn * Math.PI) / 180
    return {
      middle: applied(matrix, x + Math.sin(angle) * up, y - Math.cos(angle) * up),
      turn: turn + turnOf(matrix),
    }
  }
  const side = sideOf(first)
  const aside = side === 'ctr' ? 0 : side === 'l' ? width / 2 : -width / 2
  const last = lines.at(-1) ?? first
  return {
    middle: applied(matrix, first.x + aside, (first.y + last.y) / 2 - up),
    turn: turnOf(matrix),
  }
}

function bodyOf({ lines, pitch }: TextBlock, scale: number, opacity: number): XmlNode {
  return element(
    'p:txBody',
    {},
    element(
      'a:bodyPr',
      {
        vert: 'horz',
        wrap: 'none',
        lIns: 0,
        tIns: 0,
        rIns: 0,
        bIns: 0,
        rtlCol: 0,
        anchor: 'ctr',
      },
      element('a:noAutofit'),
    ),
    element('a:lstStyle'),
    ...lines.map((line) =>
      element(
        'a:p',
        {},
        element(
          'a:pPr',
          { marL: 0, indent: 0, algn: sideOf(line), rtl: line.rtl ? 1 : 0 },
          ...(lines.length > 1 ? [spacing(pitch * scale)] : []),
          element('a:spcBef', {}, element('a:spcPts', { val: 0 })),
          element('a:buNone'),
        ),
        ...line.runs.map(({ text, weight }) =>
          element('a:r', {}, runLook(line, weight, scale, opacity), { name: 'a:t', content: text }),
        ),
      ),
    ),
  )
}

const hundredthsOfPoints = (units: number): number => Math.round(units * POINTS_PER_UNIT * 100)

const spacing = (pitch: number): XmlNode =>
  element('a:lnSpc', {}, element('a:spcPts', { val: hundredthsOfPoints(pitch) }))

/** Names are no words of a language: a checker's red lines would be on every slide. */
const runLook = (line: TextMark, weight: number, scale: number, opacity: number): XmlNode =>
  element(
    'a:rPr',
    {
      sz: Math.max(100, hundredthsOfPoints(line.size * scale)),
      b: weight === 700 ? 1 : 0,
      noProof: 1,
    },
    fillOf(line.fill, opacity),
    // Those of the theme, so that somebody who has not got them can choose others for all slides at once.
    element('a:latin', { typeface: '+mn-lt' }),
    element('a:ea', { typeface: '+mn-ea' }),
    element('a:cs', { typeface: '+mn-cs' }),
  )
