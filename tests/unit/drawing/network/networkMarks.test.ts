import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { RELATIONSHIP_KINDS } from '../../../../src/domain/records.ts'
import { NetworkDotMark } from '../../../../src/drawing/network/marks/NetworkDotMark.tsx'
import { QuietTies } from '../../../../src/drawing/network/marks/QuietTies.tsx'
import { TieMark } from '../../../../src/drawing/network/marks/TieMark.tsx'
import { TieSample } from '../../../../src/drawing/network/marks/TieSample.tsx'
import { buildNetworkScene } from '../../../../src/drawing/network/networkScene.ts'
import { tieSignsOf } from '../../../../src/drawing/network/tieLegend.ts'
import { LIGHT } from '../../../../src/drawing/palette.ts'
import { confidential } from '../views.ts'
import { confidentialTie, networkOf, someone, tie } from './networks.ts'

const words = { ownTie: '' }
const places = new Map([
  ['a', { x: -200, y: 0 }],
  ['b', { x: 200, y: 0 }],
  ['c', { x: 0, y: 300 }],
])
const people = [someone('a'), someone('b', 0, confidential), someone('c', null)]
const sceneOf = (...relationships: readonly ReturnType<typeof tie>[]) =>
  buildNetworkScene(networkOf(people, relationships), places, words)

/** As a grey photocopy shows it. */
const withoutColour = (markup: string) =>
  markup.replaceAll(/(fill|stroke)="#[0-9a-f]+"/gu, (_, name: string) => name)

describe('the marks of ties', () => {
  it('tell all kinds apart without colour, alone, in the crowd and in the legend', () => {
    const drawings = [
      (kind: (typeof RELATIONSHIP_KINDS)[number]) => {
        const [one] = sceneOf(tie('a', 'b', { kind })).ties
        return one ? createElement(TieMark, { tie: one, palette: LIGHT }) : null
      },
      (kind: (typeof RELATIONSHIP_KINDS)[number]) =>
        createElement(QuietTies, { ties: sceneOf(tie('a', 'b', { kind })).ties, palette: LIGHT }),
      (sign: (typeof RELATIONSHIP_KINDS)[number]) =>
        createElement(TieSample, { sign, palette: LIGHT }),
    ]
    for (const draw of drawings) {
      const looks = RELATIONSHIP_KINDS.map((kind) =>
        withoutColour(renderToStaticMarkup(draw(kind))),
      )
      expect(new Set(looks).size).toBe(RELATIONSHIP_KINDS.length)
    }
  })

  it('are wider the stronger, and widest when they matter', () => {
    const widthOf = (strength: 1 | 2 | 3, emphasis: 'quiet' | 'strong') => {
      const [one] = sceneOf(tie('a', 'b', { strength })).ties
      const markup =
        one && renderToStaticMarkup(createElement(TieMark, { tie: one, palette: LIGHT, emphasis }))
      return Number(/stroke-width="([\d.]+)"/u.exec(markup ?? '')?.[1])
    }
    const widths = [
      widthOf(1, 'quiet'),
      widthOf(2, 'quiet'),
      widthOf(3, 'quiet'),
      widthOf(3, 'strong'),
    ]
    expect(widths).toEqual([...new Set(widths)].toSorted((a, b) => a - b))
  })

  it('draw each quiet tie once, in few paths, but for those drawn elsewhere', () => {
    const scene = sceneOf(
      tie('a', 'b'),
      tie('b', 'c'),
      tie('c', 'a', { kind: 'funds' }),
      tie('a', 'c', { key: 'secret', ...confidentialTie }),
    )
    const draw = (more: object) =>
      renderToStaticMarkup(createElement(QuietTies, { ties: scene.ties, palette: LIGHT, ...more }))
    const times = (markup: string, path: string) => markup.split(path).length - 1
    for (const plain of [false, true]) {
      const all = draw({ plain })
      for (const { path } of scene.ties) expect(times(all, path)).toBe(1)
      const fewer = draw({ plain, except: new Set(['a-b', 'secret']) })
      expect(scene.ties.map(({ path }) => times(fewer, path))).toEqual([0, 1, 1, 0])
    }
    expect(times(draw({ plain: true }), '<path')).toBe(2)
  })

  it('show confidential ties dashed and with a sign, whatever their kind', () => {
    for (const kind of RELATIONSHIP_KINDS) {
      const [one] = sceneOf(tie('a', 'b', { kind, ...confidentialTie })).ties
      if (!one) throw new Error('nothing was drawn')
      const alone = renderToStaticMarkup(createElement(TieMark, { tie: one, palette: LIGHT }))
      const plain = renderToStaticMarkup(
        createElement(QuietTies, { ties: [one], palette: LIGHT, plain: true }),
      )
      for (const markup of [alone, plain]) {
        expect(markup).toContain('stroke-dasharray')
        expect(markup).toContain(LIGHT.confidential.strong)
      }
      expect(one.confidentialAt).not.toBeNull()
    }
  })

  it('are explained in a legend as far as they occur', () => {
    expect(tieSignsOf(sceneOf())).toEqual([])
    expect(
      tieSignsOf(
        sceneOf(
          tie('a', 'c', { kind: 'opposes' }),
          tie('b', 'a', { kind: 'trusts', ...confidentialTie }),
        ),
      ),
    ).toEqual(['trusts', 'opposes', 'confidential'])
  })
})

describe('the mark of a dot', () => {
  const draw = (key: string, more: object = {}) => {
    const dot = sceneOf().dots.find((one) => one.key === key)
    return dot
      ? renderToStaticMarkup(createElement(NetworkDotMark, { dot, palette: LIGHT, ...more }))
      : ''
  }

  it('has a dashed ring for somebody confidential, and is hollow for who is not placed', () => {
    expect(draw('b')).toContain('stroke-dasharray')
    expect(draw('a')).not.toContain('stroke-dasharray')
    expect(draw('a')).toContain(`fill="${LIGHT.segments[2].strong}"`)
    expect(draw('c')).toContain(`fill="${LIGHT.card}"`)
  })

  it('is ringed and bold when it matters, and steps back for others', () => {
    expect(draw('a', { emphasis: 'strong' })).toContain('font-weight="700"')
    expect(draw('a', { emphasis: 'strong' })).toContain(`stroke="${LIGHT.ink}"`)
    expect(draw('a', { emphasis: 'faded' })).toContain('opacity')
    expect(draw('a')).not.toContain('opacity')
    expect(draw('a', { named: false })).not.toContain('<text')
  })
})
