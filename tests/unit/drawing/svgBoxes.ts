import { textWidth } from '../../../src/drawing/measure.ts'
import type { Picture } from '../../../src/drawing/picture.ts'
import { svgMarkup } from '../../../src/drawing/svgText.ts'

/** What the ink of an element covers, in units of the page. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface TextBox extends Box {
  readonly text: string
  /** Font size on the page. */
  readonly size: number
  readonly rtl: boolean
}

interface Level {
  readonly scale: number
  readonly x: number
  readonly y: number
  readonly size: number
  readonly weight: 400 | 700
}

type Attributes = Readonly<Record<string, string>>

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}
const plain = (text: string): string => text.replace(/&[^;]+;/gu, (found) => ENTITIES[found] ?? '?')

const number = (text: string | undefined): number => Number.parseFloat(text ?? '0')

/**
 * Where the texts and rectangles of a picture stand, read out of its SVG; texts along an arc are left out. Written for
 * our own drawings: translations and scales, an attribute each.
 */
export function boxesOf(picture: Picture): {
  readonly texts: readonly TextBox[]
  readonly rects: readonly Box[]
  readonly svg: string
} {
  const svg = svgMarkup(picture)
  const texts: TextBox[] = []
  const rects: Box[] = []
  const stack: Level[] = [{ scale: 1, x: 0, y: 0, size: 16, weight: 400 }]
  let open: { level: Level; attributes: Attributes; text: string; width: number } | null = null
  for (const [, closes, tag = '', inner = '', own, content = ''] of svg.matchAll(
    /<(\/?)([a-zA-Z]+)([^<>]*?)(\/?)>([^<]*)/gu,
  )) {
    const outer = stack.at(-1)
    if (!outer) throw new Error('more tags are closed than were opened')
    if (closes) {
      stack.pop()
      if (tag === 'text' && open) {
        texts.push(textBox(open))
        open = null
      }
      const level = stack.at(-1)
      if (open && level && content.trim()) throw new Error('text after a stretch of text')
      continue
    }
    const attributes = attributesOf(inner)
    const level = inside(outer, attributes)
    if (tag === 'rect') rects.push(rectBox(level, attributes))
    if (tag === 'text') open = { level, attributes, text: '', width: 0 }
    if (tag === 'textPath') open = null
    if (open && content) {
      const text = plain(content)
      open.text += text
      open.width += textWidth(text, { size: level.size, weight: level.weight })
    }
    if (!own) stack.push(level)
  }
  return { texts, rects: rects.slice(1), svg }
}

const attributesOf = (text: string): Attributes =>
  Object.fromEntries(
    [...text.matchAll(/([a-zA-Z-]+)="([^"]*)"/gu)].map(([, name, value]) => [name, value ?? '']),
  )

function inside(outer: Level, attributes: Attributes): Level {
  let { scale, x, y } = outer
  for (const [, kind, values = ''] of (attributes['transform'] ?? '').matchAll(
    /(\w+)\(([^)]*)\)/gu,
  )) {
    const [a = 0, b = 0] = values.split(/[\s,]+/u).map(Number)
    if (kind === 'translate') {
      x += a * scale
      y += b * scale
    } else if (kind === 'scale') scale *= a
    else throw new Error(`a ${kind} that no format of ours knows`)
  }
  const size = attributes['font-size'] ? number(attributes['font-size']) : outer.size
  const weight = attributes['font-weight']
    ? attributes['font-weight'] === '700'
      ? 700
      : 400
    : outer.weight
  return { scale, x, y, size, weight }
}

const rectBox = ({ scale, x, y }: Level, attributes: Attributes): Box => {
  const left = x + number(attributes['x']) * scale
  const top = y + number(attributes['y']) * scale
  return {
    left,
    top,
    right: left + number(attributes['width']) * scale,
    bottom: top + number(attributes['height']) * scale,
  }
}

function textBox({
  level: { scale, x, y, size },
  attributes,
  text,
  width,
}: {
  readonly level: Level
  readonly attributes: Attributes
  readonly text: string
  readonly width: number
}): TextBox {
  const rtl = attributes['direction'] === 'rtl'
  const anchor = attributes['text-anchor'] ?? 'start'
  const share = anchor === 'middle' ? 0.5 : (anchor === 'start') === rtl ? 1 : 0
  const left = x + (number(attributes['x']) - share * width) * scale
  const base = y + number(attributes['y']) * scale
  const font = size * scale
  return {
    text,
    rtl,
    size: font,
    left,
    right: left + width * scale,
    top: base - 0.72 * font,
    bottom: base + 0.2 * font,
  }
}

const MERCY = 0.6

/** The first two boxes that cover each other; null when all stand clear. */
export function overlapping<B extends Box>(boxes: readonly B[]): readonly [B, B] | null {
  const sorted = boxes.toSorted((a, b) => a.top - b.top)
  for (const [i, a] of sorted.entries()) {
    for (const b of sorted.slice(i + 1)) {
      if (b.top >= a.bottom - MERCY) break
      if (a.left < b.right - MERCY && b.left < a.right - MERCY) return [a, b]
    }
  }
  return null
}
