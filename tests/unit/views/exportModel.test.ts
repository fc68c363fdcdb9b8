import { describe, expect, it } from 'vitest'
import { layoutNetwork } from '../../../src/drawing/network/networkLayout.ts'
import { svgMarkup } from '../../../src/drawing/svgText.ts'
import { allyscopeJson } from '../../../src/files/allyscopeJson.ts'
import {
  type ExportChoices,
  exportFile,
  exportFileName,
  exportFrame,
  exportScene,
  exportView,
  showsTargets,
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
  drawing: 'spectrum',
  powerAxes: 'stance across',
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
const sceneOf = (more: Partial<ExportChoices> = {}) => {
  const chosen = choices(more)
  const view = exportView(doc, chosen.audience, { targets: showsTargets(chosen) })
  const places = layoutNetwork(view, new Map())
  const scene = exportScene(view, chosen, places)
  if (!scene) throw new Error('nothing was drawn')
  return { scene, frame: exportFrame(doc, view, chosen, NOW) }
}
const picture = (more: Partial<ExportChoices> = {}) => {
  const { scene, frame } = sceneOf(more)
  return svgMarkup(scene, frame)
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
  const spectrum = (more: Partial<ExportChoices>) => {
    const { scene } = sceneOf(more)
    if (scene.kind !== 'spectrum') throw new Error('not a spectrum')
    return scene
  }

  it('is what was chosen', () => {
    expect(spectrum({}).arrows).toEqual([])
    expect(spectrum({ targets: true }).arrows).toHaveLength(1)
    expect(spectrum({ audience: 'team' }).arrows).toEqual([])
    expect(spectrum({}).ties).toBeNull()
    expect(spectrum({ ties: true }).ties).not.toBe('')
    expect(sceneOf({ legend: false, date: false }).frame).toMatchObject({
      legend: null,
      date: '',
    })
  })
})

describe('a picture of the network', () => {
  it('waits for the places of its view', () => {
    const view = exportView(doc, 'public')
    expect(exportScene(view, choices({ drawing: 'network' }))).toBeNull()
  })

  it('for the public shows names, ties and what their signs mean, and nobody hidden', () => {
    const svg = picture({ drawing: 'network' })
    for (const text of ['>Ana<', '>Bo<', 'Passive allies', 'Neutral', '>influences<']) {
      expect(svg).toContain(text)
    }
    expect(svg).not.toMatch(/Secret Ally|confidential/i)
    // Signs that don't occur are not explained.
    expect(svg).not.toMatch(/Active allies|trusts|reports to/)
  })

  it('for the team explains what is confidential', () => {
    const svg = picture({ drawing: 'network', audience: 'team' })
    expect(svg).toContain('Secret Ally')
    expect(svg).toContain('>Confidential<')
  })
})

describe('a picture of the power grid', () => {
  it('lies as the user has it', () => {
    for (const powerAxes of ['stance across', 'influence across'] as const) {
      expect(sceneOf({ drawing: 'power', powerAxes }).scene).toMatchObject({ axes: powerAxes })
    }
    expect(picture({ drawing: 'power' })).toContain('Powerful allies')
    expect(picture({ drawing: 'power' })).not.toContain('Secret Ally')
  })

  it('asks the gate for no targets: it has no arrows', () => {
    expect(showsTargets(choices({ drawing: 'power', targets: true }))).toBe(false)
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
