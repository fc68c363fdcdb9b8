import { describe, expect, it } from 'vitest'
import { pdfOf } from '../../../../src/files/pdf/pdf.ts'
import { pageFromSvg } from '../../../../src/files/picture/fromSvg.ts'
import type { PicturePage } from '../../../../src/files/picture/marks.ts'
import { loadSetter } from '../../../../src/files/setting/loadSetter.ts'
import { everything, svgsOf } from '../picture/pictures.ts'
import { wholeSetter } from '../setting/setters.ts'
import { contentOf, objectsOf, pageOfLines, pageWith, PLAIN, textMark } from './pages.ts'

const setter = await wholeSetter()
const svgs = svgsOf(everything())
const pictures = svgs.map(pageFromSvg)
const pdf = (...pages: readonly PicturePage[]) => pdfOf(pages, setter).bytes
const hex = (text: string) =>
  Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0'),
  ).join('')

describe('a PDF file', () => {
  it('has each object where its table says, and nothing that refers to none', () => {
    const bytes = pdf(...pictures)
    const objects = objectsOf(bytes)
    expect(objects.size).toBeGreaterThan(20)
    const dictionaries = Array.from(objects.values(), (object) =>
      /^<< [^]*?\/Length/u.test(object) ? object.slice(0, object.indexOf('>>')) : object,
    )
    for (const [, ref] of dictionaries.join('\n').matchAll(/\b(\d+) 0 R\b/gu))
      expect(objects.has(Number(ref))).toBe(true)
  })

  it('is the same for the same pages, also from another setter', async () => {
    const [first, second] = [await loadSetter(svgs.join('')), await loadSetter(svgs.join(''))]
    const file = Buffer.from(pdfOf(pictures, first).bytes)
    expect(file.equals(pdfOf(pictures, first).bytes)).toBe(true)
    expect(file.equals(pdfOf(pictures, second).bytes)).toBe(true)
  })

  it('tells nothing of who made it, when and with what', () => {
    const bytes = pdf(...pictures)
    const all = Array.from(objectsOf(bytes).values()).join('\n')
    const file = new TextDecoder('latin1').decode(bytes)
    for (const text of [all, file])
      expect(text).not.toMatch(
        /\/(?:Info|Metadata|ID|Author|Producer|Creator|CreationDate|ModDate|Title|PieceInfo)\b/u,
      )
    expect(all).not.toMatch(/D:\d{4}/u)
  })

  it('has pages as large as they are on paper', () => {
    const slide = { ...pageWith(), width: 1600, height: 900 }
    const pages = Array.from(objectsOf(pdf(slide, pageWith())).values()).filter((object) =>
      object.includes('/Type /Page '),
    )
    expect(pages.map((page) => /\/MediaBox \[([^\]]+)\]/u.exec(page)?.[1])).toEqual([
      '0 0 960 540',
      '0 0 480 360',
    ])
  })

  it('draws nothing beyond the page', () => {
    expect(contentOf(pdf(pageWith()))).toMatch(/^.*0\.6 0 0 -0\.6 0 360 cm 0 0 800 600 re W n/mu)
  })
})

describe('the drawing in a PDF', () => {
  it('has shapes with their colours, lines and dashes', () => {
    const stroke = {
      colour: '#ff0000',
      opacity: 0.5,
      width: 2,
      dashes: [6, 4],
      join: 'round',
    } as const
    const content = contentOf(
      pdf(
        pageWith(
          { kind: 'rect', x: 10, y: 20, width: 30, height: 40, radius: 0, ...PLAIN },
          { kind: 'circle', x: 50, y: 50, radius: 10, ...PLAIN, fill: null, stroke },
        ),
      ),
    )
    expect(content).toContain('0.063 0.125 0.188 rg 10 20 30 40 re f')
    expect(content).toMatch(/\/G2 gs 1 0 0 RG 2 w 1 j \[6 4\] 0 d 50 40 m .* h S/u)
    expect(
      objectText(pageWith({ kind: 'circle', x: 5, y: 5, radius: 1, ...PLAIN, stroke })),
    ).toContain('/G2 << /ca 0.5 /CA 0.5 >>')
  })

  it('lays a translucent group over the page as a whole', () => {
    const group = {
      kind: 'group',
      matrix: [1, 0, 0, 1, 5, 5],
      opacity: 0.4,
      marks: [{ kind: 'rect', x: 0, y: 0, width: 9, height: 9, radius: 2, ...PLAIN }],
    } as const
    expect(contentOf(pdf(pageWith(group)))).toMatch(/q \/G\d gs \/S1 Do Q/u)
    expect(objectText(pageWith(group))).toContain('/Group << /S /Transparency >>')
    expect(contentOf(pdf(pageWith({ ...group, opacity: 1 })))).toContain('q 1 0 0 1 5 5 cm')
  })

  const objectText = (page: PicturePage) => Array.from(objectsOf(pdf(page)).values()).join('\n')

  it('has each letter once where a line has a halo, and the halo under it', () => {
    const stroke = { colour: '#ffffff', opacity: 1, width: 4, dashes: [], join: 'round' } as const
    const content = contentOf(pdf(pageWith(textMark('Us', { stroke, strokeFirst: true }))))
    expect(content.match(/TJ/gu)).toHaveLength(1)
    expect(content.search(/ S Q/u)).toBeGreaterThan(0)
    expect(content.search(/ S Q/u)).toBeLessThan(content.search(/TJ/u))
  })

  it('says the letters of each glyph, of a letter with an accent both', () => {
    const text = Array.from(objectsOf(pdf(pageWith(textMark('e\u0302nلا\u064b')))).values()).join(
      '\n',
    )
    expect(text).toContain(`> <${hex('n')}>`)
    expect(text).toContain(`> <${hex('e\u0302')}>`)
    for (const letter of ['ل', 'ا', '\u064b']) expect(text).toContain(`> <${hex(letter)}>`)
  })

  it('says how a bent line is read, and a line that runs from right to left', () => {
    const along = [
      { to: 'move', x: 100, y: 300 },
      { to: 'curve', x1: 100, y1: 100, x2: 400, y2: 100, x: 400, y: 300 },
    ] as const
    const bent = pdf(pageWith(textMark('Neutral', { along })))
    expect(contentOf(bent)).toContain(`/ActualText <FEFF${hex('Neutral')}>`)
    const arabic = Array.from(objectsOf(pdf(pageOfLines(['جمعية (Nurses)'], true))).values())
    expect(arabic.find((object) => object.includes('/StructElem /S /P'))).toContain(
      `/ActualText <FEFF${hex('جمعية (Nurses)')}>`,
    )
  })

  it('numbers the lines in their order of reading', () => {
    const objects = Array.from(objectsOf(pdf(pageOfLines(['One', 'Two', 'Three']))).values())
    const content = objects.filter((object) => object.includes('/MCID')).join('')
    expect(
      [...content.matchAll(/\/P << \/MCID (\d+) >> BDC/gu)].map(([, number]) => number),
    ).toEqual(['0', '1', '2'])
    expect(objects.filter((object) => object.includes('/StructElem /S /P'))).toHaveLength(3)
  })

  it('has no line of text without letters', () => {
    expect(contentOf(pdf(pageWith(textMark(''))))).not.toContain('BT')
  })

  it('tells once of each letter that no font has', () => {
    expect(pdfOf([pageOfLines(['漢 Us', 'Us 漢字'])], setter).missing).toEqual(['漢', '字'])
  })
})
