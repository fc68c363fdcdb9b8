import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { viewFor } from '../../../../src/audience/gate.ts'
import type { MapView, ViewStakeholder } from '../../../../src/audience/view.ts'
import { SEGMENTS, segmentOf, stanceOfSegment } from '../../../../src/domain/spectrum.ts'
import { PALETTES } from '../../../../src/drawing/palettes.ts'
import type { PictureFrame } from '../../../../src/drawing/pictureFrame.ts'
import { MARGIN, pageOf, POINTS_PER_UNIT } from '../../../../src/drawing/sheet.ts'
import { svgMarkup } from '../../../../src/drawing/svgText.ts'
import { tablePages, type TablePicture } from '../../../../src/drawing/table/tablePages.ts'
import { drawable } from '../../../../src/drawing/wrap.ts'
import { tableWords } from '../../../../src/i18n/tableWords.ts'
import { arbitraryDoc } from '../../../support/arbitraryDoc.ts'
import { EVERYTHING } from '../../../support/publicChoices.ts'
import { twinOf } from '../../../support/twin.ts'
import { EVERY_PAGE, LONG_NAMES } from '../everySheet.ts'
import { boxesOf, overlapping } from '../svgBoxes.ts'
import { confidential, crowd, frame, stakeholder, viewOf } from '../views.ts'

const words = tableWords([null, null, null, null, null])
const A4: PictureFrame = { ...frame, page: pageOf('A4'), footer: 'Ridge Road coalition · CC BY-SA' }

const pagesOf = (view: MapView, around: PictureFrame = A4) => tablePages(view, words, around)

/** People of whom everything is said, with names of all lengths and scripts among them. */
const told = (count: number): ViewStakeholder[] =>
  crowd(count).map((one, i) => ({
    ...one,
    name: i % 5 === 2 ? `${LONG_NAMES[i % LONG_NAMES.length]} ${i}` : one.name,
    kind: i % 2 ? 'person' : 'institution',
    sector: i % 3 ? 'Local government and its offices' : null,
    targetSegment: i % 4 ? null : 1,
    offers: i % 2 ? ['press contacts', 'المياه', 'a hall for two hundred'] : [],
    needs: i % 7 ? [] : ['translation into Arabic'],
    tags: i % 6 ? [] : ['women-led', 'ask again in May'],
  }))

const inSegment = (
  key: string,
  name: string,
  segment: number,
  more: Partial<ViewStakeholder> = {},
) =>
  stakeholder(key, name, {
    placement: { stance: 0.8 - 0.4 * segment, depth: 0.5 },
    ...more,
  })

/** The lines of each row's first cell, joined, in the order of reading. */
const namesOn = (pages: readonly TablePicture[]): string[] =>
  pages.flatMap(({ table }) =>
    table.blocks.flatMap(({ row }) => {
      if (!row) return []
      const first = Math.min(...row.lines.map(({ x }) => x))
      const isRtl = row.rtl
      const own = row.lines.filter(({ x, tone }) => tone === 'ink' && (isRtl || x === first))
      const edge = own[0]?.x
      return [
        own
          .filter(({ x }) => x === edge)
          .map(({ text }) => text)
          .join(' '),
      ]
    }),
  )

const withoutSpaces = (text: string) => drawable(text).replaceAll(' ', '')

