import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { viewFor } from '../../../../src/audience/gate.ts'
import type { MapView, ViewStakeholder } from '../../../../src/audience/view.ts'
import type { SegmentIndex, SegmentNames } from '../../../../src/domain/records.ts'
import {
  blankPie,
  type HandoutPicture,
  worksheets,
} from '../../../../src/drawing/handouts/handouts.ts'
import { toMoveIn } from '../../../../src/drawing/handouts/toMove.ts'
import type { Rule } from '../../../../src/drawing/handouts/writing.ts'
import { PALETTES } from '../../../../src/drawing/palettes.ts'
import type { PictureFrame } from '../../../../src/drawing/pictureFrame.ts'
import { MARGIN, pageOf, POINTS_PER_UNIT } from '../../../../src/drawing/sheet.ts'
import { stanceOfSegment } from '../../../../src/domain/spectrum.ts'
import { svgMarkup } from '../../../../src/drawing/svgText.ts'
import { drawable } from '../../../../src/drawing/wrap.ts'
import { handoutWords } from '../../../../src/i18n/handoutWords.ts'
import { arbitraryDoc } from '../../../support/arbitraryDoc.ts'
import { EVERYTHING } from '../../../support/publicChoices.ts'
import { twinOf } from '../../../support/twin.ts'
import { EVERY_PAGE, LONG_NAMES } from '../everySheet.ts'
import { type Box, boxesOf, overlapping } from '../svgBoxes.ts'
import { confidential, crowd, frame, stakeholder, viewOf } from '../views.ts'

const USUAL: SegmentNames = [null, null, null, null, null]
const words = handoutWords(USUAL)
const A4: PictureFrame = { ...frame, page: pageOf('A4', 'portrait'), footer: 'CC BY-SA' }

const at = (
  key: string,
  name: string,
  now: SegmentIndex | null,
  targetSegment: SegmentIndex | null,
  more: Partial<ViewStakeholder> = {},
) =>
  stakeholder(key, name, {
    placement: now === null ? null : { stance: stanceOfSegment(now), depth: 0.5 },
    targetSegment,
    ...more,
  })

const textsOf = (picture: HandoutPicture | undefined): string[] =>
  picture ? boxesOf(picture).texts.map(({ text }) => text) : []

/** All that a text says on a page, whatever its lines. */
const said = (picture: HandoutPicture | undefined): string => textsOf(picture).join(' ')

/** Each line to write on, as [y, x, width]. */
const rulesOf = ({ sheet }: HandoutPicture) =>
  (sheet.kind === 'blank pie' ? sheet.fields : sheet.cards.flatMap(({ fields }) => fields)).flatMap(
    ({ rules }) => rules,
  )

/** What is wrong: outside the margins, in another's way, in type below 8 pt, or a line without room to write. */
function faultsOf(picture: HandoutPicture): string[] {
  const { page } = picture.frame
  const { texts, rects } = boxesOf(picture)
  const rules = rulesOf(picture)
  const isOut = ({ left, right, top, bottom }: Box) =>
    left < MARGIN.x - 1 ||
    right > page.width - MARGIN.x + 1 ||
    top < MARGIN.top - 6 ||
    bottom > page.height - MARGIN.top + 12
  const isTight = ({ x, y, width }: Rule) =>
    x < MARGIN.x ||
    x + width > page.width - MARGIN.x + 0.1 ||
    y > picture.sheet.foot.top + 0.1 ||
    rules.some((o) => o.y > y && o.y < y + 30 && o.x < x + width && x < o.x + o.width) ||
    texts.some((t) => t.left < x + width && x < t.right && t.top < y - 1 && t.bottom > y + 1)
  return [
    ...(overlapping(texts) ?? []).map(({ text }) => `covered: ${text}`),
    ...[...texts, ...rects].filter(isOut).map((box) => `out: ${JSON.stringify(box)}`),
    ...texts.filter(({ size }) => size * POINTS_PER_UNIT < 8).map(({ text }) => `small: ${text}`),
    ...rules.filter(isTight).map((rule) => `tight: ${JSON.stringify(rule)}`),
  ]
}

const isSound = (picture: HandoutPicture): void => expect(faultsOf(picture)).toEqual([])

