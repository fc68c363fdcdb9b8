import { describe, expect, it } from 'vitest'
import { LIGHT } from '../../../src/drawing/palette.ts'
import { layoutFor } from '../../../src/drawing/layout.ts'
import { legendOf } from '../../../src/drawing/legend.ts'
import { pageFor } from '../../../src/drawing/pictureFrame.ts'
import { buildSpectrumScene } from '../../../src/drawing/spectrumScene.ts'
import { confidential, crowd, frame, stakeholder, svgOf, tidied, viewOf, words } from './views.ts'

const named = (key: string, name: string, stance: number | null, more = {}) =>
  stakeholder(key, name, { placement: stance === null ? null : { stance, depth: 0.6 }, ...more })

const inPublic = (people: readonly ReturnType<typeof stakeholder>[]) =>
  viewOf(
    people.map((s, i) => ({ ...s, key: `s${i + 1}`, team: null })),
    { audience: 'public' },
  )

describe('the scene of a map', () => {
  it('counts cards by segment and lists who is not placed yet', () => {
    const view = viewOf([
      named('a', 'A', 0.9),
      named('b', 'B', 0.7),
      named('c', 'C', null),
      named('d', 'D', -1),
    ])
    const scene = buildSpectrumScene(view, words)
    expect(scene.wedges.map(({ count }) => count)).toEqual([2, 0, 0, 0, 1])
    expect(scene.wedges[0]?.label).toMatchObject({ name: 'Active allies', count: '2' })
    expect(scene.unplaced).toEqual(['c'])
  })

  it('uses the map’s own words for segments, small enough to keep apart', () => {
    const long =
      'Those who would rather that we went away quietly and soon and never came back again'
    const view = viewOf([])
    const info = { ...view.info, segmentNames: ['Us', long, null, null, null] as const }
    const { wedges } = buildSpectrumScene({ ...view, info }, words)
    expect(wedges[0]?.label.name).toBe('Us')
    expect(wedges[1]?.label.name).toMatch(/…$/u)
    expect(wedges[1]?.label.size).toBeLessThan(wedges[0]?.label.size ?? 0)
    expect(wedges[2]?.label.name).toBe('Neutral')
  })

  it('writes the goal into the hub, or the issue when there is no goal', () => {
    const view = viewOf([])
    const lines = (goal: string) =>
      buildSpectrumScene({ ...view, info: { ...view.info, goal } }, words).hub.text.lines
    expect(lines('shut by 2028').map(({ text }) => text)).toEqual(['Our goal', 'shut by 2028'])
    expect(
      lines('')
        .map(({ text }) => text)
        .join(' '),
    ).toBe('Close the Ridge Road incinerator')
    expect(lines('very '.repeat(80)).at(-1)?.text).toMatch(/…$/u)
  })

  it('keeps the objects of cards that have not changed', () => {
    const people = [named('a', 'A', 0.9), named('b', 'B', 0.1)]
    const before = layoutFor(viewOf(people))
    const after = layoutFor(viewOf([...people, named('c', 'C', -0.7)]))
    expect(after.pie).toBe(before.pie)
    expect(after.cards[0]).toBe(before.cards[0])
    expect(after.cards[1]).toBe(before.cards[1])
  })

  it('mirrors everything when allies are on the right', () => {
    const view = viewOf(tidied(crowd(30)))
    const left = layoutFor(view)
    const right = layoutFor({ ...view, info: { ...view.info, alliesSide: 'right' } })
    expect(right.pie.radius).toBe(left.pie.radius)
    right.cards.forEach((card, i) => {
      expect(card.x).toBeCloseTo(-(left.cards[i]?.x ?? 0), 6)
      expect(card.y).toBeCloseTo(left.cards[i]?.y ?? 0, 6)
    })
  })

  it('draws an arrow to a target segment, and none to where somebody already is', () => {
    const view = viewOf([
      named('a', 'A', 0.4, { targetSegment: 0 }),
      named('b', 'B', 0.9, { targetSegment: 0 }),
      named('c', 'C', null, { targetSegment: 0 }),
    ])
    expect(buildSpectrumScene(view, words).arrows.map(({ key }) => key)).toEqual(['a'])
  })

  it('draws ties in one path, only when asked and only between placed stakeholders', () => {
    const tie = (key: string, from: string, to: string) => ({
      key,
      from,
      to,
      kind: 'trusts' as const,
      label: '',
      direction: 'mutual' as const,
      strength: 1 as const,
      team: null,
    })
    const people = [named('a', 'A', 0.9), named('b', 'B', 0.1), named('c', 'C', null)]
    const view = viewOf(people, { relationships: [tie('1', 'a', 'b'), tie('2', 'a', 'c')] })
    expect(buildSpectrumScene(view, words).ties).toBeNull()
    expect(buildSpectrumScene(view, words, { ties: true }).ties?.match(/M/gu)).toHaveLength(1)
  })

  it('in public stands on even places that the team’s own don’t shine through', () => {
    const a = inPublic([named('a', 'A', 0.9), named('b', 'B', 0.7)])
    const b = inPublic([named('a', 'A', 0.99), named('b', 'B', 0.61)])
    expect(layoutFor(a).cards.map(({ x, y }) => [x, y])).toEqual(
      layoutFor(b).cards.map(({ x, y }) => [x, y]),
    )
  })
})

