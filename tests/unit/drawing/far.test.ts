import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FarDot, farDotOf } from '../../../src/drawing/farDot.ts'
import {
  type FarBox,
  type FarName,
  farNames,
  type FarPoint,
} from '../../../src/drawing/farNames.ts'
import { farRadius } from '../../../src/drawing/farDot.ts'
import { paintFar } from '../../../src/drawing/farPaint.ts'
import { textWidth } from '../../../src/drawing/measure.ts'
import { LIGHT } from '../../../src/drawing/palette.ts'
import { cardFor } from '../../../src/drawing/card.ts'
import { viewFor } from '../../../src/audience/gate.ts'
import { docOf, HIDDEN, stakeholder } from '../../support/records.ts'

const DOT: FarDot = {
  radius: 4,
  most: 12,
  segment: 1,
  known: true,
  confidential: false,
  faded: false,
  name: 'Nurses',
  bold: false,
  rtl: false,
}
const at = (key: string, x: number, y: number, dot: Partial<FarDot> = {}): FarPoint => ({
  key,
  x,
  y,
  dot: { ...DOT, ...dot },
})

const arbitraryPoints = fc
  .array(
    fc.record({
      x: fc.integer({ min: -800, max: 800 }),
      y: fc.integer({ min: -600, max: 600 }),
      radius: fc.constantFrom(3, 4, 5),
      name: fc.constantFrom('Nurses', 'Bo', 'Harbour Drivers Union', 'نقابة', ''),
      bold: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map(({ x, y, ...dot }, i) => at(`p${i}`, x, y, dot)))
const zooms = fc.constantFrom(0.05, 0.2, 0.42)

/** What a name covers, without the air that it is given. */
const inkOf = ({ x, y, dot }: FarPoint, { text, size, baseline }: FarName): FarBox => {
  const half = textWidth(text, { size, weight: dot.bold ? 700 : 400 }) / 2
  const middle = y + baseline - size * 0.35
  return {
    left: x - half,
    right: x + half,
    top: middle - size * 0.45,
    bottom: middle + size * 0.45,
  }
}
const overlap = (a: FarBox, b: FarBox) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

describe('names from afar', () => {
  it('cover neither each other nor any dot', () => {
    fc.assert(
      fc.property(arbitraryPoints, zooms, (points, zoom) => {
        const names = farNames(points, zoom)
        const set = points.flatMap((point) => {
          const name = names.get(point.key)
          return name ? [{ point, ink: inkOf(point, name) }] : []
        })
        for (const { point, ink } of set) {
          for (const other of set)
            if (other.point !== point) expect(overlap(ink, other.ink)).toBe(false)
          for (const { x, y, dot } of points) {
            const r = farRadius(dot, zoom) * 0.99
            expect(overlap(ink, { left: x - r, right: x + r, top: y - r, bottom: y + r })).toBe(
              false,
            )
          }
        }
      }),
    )
  })

  it('are the same whatever stands elsewhere in the list, and stay where they may', () => {
    fc.assert(
      fc.property(arbitraryPoints, zooms, (points, zoom) => {
        const fits = ({ bottom }: FarBox) => bottom <= 0
        const names = farNames(points, zoom, fits)
        expect(farNames(points, zoom, fits)).toEqual(names)
        for (const point of points) {
          const name = names.get(point.key)
          if (name) expect(inkOf(point, name).bottom).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  it('are for the most influential first', () => {
    const points = [at('small', 0, 0, { radius: 3 }), at('large', 0, 100, { radius: 5 })]
    const between = ({ top, bottom }: FarBox) => top > 0 && bottom < 100
    expect([...farNames(points, 0.2, between).keys()]).toEqual(['large'])
  })

  it('are for what matters when the rest has stepped back', () => {
    const crowd = Array.from({ length: 60 }, (_, i) =>
      at(`c${i}`, (i % 10) * 20 - 90, 20 * Math.floor(i / 10)),
    )
    const [middle] = crowd.splice(35, 1)
    if (!middle) throw new Error('somebody stands in the middle')
    expect(farNames([...crowd, middle], 0.2).has('c35')).toBe(false)
    const faded = crowd.map((point) => ({ ...point, dot: { ...point.dot, faded: true } }))
    expect([...farNames([...faded, middle], 0.2).keys()]).toEqual(['c35'])
  })
})

it('a card’s dot knows what the card says, and only a team’s says that somebody is confidential', () => {
  const doc = docOf([
    stakeholder('Nurses', {
      influence: 0.9,
      confidentiality: { level: 'confidential', publicStance: 0.5 },
    }),
    stakeholder('Bo', { confidentiality: HIDDEN }),
  ])
  const [team] = viewFor(doc, 'team').stakeholders
  const [shown] = viewFor(doc, 'public').stakeholders
  if (!team || !shown) throw new Error('Nurses are shown to both')
  expect(farDotOf(cardFor(team), 0, false)).toMatchObject({
    known: true,
    confidential: true,
    name: 'Nurses',
    bold: true,
  })
  expect(farDotOf(cardFor(shown), 0, false).confidential).toBe(false)
})

/** A canvas that writes down what is done to it. */
function recorder() {
  const done: string[] = []
  const state: Record<string, unknown> = { globalAlpha: 1 }
  let dashed = false
  const context = new Proxy(state, {
    get: (kept, name) => {
      if (typeof name === 'string' && name in kept) return kept[name]
      if (name === 'getTransform') return () => ({ a: 0.2 })
      return (...args: unknown[]) => {
        if (name === 'setLineDash') dashed = Array.isArray(args[0]) && args[0].length > 0
        if (name === 'fill')
          done.push(`fill ${String(kept['fillStyle'])} ${String(kept['globalAlpha'])}`)
        if (name === 'stroke') {
          done.push(
            `${dashed ? 'dashed ' : ''}stroke ${String(kept['strokeStyle'])} ${String(kept['globalAlpha'])}`,
          )
        }
        if (name === 'fillText') done.push(`name ${String(args[0])}`)
      }
    },
    set: (kept, name, value) => {
      if (typeof name === 'string') kept[name] = value
      return true
    },
  })
  return { done, context: context as unknown as CanvasRenderingContext2D }
}

describe('the picture from afar', () => {
  const FRAME: FarBox = { left: -100, right: 100, top: -100, bottom: 100 }
  const nobody = { isSelected: () => false, isLifted: () => false }
  const painted = (
    points: readonly FarPoint[],
    states: Partial<Parameters<typeof paintFar>[3]> = {},
    ties: Path2D | null = null,
  ) => {
    const { done, context } = recorder()
    const picture = { points, names: farNames(points, 0.2), zoom: 0.2, ties }
    paintFar(context, picture, FRAME, { ...nobody, ...states }, LIGHT)
    return done
  }
  const teal = LIGHT.segments[1].strong

  it('shows stance as colour, unknown influence as a ring, and the name', () => {
    expect(painted([at('a', 0, 0)])).toEqual([`fill ${teal} 1`, 'name Nurses'])
    expect(painted([at('a', 0, 0, { known: false })])).toEqual([
      `fill ${LIGHT.card} 1`,
      `stroke ${teal} 1`,
      'name Nurses',
    ])
    expect(painted([at('a', 0, 0, { segment: null, name: '' })])).toEqual([
      `fill ${LIGHT.segments[2].strong} 1`,
    ])
  })

  it('shows who is confidential by a dashed ring, who is chosen by a ring in ink', () => {
    const secret = at('a', 0, 0, { confidential: true, name: '' })
    expect(painted([secret])).toContain(`dashed stroke ${LIGHT.confidential.strong} 1`)
    expect(painted([at('a', 0, 0, { name: '' })], { isSelected: () => true })).toEqual([
      `fill ${teal} 1`,
      `stroke ${LIGHT.ink} 1`,
    ])
  })

  it('shows faintly what has stepped back, underneath, and what is in the hand', () => {
    const points = [at('near', 0, 0, { name: '' }), at('faded', 50, 0, { faded: true })]
    expect(painted(points)).toEqual([`fill ${teal} 0.22`, `fill ${teal} 1`])
    expect(painted([at('a', 0, 0)], { isLifted: () => true })).toEqual([`fill ${teal} 0.22`])
  })

  it('leaves out what is not in the frame, and draws ties below all', () => {
    expect(painted([at('a', 500, 0, { name: '' })])).toEqual([])
    const ties = {} as Path2D
    expect(painted([at('a', 0, 0, { name: '' })], {}, ties)[0]).toBe(`stroke ${LIGHT.muted} 0.4`)
  })
})