describe('the blank half-pie', () => {
  const empty = viewOf([])

  it.each(EVERY_PAGE)('is sound on $called', ({ page }) => {
    for (const title of ['', 'Clean air', LONG_NAMES[0] ?? '', LONG_NAMES[1] ?? '']) {
      const around = { ...A4, page, title, subtitle: title }
      const picture = blankPie(empty, words, around)
      isSound(picture)
      if (picture.sheet.kind !== 'blank pie') throw new Error('a half-pie')
      const { at: placed, scene, foot, heading } = picture.sheet
      const top = placed.y + scene.bounds.y * placed.scale
      expect(placed.y).toBeLessThan(foot.top)
      expect(placed.x + scene.bounds.x * placed.scale).toBeGreaterThanOrEqual(MARGIN.x - 0.1)
      expect(top).toBeGreaterThanOrEqual(MARGIN.top - 0.1)
      // The title stands above the arc, or beside it in the corner.
      for (const { y } of heading) {
        if (y > top) expect(y).toBeLessThan(placed.y - 0.2 * scene.pie.radius * placed.scale)
      }
    }
  })

  it('has the map’s own names of segments, its goal, and nobody', () => {
    const own: SegmentNames = ['With us', null, 'On the fence', null, null]
    const picture = blankPie(
      { ...empty, info: { ...empty.info, segmentNames: own } },
      handoutWords(own),
      A4,
    )
    const { svg } = boxesOf(picture)
    for (const name of ['With us', 'Passive allies', 'On the fence', 'Active opponents']) {
      expect(svg).toContain(`>${name}<`)
    }
    expect(said(picture)).toContain('shut by 2028')
    // No count after a segment's name.
    expect(svg).not.toMatch(/<tspan>\s*\d/u)
  })

  it('says how it is filled, and what dots and arrows mean unless no legend is wished', () => {
    const picture = blankPie(empty, words, A4)
    expect(said(picture)).toContain('as specific as you can')
    expect(said(picture)).toContain('where we want them')
    expect(said(blankPie(empty, words, { ...A4, legend: null }))).not.toContain(
      'where we want them',
    )
  })

  it('leaves lines to write on where a page has room under it', () => {
    expect(rulesOf(blankPie(empty, words, A4)).length).toBeGreaterThan(10)
    expect(rulesOf(blankPie(empty, words, { ...A4, page: pageOf('16:9') }))).toEqual([])
  })

  it('is stamped like any other page of its audience', () => {
    const stampOf = (audience: 'team' | 'public') =>
      boxesOf(blankPie({ ...empty, audience }, words, { ...A4, stamp: 'STAMP' })).svg
    for (const tone of ['strong', 'tint'] as const) {
      expect(stampOf('team')).toContain(A4.palette.confidential[tone])
      expect(stampOf('public')).not.toContain(A4.palette.confidential[tone])
    }
  })

  it('is pale enough to be written on, whatever the palette', () => {
    for (const grounds of Object.values(PALETTES)) {
      for (const palette of Object.values(grounds)) {
        const svg = svgMarkup(blankPie(empty, words, { ...A4, palette }))
        for (const { tint } of Object.values(palette.segments)) expect(svg).not.toContain(tint)
        expect(svg).not.toMatch(/\sstyle=|NaN|undefined|Infinity/u)
      }
    }
  })
})

