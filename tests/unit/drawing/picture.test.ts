import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MapView, ViewRelationship } from '../../../src/audience/view.ts'
import { RELATIONSHIP_KINDS } from '../../../src/domain/records.ts'
import { legendOf, type LegendEntry } from '../../../src/drawing/legend.ts'
import { textWidth } from '../../../src/drawing/measure.ts'
import { buildNetworkScene } from '../../../src/drawing/network/networkScene.ts'
import { MARGIN } from '../../../src/drawing/sheet.ts'
import { pageFor } from '../../../src/drawing/pictureFrame.ts'
import { confidential, crowd, frame, stakeholder, svgOf, viewOf } from './views.ts'

const words = frame.legend
if (!words) throw new Error('the frame has a legend')

const tie = (
  key: string,
  from: string,
  to: string,
  more: Partial<ViewRelationship> = {},
): ViewRelationship => ({
  key,
  from,
  to,
  kind: 'influences',
  label: '',
  direction: 'one way',
  strength: 2,
  team: null,
  ...more,
})

/** A network on a grid of places. */
const sceneOf = (view: MapView) =>
  buildNetworkScene(
    view,
    new Map(
      view.stakeholders.map(({ key }, i) => [
        key,
        { x: (i % 6) * 160, y: Math.floor(i / 6) * 130 },
      ]),
    ),
    { ownTie: '' },
  )

const people = (count: number) => crowd(count).map((one, i) => ({ ...one, key: `k${i}` }))
const everyKind = RELATIONSHIP_KINDS.map((kind, i) =>
  tie(`t${i}`, 'k0', `k${i + 1}`, { kind, label: kind === 'own' ? 'cousins' : '' }),
)

const signs = (entries: readonly LegendEntry[]) =>
  entries.map((entry) => (entry.sign === 'tie' ? `tie ${entry.tie}` : entry.sign))

describe('the legend of a network', () => {
  it('explains what occurs and nothing else', () => {
    const view = viewOf(
      [
        stakeholder('a', 'A', { placement: { stance: 0.9, depth: 0.5 }, influence: null }),
        stakeholder('b', 'B', { placement: { stance: -0.9, depth: 0.5 }, influence: null }),
      ],
      { relationships: [tie('t', 'a', 'b', { kind: 'trusts' })] },
    )
    const entries = legendOf(sceneOf(view), words)
    expect(signs(entries)).toEqual(['tie trusts', 'none', 'unknown', 'segment', 'segment'])
    expect(entries.map(({ text }) => text).slice(-2)).toEqual(['Active allies', 'Active opponents'])
  })

  it('names own ties only where their word can be read', () => {
    const own = (label: string) => {
      const view = viewOf(people(3), {
        relationships: [tie('t', 'k0', 'k1', { kind: 'own', label })],
      })
      return signs(legendOf(sceneOf(view), words))
    }
    expect(own('cousins')).toContain('tie own')
    expect(own('')).not.toContain('tie own')
  })

  it('explains in public no sign of confidentiality', () => {
    const team = people(8).map((one) => ({ ...one, ...confidential }))
    const secret = { confidentiality: 'confidential', notes: '' } as const
    const ties = [tie('t', 'k0', 'k1', { team: secret })]
    expect(signs(legendOf(sceneOf(viewOf(team, { relationships: ties })), words))).toEqual(
      expect.arrayContaining(['confidential', 'tie confidential']),
    )
    const open = viewOf(
      team.map((one) => ({ ...one, team: null })),
      { audience: 'public', relationships: [tie('t', 'k0', 'k1')] },
    )
    expect(signs(legendOf(sceneOf(open), words)).join()).not.toContain('confidential')
  })

  it('takes as many rows as it needs, beside date and stamp, and nothing covers another', () => {
    const scene = sceneOf(viewOf(people(40), { relationships: everyKind }))
    fc.assert(
      fc.property(fc.integer({ min: 260, max: 1500 }), (lowest) => {
        const entries = legendOf(scene, words, { lowest, above: 1520 })
        const right = ({ textX, text, sign }: LegendEntry) =>
          textX + textWidth(text, { size: 16, weight: sign === 'high' ? 700 : 400 })
        for (const entry of entries) {
          expect(right(entry)).toBeLessThanOrEqual((entry.y === 0 ? lowest : 1520) + 1)
          const next = entries.find(({ x, y }) => y === entry.y && x > entry.x)
          if (next) expect(next.x).toBeGreaterThan(right(entry) + 8)
        }
        expect(Math.max(...entries.map(({ y }) => y))).toBe(0)
        expect(signs(entries).toSorted()).toEqual(signs(legendOf(scene, words)).toSorted())
      }),
    )
  })
})

describe('a picture of a network', () => {
  const scene = sceneOf(viewOf(people(40), { relationships: everyKind }))

  it('lies between title and legend, within the margins', () => {
    for (const title of ['', 'Clean air', 'A long title of an issue '.repeat(9)]) {
      const page = pageFor(scene, { ...frame, title, subtitle: title && 'The union' })
      const { bounds } = scene
      const top = page.y + bounds.y * page.scale
      const bottom = top + bounds.height * page.scale
      for (const { y } of page.title) expect(y).toBeLessThan(top)
      const firstRow = Math.min(...page.foot.legend.map(({ y }) => y))
      expect(bottom).toBeLessThanOrEqual(page.foot.rowY + firstRow - 16)
      expect(page.x + bounds.x * page.scale).toBeGreaterThanOrEqual(MARGIN.x - 0.01)
    }
  })

  it('does not blow a small network up', () => {
    const small = sceneOf(viewOf(people(2)))
    expect(pageFor(small, frame).scale).toBeLessThanOrEqual(2)
  })

  it('draws every tie with its signs, and is the same bytes again', () => {
    const svg = svgOf(scene, frame)
    expect(svg).toBe(svgOf(sceneOf(viewOf(people(40), { relationships: everyKind })), frame))
    expect(svg).toContain('>cousins<')
    expect(svg).not.toMatch(/\sstyle=|NaN|undefined/u)
  })

  it('can be of nobody', () => {
    expect(svgOf(sceneOf(viewOf([])), frame)).toContain('viewBox="0 0 1600 900"')
  })
})
