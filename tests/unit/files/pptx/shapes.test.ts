import { describe, expect, it } from 'vitest'
import type { XmlElement } from '../../../../src/files/network/xmlTree.ts'
import { boxOf, deep, first, linesOf, page, slide } from './slides.ts'

describe('a shape', () => {
  const shapesOf = (inside: string) => slide(page(inside)).children.slice(2)

  it('keeps the corners of a card', () => {
    const [card] = shapesOf('<rect x="10" y="20" width="100" height="40" rx="8"/>')
    expect(card && first(card, 'gd').get('fmla')).toBe('val 20000')
    expect(card && boxOf(card)).toEqual([10, 20, 100, 40])
  })

  it('is turned and made larger as its group is', () => {
    const [sign] = shapesOf(
      '<g transform="translate(100 100) scale(2) rotate(90)"><rect x="-20" y="-5" width="40" height="10"/></g>',
    )
    expect(sign && first(sign, 'xfrm').get('rot')).toBe('5400000')
    expect(sign && boxOf(sign)).toEqual([60, 90, 80, 20])
  })

  it('is a line of two ends where it is one, each of several on its own', () => {
    const lines = shapesOf(
      '<path d="M0 10L30 0M40 0L40 9M0 0Q5 5 9 0" fill="none" stroke="#112233"/>',
    )
    expect(lines.map(({ name }) => name)).toEqual(['cxnSp', 'cxnSp', 'sp'])
    const [rising] = lines
    expect(rising && first(rising, 'xfrm').get('flipV')).toBe('1')
    expect(rising && boxOf(rising)).toEqual([0, 0, 30, 10])
  })

  it('has dashes in widths of its line, and shares the fading of its group', () => {
    const [line] = shapesOf(
      '<g opacity="0.5"><path d="M0 0L9 0" fill="none" stroke="#112233" stroke-opacity="0.4" stroke-width="2" stroke-dasharray="5 4"/></g>',
    )
    expect(line && first(line, 'ln').get('w')).toBe('15240')
    expect(line && [first(line, 'ds').get('d'), first(line, 'ds').get('sp')]).toEqual([
      '250000',
      '200000',
    ])
    expect(line && first(line, 'alpha').get('val')).toBe('20000')
  })

  it('has its halo under it', () => {
    const [halo, sign] = shapesOf(
      '<path d="M0 0L9 0L9 9Z" fill="#112233" stroke="#fbfaf7" stroke-width="3" paint-order="stroke"/>',
    )
    const colours = (one: XmlElement | undefined) =>
      one ? deep(one, 'srgbClr').map((colour) => colour.get('val')) : []
    expect(colours(halo)).toEqual(['FBFAF7', 'FBFAF7'])
    expect(colours(sign)).toEqual(['112233'])
  })
})

describe('a text', () => {
  const boxesOf = (inside: string) => slide(page(inside)).all('sp')
  const middle = ([x = 0, y = 0, width = 0, height = 0]: number[]) => [
    x + width / 2,
    y + height / 2,
  ]

  it.each([
    ['start', 'ltr', 'l', 1],
    ['middle', 'ltr', 'ctr', 0],
    ['end', 'ltr', 'r', -1],
    ['start', 'rtl', 'r', -1],
    ['end', 'rtl', 'l', 1],
  ])('anchored at its %s (%s) is held at %s', (anchor, direction, side, aside) => {
    const [box] = boxesOf(
      `<text x="500" y="100" text-anchor="${anchor}" direction="${direction}" font-size="20">Word</text>`,
    )
    if (!box) throw new Error('no text')
    const [left = 0, , width = 0] = boxOf(box)
    expect(first(box, 'pPr').get('algn')).toBe(side)
    expect(left + width / 2 - (aside * width) / 2).toBeCloseTo(500, 1)
    expect(middle(boxOf(box))[1]).toBeCloseTo(93.2, 1)
    expect(first(box, 'rPr').get('sz')).toBe('1200')
  })

  it('stands outside the arc that it follows, turned as the arc is in its middle', () => {
    const [label] = boxesOf(
      '<path id="arc" d="M-100 0A100 100 0 0 1 0 -100" fill="none"/>' +
        '<text text-anchor="middle" font-size="10"><textPath href="#arc" startOffset="50%">Allies</textPath></text>',
    )
    if (!label) throw new Error('no text')
    expect(Number(first(label, 'xfrm').get('rot')) / 60_000).toBeCloseTo(315, 1)
    const [x = 0, y = 0] = middle(boxOf(label))
    expect(Math.hypot(x, y)).toBeCloseTo(103.4, 1)
  })

  it('with a halo has some of its colour behind it', () => {
    const [haloed, plain] = boxesOf(
      '<text stroke="#fbfaf7" stroke-width="3" paint-order="stroke">Trust</text><text y="90">Fund</text>',
    )
    const ground = haloed && first(haloed, 'spPr').child('solidFill')
    expect(ground && first(ground, 'srgbClr').get('val')).toBe('FBFAF7')
    expect(ground && first(ground, 'alpha').get('val')).toBe('70000')
    expect(plain && first(plain, 'spPr').child('noFill')).toBeDefined()
  })

  it('keeps apart what only stands near each other', () => {
    const apart = boxesOf(
      '<text x="0" y="10" font-size="10">a</text><text x="0" y="40" font-size="10">b</text>' +
        '<text x="0" y="52" font-size="10" font-weight="700">c</text><text x="5" y="64" font-size="10" font-weight="700">d</text>',
    )
    expect(apart.map(linesOf)).toEqual([['a'], ['b'], ['c'], ['d']])
  })

  it('has its words as they are, in each script and weight', () => {
    const [box] = boxesOf(
      '<text><tspan font-weight="700">Müller &amp; &lt;Søn&gt;</tspan><tspan> ٣</tspan></text>',
    )
    expect(box && deep(box, 't').map(({ text }) => text)).toEqual(['Müller & <Søn>', ' ٣'])
    expect(box && deep(box, 'rPr').map((one) => one.get('b'))).toEqual(['1', '0'])
  })
})