describe('worksheets', () => {
  it('are for those who are wanted elsewhere than where they stand', () => {
    const view = viewOf([
      at('a', 'Moved', 3, 2),
      at('b', 'Where we want them', 1, 1),
      at('c', 'Not decided', 1, null),
      at('d', 'Not placed', null, 0),
      at('e', 'Far', 4, 0),
    ])
    expect(toMoveIn(view).length).toBe(2)
    const pages = worksheets(view, words, A4)
    expect(pages).toHaveLength(2)
    expect(said(pages[0])).toContain('Moved')
    expect(said(pages[1])).toContain('Far')
  })

  it('show one segment at a time: where now, the next step, and where to in the end', () => {
    const cardOf = (now: SegmentIndex, target: SegmentIndex) => {
      const [page] = worksheets(viewOf([at('a', 'A', now, target)]), words, A4)
      if (page?.sheet.kind !== 'worksheets') throw new Error('a worksheet')
      return page.sheet.cards[0]?.pie
    }
    const spots = (now: SegmentIndex, target: SegmentIndex) =>
      cardOf(now, target)?.spots.map(({ spot, segment }) => `${spot} ${segment}`)
    expect(spots(3, 2)).toEqual(['now 3', 'next 2'])
    expect(spots(4, 1)).toEqual(['now 4', 'next 3', 'target 1'])
    expect(spots(0, 2)).toEqual(['now 0', 'next 1', 'target 2'])
    expect(cardOf(4, 1)?.arrows).toHaveLength(2)
    const [page] = worksheets(viewOf([at('a', 'A', 4, 1)]), words, A4)
    expect(said(page)).toContain(
      'Now Active opponents Next step Passive opponents where we want them Passive allies'.replace(
        'where',
        'Where',
      ),
    )
  })

  it('ask for the appeal, a tactic, one specific request, who and when', () => {
    const [page] = worksheets(viewOf([at('a', 'A', 3, 2)]), words, A4)
    for (const label of Object.values(words.fields)) expect(textsOf(page)).toContain(label)
  })

  it.each(EVERY_PAGE)('are sound on $called, with the whole name', ({ page }) => {
    for (const [i, name] of ['A', ...LONG_NAMES].entries()) {
      const one = at('a', name, 4, i % 2 ? 3 : 1, i % 3 ? {} : confidential)
      const around = {
        ...A4,
        page,
        title: LONG_NAMES[i % 3] ?? '',
        subtitle: 'Ridge Road coalition',
      }
      const [picture] = worksheets(viewOf([one]), words, around)
      if (!picture) throw new Error('a page')
      isSound(picture)
      // A hyphen may say that a word goes on.
      const letters = (text: string) => text.replaceAll(/[ -]/gu, '')
      expect(letters(said(picture))).toContain(letters(drawable(name)))
    }
  })

  it.each(EVERY_PAGE)('are sound on $called with long names of segments', ({ page }) => {
    const long = 'Those who would be with us if they had heard of it'
    const own: SegmentNames = [long, long, long, long, long]
    const { info } = viewOf([])
    const view = viewOf([at('a', LONG_NAMES[0] ?? '', 4, 1)], {
      info: { ...info, segmentNames: own },
    })
    for (const picture of worksheets(view, handoutWords(own), { ...A4, page })) isSound(picture)
  })

  it('are two on A3, to be cut apart', () => {
    const four = viewOf([1, 2, 3].map((i) => at(`k${i}`, `Name ${i}`, 3, 2)))
    const pages = worksheets(four, words, { ...A4, page: pageOf('A3') })
    expect(pages).toHaveLength(2)
    expect(said(pages[0])).toContain('Name 2')
    // What is left of the last page is a sheet for one more.
    expect(textsOf(pages[1])).toContain(words.stakeholder)
  })

  it('are one blank sheet when nobody is to be moved', () => {
    const pages = worksheets(viewOf([at('b', 'Stays', 1, 1)]), words, A4)
    expect(pages).toHaveLength(1)
    expect(said(pages[0])).toContain(words.markIt)
    expect(said(pages[0])).not.toContain('Stays')
    if (pages[0]) isSound(pages[0])
  })

  it('leave a line where the name is not to be shown', () => {
    const [page] = worksheets(viewOf([at('a', '', 3, 2)]), words, A4)
    expect(textsOf(page)).toContain(words.stakeholder)
  })

  it('mark who is confidential, for the team', () => {
    const [page] = worksheets(viewOf([at('a', 'A', 3, 2, confidential)]), words, A4)
    expect(page?.sheet.foot.legend.map(({ sign }) => sign)).toEqual(['confidential'])
    const [open] = worksheets(viewOf([at('a', 'A', 3, 2)]), words, A4)
    expect(open?.sheet.foot.legend).toEqual([])
  })

  it('are the same bytes again, for as many as there are', () => {
    for (const count of [5, 60]) {
      const draw = (view: MapView) => worksheets(view, words, A4).map((page) => svgMarkup(page))
      const view = () => viewOf(crowd(count).map((one) => ({ ...one, targetSegment: 0 as const })))
      expect(draw(view())).toEqual(draw(view()))
      expect(draw(view())).toHaveLength(Math.max(1, toMoveIn(view()).length))
    }
  })

  it('are for the public those of the map without anything confidential', () => {
    const publicPages = (doc: Parameters<typeof twinOf>[0]) => {
      const view = viewFor(doc, 'public', EVERYTHING)
      const own = handoutWords(view.info.segmentNames)
      return [blankPie(view, own, A4), ...worksheets(view, own, A4)].map((page) => svgMarkup(page))
    }
    fc.assert(
      fc.property(arbitraryDoc(12, ['mixed']), (doc) => {
        expect(publicPages(doc)).toEqual(publicPages(twinOf(doc)))
      }),
      { numRuns: 20 },
    )
  })
})
