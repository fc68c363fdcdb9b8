import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { AudienceNote } from '../../src/views/editor/AudienceNote.tsx'
import { AudienceSwitch } from '../../src/views/editor/AudienceSwitch.tsx'
import { StartPage } from '../../src/views/mapList/StartPage.tsx'
import SafetySection from '../../src/views/sealing/SafetySection.tsx'
import { DEFAULT_SAFETY, type SafetySettings } from '../../src/views/services.ts'
import { renderInEditor, renderWithServices } from '../support/editor.tsx'
import { docOf, stakeholder } from '../support/records.ts'

const safetyOf = (part: Partial<SafetySettings> = {}) => ({
  safety: createStore<SafetySettings>(() => ({ ...DEFAULT_SAFETY, ...part })),
})
const radio = (name: string) => screen.getByRole('radio', { name })
const hidden = { level: 'confidential', publicStance: null } as const

describe('the settings of this device', () => {
  it('stand on the start page, with what is safe and what is not in plain words', async () => {
    const { user, services } = renderWithServices(<StartPage />, safetyOf())
    await user.click(screen.getByRole('button', { name: 'Safety' }))
    const dialog = await screen.findByRole('dialog', { name: 'Safety' })
    await user.click(within(dialog).getByLabelText('Always open maps in public preview'))
    expect(services.changeSafety).toHaveBeenLastCalledWith({ publicFirst: true })
    await user.click(within(dialog).getByLabelText('Lock sealed maps when their window is hidden'))
    expect(services.changeSafety).toHaveBeenLastCalledWith({ lockWhenHidden: true })
    const after = within(dialog).getByLabelText(/^Lock sealed maps when nobody/)
    expect(after).toHaveDisplayValue('5 minutes')
    await user.selectOptions(after, '15 minutes')
    expect(services.changeSafety).toHaveBeenLastCalledWith({ lockAfter: 15 })
    await user.selectOptions(after, 'Never by itself')
    expect(services.changeSafety).toHaveBeenLastCalledWith({ lockAfter: null })
    for (const limit of [/Bad software/, /Extensions/, /camera/, /force you/, /memory/, /hosts/])
      expect(
        within(within(dialog).getByRole('region', { name: 'What it can’t do' })).getByText(limit),
      ).toBeVisible()
  })

  it('stand in the settings of a map, too', async () => {
    const { user } = renderInEditor(<SafetySection />, {
      services: safetyOf({ lockAfter: null }),
    })
    expect(screen.getByLabelText(/^Lock sealed maps when nobody/)).toHaveDisplayValue(
      'Never by itself',
    )
    await user.click(screen.getByRole('button', { name: 'What is safe, and what is not' }))
    expect(
      await screen.findByRole('dialog', { name: 'What is safe, and what is not' }),
    ).toHaveTextContent('Nothing is sent anywhere')
  })
})

describe('showing the team view', () => {
  it('asks nothing when public preview was only looked at meanwhile', async () => {
    const { user, map } = renderInEditor(<AudienceSwitch />)
    await user.click(radio('Public preview'))
    await user.click(radio('Team view'))
    expect(map.settings.getState().audience).toBe('team')
  })

  it.each([
    ['a map that has nothing to hide', docOf([stakeholder('a')])],
    ['a map with somebody hidden', docOf([stakeholder('a', { confidentiality: hidden })])],
  ])('asks when the window began in public preview: %s', async (_, doc) => {
    const { user, map } = renderInEditor(<AudienceSwitch />, {
      doc,
      settings: { audience: 'public' },
    })
    await user.click(radio('Team view'))
    expect(map.settings.getState().audience).toBe('public')
    const dialog = await screen.findByRole('dialog', { name: 'Show the team view?' })
    await user.click(within(dialog).getByRole('button', { name: 'Stay in public preview' }))
    expect(map.settings.getState().audience).toBe('public')
    expect(radio('Public preview')).toBeChecked()
    await user.click(radio('Team view'))
    await user.click(await screen.findByRole('button', { name: 'Show the team view' }))
    expect(map.settings.getState().audience).toBe('team')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('asks every time where maps always open in public preview', async () => {
    const { user, map } = renderInEditor(<AudienceSwitch />, {
      services: safetyOf({ publicFirst: true }),
    })
    await user.click(radio('Public preview'))
    await user.click(radio('Team view'))
    expect(map.settings.getState().audience).toBe('public')
    expect(await screen.findByRole('dialog')).toBeVisible()
  })
})

describe('the note on the canvas', () => {
  const doc = docOf([
    stakeholder('a', { confidentiality: hidden }),
    stakeholder('b', { confidentiality: { level: 'confidential', publicStance: 0 } }),
    stakeholder('c'),
  ])

  it('says how many are confidential in the team view', () => {
    renderInEditor(<AudienceNote />, { doc })
    expect(screen.getByText('Team view · 2 confidential')).toBeVisible()
  })

  it('says nothing in the team view of a map without anybody confidential', () => {
    renderInEditor(<AudienceNote />, { doc: docOf([stakeholder('c')]) })
    expect(screen.queryByText(/Team view/)).toBeNull()
  })

  it('never says how many in public preview', () => {
    const { container } = renderInEditor(<AudienceNote />, {
      doc,
      settings: { audience: 'public' },
    })
    expect(container).toHaveTextContent(/^Public preview/)
    expect(container).not.toHaveTextContent(/\d|confidential/)
  })
})
