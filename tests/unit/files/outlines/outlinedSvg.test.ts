import { describe, expect, it } from 'vitest'
import { outlinedSvg } from '../../../../src/files/outlines/outlinedSvg.ts'
import { readXmlTree, type XmlElement } from '../../../../src/files/network/xmlTree.ts'
import { pageFromSvg } from '../../../../src/files/picture/fromSvg.ts'
import type { PictureMark, PicturePage } from '../../../../src/files/picture/marks.ts'
import { pageWith, textMark } from '../pdf/pages.ts'
import { everything, svgsOf } from '../picture/pictures.ts'
import { wholeSetter } from '../setting/setters.ts'

const setter = await wholeSetter()
const svgOf = (page: PicturePage) => outlinedSvg(page, setter).svg

const flat = (marks: readonly PictureMark[]): PictureMark[] =>
  marks.flatMap((mark) => (mark.kind === 'group' ? flat(mark.marks) : [mark]))
const below = (element: XmlElement): XmlElement[] =>
  element.children.flatMap((child) => [child, ...below(child)])

function elementsIn(svg: string): readonly XmlElement[] {
  const tree = readXmlTree(svg, 'svg')
  if (!tree.ok) throw new Error('no SVG')
  return below(tree.value)
}

describe('a picture with outlines', () => {
  const pages = svgsOf(everything()).map(pageFromSvg)

  it('has a path for each line of text, and no text, font, name or link', () => {
    for (const page of pages) {
      const svg = svgOf(page)
      expect(svg).not.toMatch(/<text|<style|font|\bid=|href|url\(|<!--|<metadata|<title|<desc/u)
      expect(svg.match(/aria-label/gu)).toHaveLength(1)
      const elements = elementsIn(svg).filter(({ name }) => name !== 'g')
      expect(elements.map(({ name }) => (name === 'path' ? 'path' : name))).toEqual(
        flat(page.marks).map(({ kind }) => (kind === 'text' ? 'path' : kind)),
      )
    }
  })

  it('is a picture that we read again: the same shapes in the same places and colours', () => {
    for (const page of pages) {
      const again = flat(pageFromSvg(svgOf(page)).marks)
      const before = flat(page.marks)
      expect(again).toHaveLength(before.length)
      again.forEach((mark, i) => {
        const old = before[i]
        expect(mark.kind).toBe(old?.kind === 'text' ? 'path' : old?.kind)
        expect(mark).toMatchObject(
          old && old.kind !== 'group'
            ? { fill: old.fill, strokeFirst: old.stroke ? old.strokeFirst : false }
            : {},
        )
      })
    }
  })

  it('is the same for the same page', () => {
    for (const page of pages) expect(svgOf(page)).toBe(svgOf(page))
  })

  it('has letters where the line stands', () => {
    const mark = textMark('H', { size: 100, x: 300, y: 200 })
    const [path] = elementsIn(svgOf(pageWith(mark)))
    const numbers =
      path
        ?.get('d')
        .match(/-?[\d.]+/gu)
        ?.map(Number) ?? []
    const [xs, ys] = [numbers.filter((_, i) => i % 2 === 0), numbers.filter((_, i) => i % 2 === 1)]
    expect(Math.min(...xs)).toBeGreaterThan(300)
    expect(Math.max(...xs)).toBeLessThan(380)
    expect(Math.max(...ys)).toBe(200)
    expect(Math.min(...ys)).toBeGreaterThan(120)
  })

  it('tells once of each letter that no font has', () => {
    const page = pageWith(textMark('漢 Us'), textMark('漢字'))
    expect(outlinedSvg(page, setter).missing).toEqual(['漢', '字'])
  })
})