describe('the table as pages', () => {
  it.each(EVERY_PAGE)(
    'lies within the margins of $called, and nothing covers another',
    ({ page }) => {
      for (const count of [0, 1, 5, 60]) {
        const around = { ...A4, page, subtitle: LONG_NAMES[count % 3] ?? '' }
        for (const picture of pagesOf(viewOf(told(count)), around)) {
          const { texts, rects } = boxesOf(picture)
          expect(overlapping(texts)).toBeNull()
          for (const box of [...texts, ...rects]) {
            expect(box.left).toBeGreaterThanOrEqual(MARGIN.x - 1)
            expect(box.right).toBeLessThanOrEqual(page.width - MARGIN.x + 1)
            expect(box.top).toBeGreaterThanOrEqual(MARGIN.top - 6)
            expect(box.bottom).toBeLessThanOrEqual(page.height - MARGIN.top + 12)
          }
          for (const { size } of texts) expect(size * POINTS_PER_UNIT).toBeGreaterThanOrEqual(8)
          for (const { y, height } of picture.table.blocks) {
            expect(y + height).toBeLessThanOrEqual(picture.foot.top)
          }
        }
      }
    },
  )

  it('has everybody once with the whole name, on as many pages as that takes', () => {
    for (const { page } of EVERY_PAGE) {
      const everybody = told(200)
      const pages = pagesOf(viewOf(everybody), { ...A4, page })
      expect(pages.length).toBeGreaterThan(2)
      expect(namesOn(pages).map(withoutSpaces).toSorted()).toEqual(
        everybody.map(({ name }) => withoutSpaces(name)).toSorted(),
      )
    }
  })

  it('goes from active allies to active opponents, the most influential first, who is not placed last', () => {
    const people = [
      stakeholder('a', 'Nobody knows where', { influence: 0.9 }),
      inSegment('b', 'Opponents', 4),
      inSegment('c', 'Ally 10', 0),
      inSegment('d', 'Ally 9', 0),
      inSegment('e', 'Ärzte', 0, { influence: 0.9 }),
      inSegment('f', 'Quiet', 0, { influence: null }),
      inSegment('g', 'Zoo', 0, { influence: 0.9 }),
      inSegment('h', 'Low', 0, { influence: 0.1 }),
    ]
    const expected = [
      'Ärzte',
      'Zoo',
      'Ally 9',
      'Ally 10',
      'Low',
      'Quiet',
      'Opponents',
      'Nobody knows where',
    ]
    expect(namesOn(pagesOf(viewOf(people)))).toEqual(expected)
    expect(namesOn(pagesOf(viewOf(people.toReversed())))).toEqual(expected)
    const [page] = pagesOf(viewOf(people))
    expect(
      page?.table.blocks.flatMap(({ band }) =>
        band ? [`${band.lines.join(' ')}: ${band.count}`] : [],
      ),
    ).toEqual(['Active allies: 6', 'Active opponents: 1', 'Not placed yet: 1'])
  })

  it('leaves out what is said of nobody, and says what is', () => {
    const bare = inSegment('a', 'Mothers', 1, {
      kind: 'organisation',
      influence: null,
      role: 'other',
    })
    const headings = (one: Partial<ViewStakeholder>) =>
      pagesOf(viewOf([bare, { ...bare, key: 'b', ...one }]))[0]?.table.header.lines.map(
        ({ text }) => text,
      )
    expect(headings({})).toEqual(['Name'])
    expect(headings({ influence: 0.2 })).toEqual(['Name', 'Influence'])
    expect(headings({ kind: 'person', sector: 'Health', role: 'member' })).toEqual([
      'Name',
      'Kind',
      'Sector',
      'Role',
    ])
    expect(headings({ offers: ['vans'], needs: ['money'], tags: ['x'], targetSegment: 0 })).toEqual(
      ['Name', 'Can bring', 'Needs from us', 'Tags', 'We want them at'],
    )
  })

  it('repeats the headings of columns and of a segment on the next page, and tears no row', () => {
    const people = Array.from({ length: 90 }, (_, i) =>
      inSegment(`k${i}`, `${LONG_NAMES[i % 2]} ${i}`, 2),
    )
    const pages = pagesOf(viewOf(people))
    expect(pages.length).toBeGreaterThan(3)
    for (const [i, { table, number }] of pages.entries()) {
      expect(table.header).toEqual(pages[0]?.table.header)
      expect(number?.text).toBe(`Page ${i + 1} of ${pages.length}`)
      const [first, second] = table.blocks
      expect(first?.band?.lines.join(' ')).toBe(i ? 'Neutral, continued' : 'Neutral')
      expect(second?.row).not.toBeNull()
      expect(table.blocks.at(-1)?.row).not.toBeNull()
    }
    expect(namesOn(pages)).toHaveLength(90)
  })

  it('goes on with a row that no page could hold, so that nothing is cut', () => {
    const tags = Array.from({ length: 50 }, (_, i) => `${'a very long tag '.repeat(12)}${i}`)
    const pages = pagesOf(viewOf([inSegment('a', 'Mothers', 1, { tags })]), {
      ...A4,
      page: pageOf('square'),
    })
    const words_ = pages.flatMap((page) => boxesOf(page).texts.map(({ text }) => text)).join(' ')
    for (const i of [0, 17, 49]) expect(words_).toMatch(new RegExp(`long tag ${i}\\b`, 'u'))
    expect(words_).not.toContain('…')
    for (const { table, foot } of pages) {
      for (const { y, height } of table.blocks) expect(y + height).toBeLessThanOrEqual(foot.top)
    }
  })

  it('lets right-to-left names begin at the sign of their own row, as others do', () => {
    const [page] = pagesOf(
      viewOf([inSegment('a', 'نقابة الممرضات', 0), inSegment('b', 'Nurses', 0)]),
    )
    const [ltr, rtl] = page?.table.blocks.flatMap(({ row }) => row ?? []) ?? []
    expect(rtl?.lines[0]).toMatchObject({ rtl: true, anchor: 'end' })
    expect(ltr?.lines[0]).toMatchObject({ rtl: false, anchor: 'start' })
    expect(rtl?.lines[0]?.x).toBe(ltr?.lines[0]?.x)
  })

  it('holds long titles and long names of segments, and numbers a right-to-left page at the left', () => {
    const own = 'Those who would be with us if they had heard of it in their own language, '.repeat(
      2,
    )
    const long = tableWords([own, null, LONG_NAMES[1] ?? '', null, null])
    const around = { ...A4, page: pageOf('square'), title: LONG_NAMES[1] ?? '' }
    const pages = tablePages(viewOf(told(40)), long, around)
    expect(pages[0]?.number).toMatchObject({ x: MARGIN.x, anchor: 'start' })
    for (const picture of pages) {
      const { texts } = boxesOf(picture)
      expect(overlapping(texts)).toBeNull()
      for (const { left, right } of texts) {
        expect(left).toBeGreaterThanOrEqual(MARGIN.x - 1)
        expect(right).toBeLessThanOrEqual(around.page.width - MARGIN.x + 1)
      }
    }
  })

  it('marks for the team who is confidential and how the public sees them, and explains the sign', () => {
    const shown = {
      team: {
        aliases: [],
        notes: 'a secret note',
        contact: '',
        networkPosition: null,
        confidentiality: { level: 'confidential', publicStance: stanceOfSegment(2) },
      },
    } as const
    const [page] = pagesOf(
      viewOf([
        inSegment('a', 'Hidden one', 0, confidential),
        inSegment('b', 'Shown one', 0, shown),
        inSegment('c', 'Open one', 0),
      ]),
    )
    expect(
      page?.table.blocks.flatMap(({ row }) => (row ? [row.confidential !== null] : [])),
    ).toEqual([true, false, true])
    const said = page
      ? boxesOf(page)
          .texts.map(({ text }) => text)
          .join(' ')
      : ''
    expect(said).toContain('never shown in public')
    expect(said).toContain('“Neutral”')
    expect(page?.foot.legend.map(({ sign }) => sign)).toEqual(['confidential'])
    expect(page ? svgMarkup(page) : '').not.toContain('secret')
    const [without] = pagesOf(viewOf([inSegment('c', 'Open one', 0)]))
    expect(without?.foot.legend).toEqual([])
  })

  it('says of an empty map that it is empty', () => {
    const pages = pagesOf(viewOf([]))
    expect(pages).toHaveLength(1)
    expect(pages[0] ? boxesOf(pages[0]).texts.map(({ text }) => text) : []).toContain(
      'There is nobody on this map yet.',
    )
  })

  it('fills a page with few in larger type, and the dialog’s large type is larger on many', () => {
    const size = (count: number, large = false) =>
      tablePages(viewOf(crowd(count)), words, A4, large ? 'large' : undefined)[0]?.table.size ?? 0
    expect(size(3)).toBeGreaterThan(size(150))
    expect(size(150, true)).toBeGreaterThan(size(150))
  })

  it('is the same bytes again, in every palette, with plain elements only', () => {
    for (const grounds of Object.values(PALETTES)) {
      for (const palette of Object.values(grounds)) {
        const draw = () =>
          pagesOf(viewOf(told(30)), { ...A4, palette }).map((page) => svgMarkup(page))
        const pages = draw()
        expect(draw()).toEqual(pages)
        for (const svg of pages) {
          expect(svg).not.toMatch(/\sstyle=|NaN|undefined|Infinity|foreignObject|clipPath|<filter/u)
          expect([...svg.matchAll(/<([a-zA-Z]+)/gu)].map(([, tag]) => tag)).not.toContain('image')
        }
      }
    }
  })

  it('is for the public that of the map without anything confidential', () => {
    const publicPages = (doc: Parameters<typeof twinOf>[0]) => {
      const view = viewFor(doc, 'public', EVERYTHING)
      return tablePages(view, tableWords(view.info.segmentNames), A4).map((page) => svgMarkup(page))
    }
    fc.assert(
      fc.property(arbitraryDoc(12, ['mixed']), (doc) => {
        expect(publicPages(doc)).toEqual(publicPages(twinOf(doc)))
      }),
      { numRuns: 25 },
    )
  })

  it('puts each where the view has them', () => {
    const people = crowd(60)
    const pages = pagesOf(viewOf(people))
    for (const segment of SEGMENTS) {
      const count = people.filter(
        ({ placement }) => placement && segmentOf(placement.stance) === segment,
      ).length
      const rows = pages.flatMap(({ table }) =>
        table.blocks.filter((block) => block.row && block.segment === segment),
      )
      expect(rows).toHaveLength(count)
    }
  })
})
