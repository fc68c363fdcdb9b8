import { describe, expect, it } from 'vitest'
import { svgMarkup } from '../../../src/drawing/svgText.ts'
import { allyscopeJson } from '../../../src/files/allyscopeJson.ts'
import {
  type ExportChoices,
  exportFile,
  exportFileName,
  exportFrame,
  exportScene,
  exportView,
} from '../../../src/views/export/exportModel.ts'
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
  audience: 'public',
  title: 'Water for all',
  subtitle: 'The union',
  legend: true,
  date: true,
  targets: false,
  ties: false,
  width: 1920,
  ...more,
})
const picture = (more: Partial<ExportChoices> = {}) => {
  const chosen = choices(more)
  return svgMarkup(exportScene(exportView(doc, chosen), chosen), exportFrame(chosen, NOW))
}

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
  const sceneOf = (more: Partial<ExportChoices>) => {
    const chosen = choices(more)
    return exportScene(exportView(doc, chosen), chosen)
  }

  it('is what was chosen', () => {
    expect(sceneOf({}).arrows).toEqual([])
    expect(sceneOf({ targets: true }).arrows).toHaveLength(1)
    expect(sceneOf({ audience: 'team' }).arrows).toEqual([])
    expect(sceneOf({}).ties).toBeNull()
    expect(sceneOf({ ties: true }).ties).not.toBe('')
    expect(exportFrame(choices({ legend: false, date: false }), NOW)).toMatchObject({
      legend: null,
      date: '',
    })
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

  it('has a name that says audience and day, and nothing about the map', () => {
    expect(exportFileName('team', '.allyscope.json', NOW)).toBe(
      'allyscope-team-2026-11-02.allyscope.json',
    )
  })
})
