import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MapView } from '../../../src/audience/view.ts'
import { NOTHING_CHOSEN } from '../../../src/audience/policy.ts'
import type { MapDoc } from '../../../src/domain/records.ts'
import { svgMarkup } from '../../../src/drawing/svgText.ts'
import { tableCsv } from '../../../src/files/table/stakeholderTable.ts'
import { DEFAULT_VIEW, NO_FILTER } from '../../../src/store/viewSettings.ts'
import { choicesFrom, type ExportChoices } from '../../../src/views/export/choices.ts'
import { exportView } from '../../../src/views/export/exportModel.ts'
import { namedPictures } from '../../../src/views/export/pageFiles.ts'
import { type PageParts, pagesOf } from '../../../src/views/export/pages.ts'
import { listedView, shownView } from '../../../src/views/export/shownView.ts'
import { namesSomebody } from '../../../src/views/export/shown.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import { EVERYTHING } from '../../support/publicChoices.ts'
import {
  docOf,
  HIDDEN,
  inSegment,
  resource,
  sector,
  stakeholder,
  tie,
} from '../../support/records.ts'

const OTHER_NAMINGS = ['initials', 'dots', 'numbers'] as const
const AUDIENCES = ['public', 'team'] as const

const doc = docOf(
  [
    sector('office', 'Jane Smith’s office'),
    sector('health', 'Health'),
    resource('hall', 'A hall'),
    resource('house', 'The house of Janie'),
    stakeholder('a', {
      name: 'Jane Smith',
      aliases: ['Janie'],
      placement: inSegment(1),
      targetSegment: 0,
      sector: sector('office').id,
      tags: ['jane-smith-2026', 'rent'],
      description: 'A friend of Omar Haddad.',
    }),
    stakeholder('b', {
      name: 'Omar Haddad',
      placement: inSegment(3),
      sector: sector('health').id,
      offers: [resource('hall').id, resource('house').id],
      needs: [resource('house').id],
      tags: ['press'],
    }),
    stakeholder('c', { name: 'Sworn Ally', aliases: ['Whisper'], confidentiality: HIDDEN }),
    tie('t', 'a', 'b', { kind: 'own', label: 'cousin of Jane Smith' }),
  ],
  {
    name: 'Homes for all',
    we: 'Friends of Jane Smith',
    goal: 'Omar Haddad signs',
    segmentNames: ['With Jane Smith', null, 'Undecided', null, null],
  },
)
const NAMES = /jane|janie|smith|omar|haddad/iu

const partsOf = (of: MapDoc): PageParts => ({
  doc: of,
  filter: NO_FILTER,
  places: null,
  now: new Date(2026, 10, 2),
  tells: EVERYTHING,
})
const choices = (more: Partial<ExportChoices> = {}): ExportChoices => ({
  ...choicesFrom(DEFAULT_VIEW),
  ...more,
})
type Asked = Partial<Parameters<typeof shownView>[1]>
const viewWith = (asked: Asked, parts = partsOf(doc)): MapView =>
  shownView(parts, { audience: 'public', filtered: false, naming: 'names', ...asked }, parts.tells)

