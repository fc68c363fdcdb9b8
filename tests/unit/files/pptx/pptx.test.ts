import { describe, expect, it } from 'vitest'
import { buildSpectrumScene } from '../../../../src/drawing/spectrumScene.ts'
import { pageFromSvg } from '../../../../src/files/picture/fromSvg.ts'
import type { PictureMark } from '../../../../src/files/picture/marks.ts'
import { pptxOf } from '../../../../src/files/pptx/pptxOf.ts'
import { frame, stakeholder, svgOf, viewOf, words } from '../../drawing/views.ts'
import { everything, svgsOf } from '../picture/pictures.ts'
import { boxOf, deep, first, linesOf, nameOf, page, partOf, slide } from './slides.ts'

const textsIn = (marks: readonly PictureMark[]): string[] =>
  marks.flatMap((mark) => {
    if (mark.kind === 'group') return textsIn(mark.marks)
    return mark.kind === 'text' ? [mark.runs.map(({ text }) => text).join('')] : []
  })

describe('a presentation', () => {
  it('has a slide a page, in the size of the first', () => {
    const pages = svgsOf(everything()).map(pageFromSvg)
    const presentation = partOf(pages, 'ppt/presentation.xml')
    expect(presentation.match(/<p:sldId /gu)).toHaveLength(4)
    expect(presentation).toContain('<p:sldSz cx="12192000" cy="6858000"/>')
  })

  it('says all that is on the pages, in the same order, and nothing else', () => {
    const pages = svgsOf(everything()).map(pageFromSvg)
    for (const [index, { marks }] of pages.entries()) {
      expect(linesOf(slide(pages, index + 1))).toEqual(textsIn(marks))
    }
  })

  it('is the same for the same pages', () => {
    const pages = () => svgsOf(everything('public')).map(pageFromSvg)
    expect(Buffer.from(pptxOf(pages())).equals(Buffer.from(pptxOf(pages())))).toBe(true)
  })

  it('numbers shapes one by one, by where they come', () => {
    const ids = deep(slide(svgsOf(everything()).map(pageFromSvg), 2), 'cNvPr').map((one) =>
      one.get('id'),
    )
    expect(ids.length).toBeGreaterThan(50)
    expect(ids).toEqual(ids.map((_, index) => String(index + 1)))
  })

  it('fits pages of another size into the middle', () => {
    const pages = [page(''), page('<rect width="900" height="900" stroke="#123456"/>', '900 900')]
    expect(boxOf(first(slide(pages, 2), 'sp'))).toEqual([350, 0, 900, 900])
  })

  it('takes the paper for the ground of the slide, so that it is in nobody’s way', () => {
    const xml = partOf(
      [page('<rect width="1600" height="900" fill="#fbfaf7"/>')],
      'ppt/slides/slide1.xml',
    )
    expect(xml.match(/<p:sp>/gu)).toBeNull()
    expect(xml).toMatch(/<p:bg>\s*<p:bgPr>\s*<a:solidFill>\s*<a:srgbClr val="FBFAF7"\/>/u)
  })
})

describe('a card', () => {
  const view = viewOf([
    stakeholder('a', 'Mothers who sell at the Saturday market', {
      placement: { stance: 0, depth: 0.6 },
    }),
    stakeholder('b', 'اتحاد المعلمين في المدينة القديمة', {
      placement: { stance: 0.8, depth: 0.6 },
    }),
  ])
  const spectrum = slide(pageFromSvg(svgOf(buildSpectrumScene(view, words))))
  const cards = spectrum.all('grpSp')

  it('is one group that is called like its stakeholder', () => {
    const mothers = cards.find((card) => nameOf(card).startsWith('Mothers'))
    expect(mothers && first(mothers, 'cNvPr').get('descr')).toBe(
      'Mothers who sell at the Saturday market',
    )
    expect(mothers?.all('sp').map((one) => first(one, 'prstGeom').get('prst'))).toEqual([
      'roundRect',
      'ellipse',
      'rect',
    ])
  })

  it('has its name in one text box, in the lines of the picture', () => {
    const mothers = cards.find((card) => nameOf(card).startsWith('Mothers'))
    expect(mothers && linesOf(mothers)).toEqual(['Mothers who sell at', 'the Saturday market'])
    const names =
      mothers?.all('sp').filter((one) => first(one, 'cNvSpPr').get('txBox') === '1') ?? []
    expect(names).toHaveLength(1)
  })

  it('holds names that are written from right to left at their right-hand end', () => {
    const teachers = cards.find((card) => /\p{Script=Arabic}/u.test(nameOf(card)))
    const looks = teachers
      ? deep(teachers, 'pPr').map((one) => [one.get('rtl'), one.get('algn')])
      : []
    expect(looks).toEqual([
      ['1', 'r'],
      ['1', 'r'],
    ])
  })
})

describe('the title', () => {
  it('is known as the slide’s title, and only once', () => {
    const title = slide(svgsOf(everything()).map(pageFromSvg))
      .all('sp')
      .filter((one) => deep(one, 'ph').length > 0)
    expect(title.map(linesOf)).toEqual([['Close the Ridge', 'Road incinerator']])
    expect(frame.title).toBe('Close the Ridge Road incinerator')
  })

  it('is no other text, though it begins alike', () => {
    const shapes = slide(page('<text>2026</text>', '1600 900', '2026: the year of the vote'))
    expect(deep(shapes, 'ph')).toEqual([])
    expect(linesOf(shapes)).toEqual(['2026'])
  })
})
