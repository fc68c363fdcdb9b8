import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { viewSettingsFrom } from '../../../src/app/viewSettingsRow.ts'
import {
  createViewSettings,
  DEFAULT_VIEW,
  type ViewSettings,
} from '../../../src/store/viewSettings.ts'

describe('view settings read back', () => {
  it('are exactly those that were kept', () => {
    const kept: ViewSettings = {
      audience: 'public',
      view: 'network',
      cameras: {
        spectrum: { x: -12.5, y: 3, zoom: 0.7 },
        network: null,
        power: { x: 0, y: 1, zoom: 2 },
      },
      filter: {
        text: 'nurses',
        sectors: ['Health'],
        resources: ['Vans'],
        roles: ['member', 'target'],
        confidentiality: 'confidential',
      },
      panels: { tray: false, details: true },
      showTies: true,
      showTargets: false,
      sideTab: 'gaps',
      powerAxes: 'influence across',
      adding: { team: 'Half a na', public: '' },
      exporting: { title: 'Water for all', sheet: 'A3', formats: ['pdf'] },
      drafts: { 'a notes': { text: 'Half a thought', on: '' } },
    }
    expect(viewSettingsFrom(structuredClone(kept))).toEqual(kept)
    expect(viewSettingsFrom(structuredClone(DEFAULT_VIEW))).toMatchObject({
      audience: 'team',
      filter: DEFAULT_VIEW.filter,
    })
  })

  it('leave out what is not as expected, so that the default holds', () => {
    for (const row of [undefined, null, 7, 'x']) expect(viewSettingsFrom(row)).toEqual({})
    expect(
      viewSettingsFrom({
        audience: 'everybody',
        camera: { x: 0, y: NaN, zoom: 1 },
        showTies: 'yes',
        showTargets: 1,
      }),
    ).toEqual({ cameras: DEFAULT_VIEW.cameras })
    expect(viewSettingsFrom({ adding: { team: 5 } }).adding).toEqual({ team: '', public: '' })
    expect(viewSettingsFrom({ drafts: { a: 5, b: { text: 'x' } } }).drafts).toEqual({})
    expect(viewSettingsFrom({ view: 'globe', powerAxes: 'none', cameras: 3 })).toEqual({
      cameras: DEFAULT_VIEW.cameras,
    })
    // As it was kept before there were several views.
    expect(viewSettingsFrom({ camera: { x: 1, y: 2, zoom: 3 } }).cameras?.spectrum).toEqual({
      x: 1,
      y: 2,
      zoom: 3,
    })
    for (const zoom of [0, -1, Infinity, '1']) {
      expect(viewSettingsFrom({ camera: { x: 0, y: 0, zoom } })).toEqual({
        cameras: DEFAULT_VIEW.cameras,
      })
    }
    expect(
      viewSettingsFrom({
        filter: {
          text: 5,
          sectors: [1, 'Health'],
          roles: ['boss', 'member'],
          confidentiality: 'x',
        },
      }),
    ).toEqual({
      cameras: DEFAULT_VIEW.cameras,
      filter: {
        text: '',
        sectors: ['Health'],
        resources: [],
        roles: ['member'],
        confidentiality: null,
      },
    })
  })

  it('can be used whatever was found', () => {
    fc.assert(
      fc.property(fc.anything(), (row) => {
        const settings = createViewSettings(viewSettingsFrom(row)).getState()
        expect(['team', 'public']).toContain(settings.audience)
        expect(typeof settings.filter.text).toBe('string')
        expect(typeof settings.panels.tray).toBe('boolean')
      }),
    )
  })
})
