import { describe, expect, it } from 'vitest'
import { PALETTES } from '../../../../src/drawing/palettes.ts'
import type { PictureFrame } from '../../../../src/drawing/pictureFrame.ts'
import { pageOf } from '../../../../src/drawing/sheet.ts'
import { pageFromSvg } from '../../../../src/files/picture/fromSvg.ts'
import type { PictureMark, TextMark } from '../../../../src/files/picture/marks.ts'
import { frame } from '../../drawing/views.ts'
import { ALL_KINDS, everything, svgsOf } from './pictures.ts'

const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="0 0 100 50" aria-label="A &amp; B">${inside}</svg>`
const marksIn = (inside: string) => pageFromSvg(svg(inside)).marks

const flat = (marks: readonly PictureMark[]): PictureMark[] =>
  marks.flatMap((mark) => (mark.kind === 'group' ? flat(mark.marks) : [mark]))
const textsIn = (marks: readonly PictureMark[]): TextMark[] =>
  flat(marks).flatMap((mark) => (mark.kind === 'text' ? [mark] : []))
const lineOf = ({ runs }: TextMark) => runs.map(({ text }) => text).join('')

describe('a page from a picture', () => {
  const frames: readonly PictureFrame[] = [
    frame,
    { ...frame, page: pageOf('A4', 'portrait'), palette: PALETTES['high contrast'].dark },
    { ...frame, legend: null, title: '', stamp: '', page: pageOf('square') },
    { ...frame, title: 'محرقة شارع التل', footer: 'ائتلاف', palette: PALETTES.greyscale.light },
  ]

  it.each(['team', 'public'] as const)('knows everything that is drawn for the %s', (audience) => {
    for (const around of frames) {
      for (const markup of svgsOf(everything(audience), around, ALL_KINDS)) {
        const { width, height, title, marks } = pageFromSvg(markup)
        expect({ width, height, title }).toEqual({ ...around.page, title: around.title })
        expect(flat(marks).length).toBeGreaterThan(20)
      }
    }
  })

  it('has all texts as they are shown, in their order', () => {
    for (const markup of svgsOf(everything(), frame, ALL_KINDS)) {
      const shown = [...markup.matchAll(/<text[^>]*>(.*?)<\/text>/gu)].map(([, inside = '']) =>
        inside
          .replaceAll(/<[^>]+>/gu, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&#x27;', "'")
          .replaceAll('&amp;', '&')
          .trim(),
      )
      expect(textsIn(pageFromSvg(markup).marks).map(lineOf)).toEqual(shown.filter(Boolean))
    }
  })

  it('says which lines run from right to left, and from where', () => {
    const [spectrum = ''] = svgsOf(everything())
    const texts = textsIn(pageFromSvg(spectrum).marks)
    const arabic = texts.filter((one) => /\p{Script=Arabic}/u.test(lineOf(one)))
    expect(arabic.length).toBeGreaterThan(0)
    expect(arabic.every(({ rtl, anchor }) => rtl && anchor === 'start')).toBe(true)
    expect(texts.filter(({ rtl }) => rtl)).toHaveLength(arabic.length)
  })

  it('hands style on as SVG does', () => {
    const [, one, two] = marksIn(
      `<rect width="100" height="50"/>` +
        `<g fill="#ABC" stroke="#123456" stroke-width="2" font-size="9" font-weight="700">` +
        `<g fill-opacity="0.5" stroke-dasharray="3"><circle cx="1" cy="2" r="3" stroke-opacity=".2"/></g>` +
        `<text x="5" y="6" stroke="none" text-anchor="end" direction="rtl">` +
        `<tspan> a </tspan><tspan font-weight="400">b</tspan></text></g>`,
    )
    expect(one).toEqual({
      kind: 'circle',
      x: 1,
      y: 2,
      radius: 3,
      fill: { colour: '#aabbcc', opacity: 0.5 },
      stroke: { colour: '#123456', opacity: 0.2, width: 2, dashes: [3, 3], join: 'miter' },
      strokeFirst: false,
    })
    expect(two).toEqual({
      kind: 'text',
      runs: [
        { text: 'a ', weight: 700 },
        { text: 'b', weight: 400 },
      ],
      size: 9,
      rtl: true,
      anchor: 'end',
      x: 5,
      y: 6,
      along: null,
      fill: { colour: '#aabbcc', opacity: 1 },
      stroke: null,
      strokeFirst: false,
    })
  })

  it('keeps groups that are moved or faded, and no others', () => {
    const marks = marksIn(
      `<g><g transform="translate(10 20) scale(2)"><g opacity="0.3"><rect width="4" height="4"/></g></g>` +
        `<g transform="rotate(90)"><path d="M0 0" fill="none"/></g></g>`,
    )
    expect(marks).toMatchObject([
      {
        kind: 'group',
        matrix: [2, 0, 0, 2, 10, 20],
        opacity: 1,
        marks: [
          { kind: 'group', matrix: [1, 0, 0, 1, 0, 0], opacity: 0.3, marks: [{ kind: 'rect' }] },
        ],
      },
    ])
    expect(marks).toHaveLength(1)
  })

  it('makes absolute cubic curves of whatever a path is written with', () => {
    const [mark] = marksIn(
      `<path d="m10 10h5v5l-5 1zM0 0q3 0 3 3t3 3c1,0 2,0 2-1s1-1 1-1A5 5 0 0 1 4 4"/>`,
    )
    const steps = mark?.kind === 'path' ? mark.steps : []
    expect(steps.map(({ to }) => to).join(' ')).toBe(
      'move line line line close move curve curve curve curve curve',
    )
    expect(steps.slice(0, 4)).toEqual([
      { to: 'move', x: 10, y: 10 },
      { to: 'line', x: 15, y: 10 },
      { to: 'line', x: 15, y: 15 },
      { to: 'line', x: 10, y: 16 },
    ])
    expect(steps[6]).toEqual({ to: 'curve', x1: 2, y1: 0, x2: 3, y2: 1, x: 3, y: 3 })
    expect(steps[7]).toEqual({ to: 'curve', x1: 3, y1: 5, x2: 4, y2: 6, x: 6, y: 6 })
    expect(steps[9]).toMatchObject({ x1: 8, y1: 4, x: 9, y: 4 })
    expect(steps.at(-1)).toMatchObject({ x: 4, y: 4 })
  })

  it('bends arcs as they are', () => {
    const [mark] = marksIn(`<path d="M-10 0A10 10 0 0 1 10 0a10 10 0 1 0 -5 5"/>`)
    let [fromX, fromY, curves] = [-10, 0, 0]
    const centre = (x: number, y: number) => Math.hypot(x, y)
    for (const step of mark?.kind === 'path' ? mark.steps.slice(1, 3) : []) {
      if (step.to !== 'curve') continue
      curves++
      const middleX = (fromX + 3 * step.x1 + 3 * step.x2 + step.x) / 8
      const middleY = (fromY + 3 * step.y1 + 3 * step.y2 + step.y) / 8
      expect(centre(middleX, middleY)).toBeCloseTo(10, 1)
      expect(middleY).toBeLessThan(0)
      ;[fromX, fromY] = [step.x, step.y]
    }
    expect(curves).toBe(2)
  })

  it('says of a text along a line which line', () => {
    const [text] = marksIn(
      `<path id="p" d="M0 0L9 0" fill="none"/><text text-anchor="middle"><textPath href="#p" startOffset="50%"><tspan font-weight="700">Allies</tspan><tspan> 3</tspan></textPath></text>`,
    )
    expect(text).toMatchObject({
      runs: [
        { text: 'Allies', weight: 700 },
        { text: ' 3', weight: 400 },
      ],
      along: [
        { to: 'move', x: 0, y: 0 },
        { to: 'line', x: 9, y: 0 },
      ],
    })
  })

  it.each([
    ['an element', '<image href="x"/>'],
    ['an attribute', '<rect width="1" height="1" filter="url(#a)"/>'],
    ['a colour', '<rect width="1" height="1" fill="currentColor"/>'],
    ['a transform', '<g transform="skewX(3)"><rect width="1" height="1"/></g>'],
    ['path data', '<path d="M0 0B3 3"/>'],
    [
      'a line to follow',
      '<text text-anchor="middle"><textPath href="#q" startOffset="50%">a</textPath></text>',
    ],
    ['an order of words', '<text>a<tspan>b</tspan></text>'],
    ['a part that looks otherwise', '<text><tspan font-size="4">b</tspan></text>'],
  ])('refuses %s that it does not know', (_, inside) => {
    expect(() => marksIn(inside)).toThrow('files can')
  })
})