describe('a picture', () => {
  const scene = buildSpectrumScene(viewOf(tidied(crowd(40))), words)

  it('is the same bytes for the same scene and frame', () => {
    const again = buildSpectrumScene(viewOf(tidied(crowd(40))), words)
    expect(svgOf(again, frame)).toBe(svgOf(scene, frame))
  })

  it('carries title, date, stamp and legend', () => {
    const svg = svgOf(scene, { ...frame, title: 'Clean air' }, { width: 1920 })
    for (const text of [
      '>Clean air<',
      '22 November 2026',
      'TEAM ONLY – CONFIDENTIAL',
      '>Influence<',
    ]) {
      expect(svg).toContain(text)
    }
    expect(svg).toContain('width="1920" height="1080" viewBox="0 0 1600 900"')
  })

  it('escapes whatever people type', () => {
    const view = viewOf([named('a', '<script>alert("1")</script> & \u0000co', 0.5)])
    const svg = svgOf(buildSpectrumScene(view, words), { ...frame, title: '</svg><b>&"\'' })
    expect(svg).not.toContain('<script')
    expect(svg).not.toContain('<b>')
    expect(svg).not.toContain('\u0000')
    expect(svg.match(/<\/svg>/gu)).toHaveLength(1)
  })

  it('writes right-to-left names from the right', () => {
    const view = viewOf([named('a', 'جمعية سكان الضفة', 0.5)])
    expect(svgOf(buildSpectrumScene(view, words), frame)).toContain('direction="rtl"')
  })

  it('has no style attribute, which a strict content security policy would block', () => {
    expect(svgOf(scene, frame)).not.toMatch(/\sstyle=/u)
  })

  it('takes fonts along when given', () => {
    const fontCss = "@font-face{font-family:'X';src:url(data:font/woff2;base64,AA)}"
    expect(svgOf(scene, frame, { fontCss })).toMatch(
      /<defs><style>@font-face\{.*X.*AA\)\}<\/style><\/defs>/u,
    )
  })

  it('keeps a long title clear of the half-pie', () => {
    const page = pageFor(scene, { ...frame, title: 'A long title of an issue '.repeat(8) })
    expect(page.title.length).toBeLessThanOrEqual(5)
    for (const { y } of page.title) expect(y).toBeLessThan(200)
  })

  it('explains in public no sign of confidentiality', () => {
    const people = crowd(12).map((s) => ({ ...s, ...confidential }))
    const team = buildSpectrumScene(viewOf(people), words)
    const open = buildSpectrumScene(inPublic(people), words)
    const signs = (of: typeof team) =>
      (frame.legend ? legendOf(of, frame.legend) : []).map(({ sign }) => sign)
    expect(signs(team)).toContain('confidential')
    expect(signs(open)).not.toContain('confidential')
    const svg = svgOf(open, { ...frame, stamp: 'Public version' })
    expect(svg).not.toContain(LIGHT.confidential.strong)
  })
})
