import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageFor } from '../../../../src/drawing/pictureFrame.ts'
import { powerRoom } from '../../../../src/drawing/power/powerGrid.ts'
import { buildPowerScene } from '../../../../src/drawing/power/powerScene.ts'
import { MARGIN } from '../../../../src/drawing/sheet.ts'
import { crowd, frame, stakeholder, svgOf, viewOf } from '../views.ts'
import { apart, arbitraryView, axes, contains, powerWords, rectOf } from './maps.ts'

const at = (key: string, stance: number, influence: number | null) =>
  stakeholder(key, key, { placement: { stance, depth: 0.5 }, influence })

describe('the scene of a power grid', () => {
  it('counts by segment and by level', () => {
    const view = viewOf([
      at('a', 0.9, 0.9),
      at('b', 0.7, 0.5),
      at('c', -1, 0.9),
      stakeholder('d', 'D'),
    ])
    const scene = buildPowerScene(view, powerWords, 'stance across')
    expect(scene.segments.map(({ count }) => count)).toEqual([2, 0, 0, 0, 1])
    expect(scene.levels.map(({ level, count }) => [level, count])).toEqual([
      ['high', 2],
      ['medium', 1],
      ['low', 0],
      ['unknown', 0],
    ])
    expect(scene.unplaced).toEqual(['d'])
  })

  it('has a slim band “not said”, so that a card can be dropped there whoever is in it', () => {
    const said = buildPowerScene(viewOf([at('a', 0, 0.5)]), powerWords, 'stance across')
    const unsaid = buildPowerScene(viewOf([at('a', 0, null)]), powerWords, 'stance across')
    expect(said.levels.at(-1)).toMatchObject({ level: 'unknown', count: 0 })
    expect(said.grid.unsaidSize).toBeLessThan(said.grid.levelSize / 2)
    expect(unsaid.levels.at(-1)).toMatchObject({ level: 'unknown', count: 1 })
    expect(unsaid.levels.at(-1)?.label.lines.map(({ text }) => text)).toEqual(['Not said'])
  })

  it('names the corners where no card stands', () => {
    fc.assert(
      fc.property(arbitraryView(), axes, (view, lie) => {
        const { quadrants, cards, grid } = buildPowerScene(view, powerWords, lie)
        const corner = (segment: 0 | 4, level: 'high' | 'low') => powerRoom(grid, segment, level)
        expect(quadrants.map(({ text }) => text)).toEqual(Object.values(powerWords.quadrants))
        for (const { x, y, segment, name } of quadrants) {
          const room = corner(segment === 0 ? 0 : 4, name.startsWith('powerful') ? 'high' : 'low')
          const line = { x, y, width: 0, height: 0 }
          expect(contains(room, line, 0)).toBe(false)
          for (const card of cards) expect(apart(line, rectOf(card))).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('uses the map’s own words for segments, and tears no word apart', () => {
    const view = viewOf(crowd(300))
    const info = {
      ...view.info,
      segmentNames: ['Us', null, 'Constitutionalists', null, null] as const,
    }
    for (const lie of ['stance across', 'influence across'] as const) {
      const { segments, levels } = buildPowerScene({ ...view, info }, powerWords, lie)
      const texts = (of: (typeof segments)[number] | (typeof levels)[number] | undefined) =>
        of?.label.lines.map(({ text }) => text).join(' ')
      expect(texts(segments[0])).toBe('Us')
      expect(texts(segments[2])).toBe('Constitutionalists')
      expect(levels.map(texts)).toEqual(['High', 'Medium', 'Low', 'Not said'])
    }
  })

  it('draws everything within its bounds', () => {
    fc.assert(
      fc.property(arbitraryView(), axes, (view, lie) => {
        const scene = buildPowerScene(view, powerWords, lie)
        for (const card of scene.cards) expect(contains(scene.bounds, rectOf(card))).toBe(true)
        for (const { area, rim } of scene.segments) {
          expect(contains(scene.bounds, area)).toBe(true)
          expect(contains(scene.bounds, rim)).toBe(true)
        }
        for (const { label } of [...scene.segments, ...scene.levels]) {
          expect(label.lines[0]?.y).toBeGreaterThan(scene.bounds.y)
          expect(label.x).toBeGreaterThan(scene.bounds.x)
        }
      }),
    )
  })
})

describe('a picture of the power grid', () => {
  it('has the title above the drawing, and the drawing above the legend', () => {
    const scene = buildPowerScene(viewOf(crowd(60)), powerWords, 'stance across')
    for (const title of ['Clean air', 'A long title of an issue '.repeat(9)]) {
      const page = pageFor(scene, { ...frame, title })
      const top = page.y + scene.bounds.y * page.scale
      const bottom = top + scene.bounds.height * page.scale
      for (const { y } of page.title) expect(y).toBeLessThan(top)
      expect(bottom).toBeLessThanOrEqual(
        page.foot.rowY + Math.min(0, ...page.foot.legend.map((e) => e.y)) - 16,
      )
      const left = page.x + scene.bounds.x * page.scale
      expect(left).toBeGreaterThanOrEqual(MARGIN.x - 0.01)
    }
  })

  it('shows names, counts and cards', () => {
    const view = viewOf([at('Ana', 0.9, 0.9)])
    const svg = svgOf(buildPowerScene(view, powerWords, 'influence across'), frame)
    for (const text of ['Ana', 'Powerful allies', '>High<', '> 1<', 'Influence']) {
      expect(svg).toContain(text)
    }
  })
})
