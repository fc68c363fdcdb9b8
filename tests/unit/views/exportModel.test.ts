import { describe, expect, it } from 'vitest'
import { layoutNetwork } from '../../../src/drawing/network/networkLayout.ts'
import type { NetworkPlaces } from '../../../src/drawing/network/networkLayout.ts'
import { svgMarkup } from '../../../src/drawing/svgText.ts'
import { allyscopeJson } from '../../../src/files/allyscopeJson.ts'
import { NOTHING_CHOSEN } from '../../../src/audience/policy.ts'
import { DEFAULT_VIEW, NO_FILTER } from '../../../src/store/viewSettings.ts'
import { choicesFrom, type ExportChoices, type Subject } from '../../../src/views/export/choices.ts'
import {
  exportFile,
  exportFileName,
  exportView,
  tellsTargets,
} from '../../../src/views/export/exportModel.ts'
import { pagesOf } from '../../../src/views/export/pages.ts'
import {
  docOf,
  HIDDEN,
  inSegment,
  shownAt,
  stakeholder,
  tie,
  unwrap,
} from '../../support/records.ts'

const NOW = new Date(2026, 10, 2, 23, 59)
const doc = docOf([
  stakeholder('a', { name: 'Ana', placement: inSegment(1), targetSegment: 0, notes: 'secret' }),
  stakeholder('b', { name: 'Bo', placement: inSegment(3), confidentiality: shownAt(0) }),
  stakeholder('c', { name: 'Secret Ally', placement: inSegment(0), confidentiality: HIDDEN }),
  tie('t', 'a', 'b'),
])
const choices = (more: Partial<ExportChoices> = {}): ExportChoices => ({
  ...choicesFrom(DEFAULT_VIEW),
  title: 'Water for all',
  subtitle: 'The union',
  ...more,
})
const placesFor = (audience: 'team' | 'public'): NetworkPlaces =>
  layoutNetwork(exportView(doc, audience), new Map())
const pageOfChoices = (more: Partial<ExportChoices>) => {
  const chosen = choices(more)
  const parts = { doc, filter: NO_FILTER, places: placesFor(chosen.audience), now: NOW }
  const [page] = pagesOf({ ...parts, tells: NOTHING_CHOSEN }, chosen)[0]?.pictures ?? []
  if (!page) throw new Error('nothing was drawn')
  return page
}
const mapOf = (more: Partial<ExportChoices> = {}) => {
  const page = pageOfChoices(more)
  if (page.kind !== 'map') throw new Error('not a map')
  return page
}
const picture = (more: Partial<ExportChoices> = {}) => svgMarkup(pageOfChoices(more))

describe('a public picture', () => {
  it('says that it is one, with title and date, and knows nobody hidden', () => {
    const svg = picture()
    for (const text of [
      'Public version',
      'Water for all',
      'The union',
      'November 2, 2026',
      'Ana',
    ]) {
      expect(svg).toContain(text)
    }
    expect(svg).not.toContain('Secret Ally')
  })

  it('does not so much as mention that somebody could be confidential', () => {
    expect(picture({ targets: true, ties: true })).not.toMatch(/confidential/i)
  })
})

describe('a team’s picture', () => {
  it('is stamped, and shows everybody', () => {
    const svg = picture({ audience: 'team' })
    expect(svg).toContain('TEAM ONLY – CONFIDENTIAL')
    expect(svg).toContain('Secret Ally')
  })
})

describe('what is on a picture', () => {
  const spectrum = (more: Partial<ExportChoices>) => {
    const { scene } = mapOf(more)
    if (scene.kind !== 'spectrum') throw new Error('not a spectrum')
    return scene
  }

  it('is what was chosen', () => {
    expect(spectrum({}).arrows).toEqual([])
    expect(spectrum({ targets: true }).arrows).toHaveLength(1)
    expect(spectrum({ audience: 'team' }).arrows).toEqual([])
    expect(spectrum({}).ties).toBeNull()
    expect(spectrum({ ties: true }).ties).not.toBe('')
    expect(mapOf({ legend: false, date: false }).frame).toMatchObject({
      legend: null,
      date: '',
    })
  })
})

describe('a picture of the network', () => {
  it('waits for the places of its view', () => {
    const parts = { doc, filter: NO_FILTER, places: null, now: NOW, tells: NOTHING_CHOSEN }
    expect(pagesOf(parts, choices({ subjects: ['network'] }))[0]?.pictures).toBeNull()
  })

  it('for the public shows names, ties and what their signs mean, and nobody hidden', () => {
    const svg = picture({ subjects: ['network'] })
    for (const text of ['>Ana<', '>Bo<', 'Passive allies', 'Neutral', '>influences<']) {
      expect(svg).toContain(text)
    }
    expect(svg).not.toMatch(/Secret Ally|confidential/i)
    // Signs that don't occur are not explained.
    expect(svg).not.toMatch(/Active allies|trusts|reports to/)
  })

  it('for the team explains what is confidential', () => {
    const svg = picture({ subjects: ['network'], audience: 'team' })
    expect(svg).toContain('Secret Ally')
    expect(svg).toContain('>Confidential<')
  })
})

describe('a picture of the power grid', () => {
  it('lies as the user has it', () => {
    for (const powerAxes of ['stance across', 'influence across'] as const) {
      expect(mapOf({ subjects: ['power'], powerAxes }).scene).toMatchObject({ axes: powerAxes })
    }
    expect(picture({ subjects: ['power'] })).toContain('Powerful allies')
    expect(picture({ subjects: ['power'] })).not.toContain('Secret Ally')
  })

  it('asks the gate for no targets: it has no arrows', () => {
    const asks = (subject: Subject, targets: boolean) => tellsTargets(subject, { targets })
    expect(asks('power', true)).toBe(false)
    expect(asks('spectrum', true)).toBe(true)
    expect(asks('spectrum', false)).toBe(false)
    expect(asks('worksheets', false)).toBe(true)
  })
})

describe('a file', () => {
  it('for the public is not marked with the map’s id, and has no team field', () => {
    const text = exportFile(doc, 'public')
    expect(text).not.toMatch(/map-1|Secret Ally|secret|notes|confidentiality/)
    expect(unwrap(allyscopeJson.parse(text)).import.stakeholders).toHaveLength(2)
  })

  it('for the team is a full copy', () => {
    const { import: file } = unwrap(allyscopeJson.parse(exportFile(doc, 'team')))
    expect(file.map.id).toBe('map-1')
    expect(file.stakeholders.map(({ name }) => name)).toEqual(['Ana', 'Bo', 'Secret Ally'])
  })

  it('has a name that says audience and time, for the public the day, and nothing about the map', () => {
    expect(exportFileName('team', '.allyscope.json', NOW)).toBe(
      'allyscope-team-2026-11-02-23-59.allyscope.json',
    )
    expect(exportFileName('public', '.png', NOW)).toBe('allyscope-public-2026-11-02.png')
  })
})