describe('somebody who is shown by initials, dots or numbers', () => {
  it('is named by no word of the table either', () => {
    for (const naming of ['initials', 'dots'] as const) {
      for (const audience of AUDIENCES) {
        const csv = tableCsv(
          listedView(partsOf(doc), { audience, naming, filtered: false }, EVERYTHING),
        )
        expect(csv).not.toMatch(NAMES)
        for (const other of ['Health', 'A hall', 'rent', 'press']) expect(csv).toContain(other)
      }
    }
    expect(tableCsv(viewWith({}))).toContain('Jane Smith’s office')
  })

  it('is named by no text of the map: usual terms take its place, or nothing', () => {
    expect(viewWith({ naming: 'initials' }).info).toEqual({
      name: 'Homes for all',
      we: '',
      goal: '',
      alliesSide: 'left',
      segmentNames: [null, null, 'Undecided', null, null],
    })
    expect(viewWith({ naming: 'names' }).info.goal).toBe('Omar Haddad signs')
  })

  it('is named on no page, be it a hand-out', () => {
    const subjects = ['spectrum', 'power', 'table', 'blankPie', 'worksheets'] as const
    for (const audience of AUDIENCES) {
      for (const naming of ['initials', 'dots'] as const) {
        const pages = pagesOf(partsOf(doc), choices({ audience, naming, subjects }))
        const svgs = namedPictures(pages).map(({ picture }) => svgMarkup(picture))
        expect(svgs.length).toBeGreaterThan(4)
        for (const svg of svgs) expect(svg).not.toMatch(NAMES)
      }
    }
  })

  it('is not named by an alias that only the team knows', () => {
    const { stakeholders, resources } = viewWith({ naming: 'dots' })
    expect(stakeholders.map(({ offers, needs }) => [offers, needs])).toEqual([
      [[], []],
      [['A hall'], []],
    ])
    expect(resources).toEqual(['A hall'])
  })

  it('is not named by somebody else’s words while a filter leaves them out', () => {
    const filter = { ...NO_FILTER, text: 'Omar' }
    const parts = { ...partsOf(docOf([...doc.stakeholders.values()])), filter }
    const tagged = docOf(
      [...parts.doc.stakeholders.values()].map((one) => ({ ...one, tags: ['asked Jane Smith'] })),
    )
    const shown = viewWith({ naming: 'initials', filtered: true }, { ...parts, doc: tagged })
    expect(shown.stakeholders.map(({ name, tags }) => [name, tags])).toEqual([['OH', []]])
  })

  it('has no name anywhere in what leaves the device', () => {
    fc.assert(
      fc.property(
        arbitraryDoc(8),
        fc.constantFrom(...AUDIENCES),
        fc.constantFrom(...OTHER_NAMINGS),
        (any, audience, naming) => {
          const parts = partsOf(any)
          const written = JSON.stringify(viewWith({ audience, naming }, parts))
          for (const { name, aliases } of any.stakeholders.values()) {
            for (const called of [name, ...aliases]) {
              if ((called.match(/\p{L}/gu) ?? []).length < 4) continue
              expect(written).not.toContain(JSON.stringify(called).slice(1, -1))
            }
          }
        },
      ),
    )
  })
})

describe('what is typed for a page', () => {
  it('is known to name somebody, however it is spelt', () => {
    const team = exportView(doc, 'team')
    for (const text of ['For JANE SMITH', 'with jane-smith', 'Smith, Jane', 'Janie’s map']) {
      expect(namesSomebody(team, text)).toBe(true)
    }
    for (const text of ['', 'Homes for all', 'Jane’s', 'CC BY-SA']) {
      expect(namesSomebody(team, text)).toBe(false)
    }
  })

  it('tells the public nothing of others', () => {
    expect(namesSomebody(exportView(doc, 'team'), 'Sworn Ally')).toBe(true)
    expect(namesSomebody(exportView(doc, 'public'), 'Sworn Ally')).toBe(false)
    expect(namesSomebody(exportView(doc, 'public'), 'Whisper')).toBe(false)
  })
})

describe('pages in a row', () => {
  const crowd = docOf(
    Array.from({ length: 90 }, (_, i) =>
      stakeholder(`k${i}`, { name: `Group ${i}`, placement: inSegment(2) }),
    ),
  )

  it('are called by words of ours, and counted where there are several of a kind', () => {
    const parts = { ...partsOf(crowd), tells: NOTHING_CHOSEN }
    const subjects = ['spectrum', 'power', 'table', 'blankPie'] as const
    const names = namedPictures(pagesOf(parts, choices({ subjects }))).map(({ name }) => name)
    const tables = names.filter((name) => name.startsWith('table'))
    expect(tables.length).toBeGreaterThan(1)
    expect(tables).toEqual(tables.map((_, i) => `table-${i + 1}`))
    expect(names.filter((name) => !name.startsWith('table'))).toEqual([
      'spectrum',
      'power',
      'blank-half-pie',
    ])
  })

  it('leave out a network whose places are not there yet', () => {
    const subjects = ['network', 'worksheets'] as const
    const pictures = namedPictures(pagesOf(partsOf(doc), choices({ subjects })))
    expect(pictures.map(({ name }) => name)).toEqual(['worksheet'])
  })
})
