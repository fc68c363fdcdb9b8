import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail } from '../../../src/domain/result.ts'
import * as png from '../../../src/drawing/png.ts'
import ExportDialog from '../../../src/views/export/ExportDialog.tsx'
import * as download from '../../../src/views/export/download.ts'
import { renderInEditor } from '../../support/editor.tsx'
import { docOf, HIDDEN, inSegment, sector, stakeholder, tie } from '../../support/records.ts'

vi.mock('../../../src/views/export/download.ts', { spy: true })
vi.mock('../../../src/drawing/png.ts', { spy: true })
// The fonts are files of the built app.
vi.mock('../../../src/drawing/embeddedFonts.ts', () => ({
  fontCssFor: () => Promise.resolve('@font-face{}'),
}))

const doc = docOf([
  stakeholder('a', { name: 'Ana', placement: inSegment(1), targetSegment: 0, notes: 'secret' }),
  stakeholder('b', { name: 'Bo', placement: inSegment(3), influence: 0.9 }),
  stakeholder('c', { name: 'Sworn Ally', placement: inSegment(0), confidentiality: HIDDEN }),
  tie('t', 'a', 'b'),
])
const saved: { name: string; blob: Blob }[] = []

beforeEach(() => {
  saved.length = 0
  vi.mocked(download.saveBlob).mockImplementation((blob, name) => void saved.push({ name, blob }))
  vi.mocked(png.renderPng).mockImplementation((_, width) =>
    Promise.resolve({
      ok: true,
      value: { blob: new Blob(['png']), width, height: (width * 9) / 16, clamped: false },
    }),
  )
})
afterEach(() => vi.clearAllMocks())

const start = (stage: Parameters<typeof renderInEditor>[1] = {}) =>
  renderInEditor(<ExportDialog onClose={vi.fn<() => void>()} />, { doc, ...stage })
const button = (name: string) => screen.getByRole('button', { name })
const check = (name: string) => screen.getByRole('checkbox', { name })
type User = ReturnType<typeof start>['user']
/** Of several choices this one alone. */
async function only(user: User, group: string, name: string): Promise<void> {
  const all = within(screen.getByRole('group', { name: group }))
  const wanted = all.getByRole<HTMLInputElement>('checkbox', { name })
  if (!wanted.checked) await user.click(wanted)
  for (const other of all.getAllByRole<HTMLInputElement>('checkbox', { checked: true })) {
    if (other !== wanted) await user.click(other)
  }
}
const draw = (user: User, view: string) => only(user, 'Views', view)
const as = (user: User, format: string) => only(user, 'Files', format)
const preview = () => screen.getByRole('figure', { name: 'Preview' })
const outcome = (text: string | RegExp) =>
  waitFor(() => expect(screen.getByText(text)).toBeVisible())

describe('the export dialog', () => {
  it('is for the public unless told otherwise, even from the team view', () => {
    start({ settings: { audience: 'team' } })
    expect(screen.getByRole('radio', { name: 'Public' })).toBeChecked()
    expect(preview()).toHaveTextContent('Ana')
    expect(preview()).toHaveTextContent('Public version')
    expect(preview()).not.toHaveTextContent('Sworn Ally')
    expect(check('Target arrows')).not.toBeChecked()
    expect(check('Legend')).toBeChecked()
    expect(check('Date')).toBeChecked()
    for (const name of ['Save PNG', 'Print…', 'Save file', 'Copy picture']) {
      expect(button(name)).toBeEnabled()
    }
  })

  it('gives a team copy only after it was confirmed, each time anew', async () => {
    const { user } = start()
    await user.click(screen.getByRole('radio', { name: 'Team' }))
    for (const name of ['Save PNG', 'Print…', 'Save file', 'Copy picture']) {
      expect(button(name)).toBeDisabled()
    }
    expect(screen.getByText(/full copy: it shows every confidential name/)).toBeVisible()
    // Somebody may be looking over the shoulder.
    expect(screen.getByRole('dialog')).not.toHaveTextContent('Sworn Ally')
    await user.click(check('I will keep it within the team'))
    await waitFor(() => expect(preview()).toHaveTextContent('TEAM ONLY – CONFIDENTIAL'))
    expect(preview()).toHaveTextContent('Sworn Ally')
    expect(button('Save file')).toBeEnabled()
    await user.click(screen.getByRole('radio', { name: 'Public' }))
    await user.click(screen.getByRole('radio', { name: 'Team' }))
    expect(check('I will keep it within the team')).not.toBeChecked()
    expect(button('Save file')).toBeDisabled()
  })

  it('draws title, subtitle and what else was chosen', async () => {
    const { user } = start()
    await user.clear(screen.getByRole('textbox', { name: 'Title' }))
    await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Clean air')
    await waitFor(() => expect(preview()).toHaveTextContent('Clean air'))
    expect(preview()).toHaveTextContent('November 22, 2026')
    await user.click(check('Date'))
    await waitFor(() => expect(preview()).not.toHaveTextContent('November 22, 2026'))
    expect(preview()).toHaveTextContent('Influence')
    await user.click(check('Legend'))
    await waitFor(() => expect(preview()).not.toHaveTextContent('Influence'))
  })
})

describe('a public copy', () => {
  it('as a file holds what the gate gives, under a name that gives nothing away', async () => {
    const { user } = start()
    await user.click(button('Save file'))
    await outcome('Handed to your downloads: look whether it is there.')
    expect(saved[0]?.name).toBe('allyscope-public-2026-11-22.allyscope.json')
    const text = await saved[0]?.blob.text()
    expect(text).toContain('Ana')
    expect(text).not.toMatch(/Sworn Ally|secret|map-1|confidentiality/)
  })

  it('as SVG has its font in it and nobody hidden', async () => {
    const { user } = start()
    await user.click(check('Ties'))
    await as(user, 'SVG')
    await user.click(button('Save SVG'))
    await outcome('Handed to your downloads: look whether it is there.')
    const svg = await saved[0]?.blob.text()
    expect(saved[0]?.name).toBe('allyscope-public-2026-11-22.svg')
    expect(svg).toContain('@font-face')
    expect(svg).not.toContain('Sworn Ally')
  })

  it('as PNG is as wide as chosen', async () => {
    const { user } = start()
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Longer side of a PNG' }),
      '7,680 pixels',
    )
    await user.click(button('Save PNG'))
    await outcome('Handed to your downloads: look whether it is there.')
    expect(vi.mocked(png.renderPng).mock.calls[0]?.[1]).toBe(7680)
    expect(vi.mocked(png.renderPng).mock.calls[0]?.[0]).not.toContain('Sworn Ally')
    expect(saved[0]?.name).toBe('allyscope-public-2026-11-22.png')
  })
})

const radio = (name: string) => screen.getByRole('radio', { name })

describe('the drawing', () => {
  it('is of the view that is open', () => {
    start({ settings: { view: 'power', powerAxes: 'influence across' } })
    expect(check('Power')).toBeChecked()
    expect(check('Spectrum')).not.toBeChecked()
    expect(preview()).toHaveTextContent('Powerful allies')
    expect(preview()).not.toHaveTextContent('Sworn Ally')
  })

  it('of the network has ties with what they mean, and nobody hidden', async () => {
    const { user } = start()
    await draw(user, 'Network')
    await waitFor(() => expect(preview()).toHaveTextContent('influences'))
    expect(preview()).toHaveTextContent('Ana')
    expect(preview()).not.toHaveTextContent('Sworn Ally')
    expect(preview()).not.toHaveTextContent('Active allies')
    await as(user, 'SVG')
    await user.click(button('Save SVG'))
    await outcome('Handed to your downloads: look whether it is there.')
    const svg = await saved[0]?.blob.text()
    expect(svg).toContain('influences')
    expect(svg).not.toMatch(/Sworn Ally|confidential/i)
  })

  it('of the network can be saved once everybody stands somewhere', async () => {
    const { user } = start({ settings: { view: 'network' } })
    expect(button('Save PNG')).toBeDisabled()
    expect(button('Save file')).toBeEnabled()
    expect(preview()).toHaveTextContent('Working out where everybody stands…')
    await waitFor(() => expect(button('Save PNG')).toBeEnabled())
    await user.click(button('Save PNG'))
    await outcome('Handed to your downloads: look whether it is there.')
  })

  it('shows the team nothing that was not confirmed, whatever is drawn', async () => {
    const { user } = start({ settings: { view: 'network' } })
    await user.click(radio('Team'))
    for (const name of ['Spectrum', 'Network', 'Power']) {
      await draw(user, name)
      expect(screen.getByRole('dialog')).not.toHaveTextContent('Sworn Ally')
      expect(button('Save PNG')).toBeDisabled()
    }
    await user.click(check('I will keep it within the team'))
    for (const name of ['Spectrum', 'Network', 'Power']) {
      await draw(user, name)
      await waitFor(() => expect(preview()).toHaveTextContent('Sworn Ally'))
    }
  })

  it('offers arrows and ties only where they are a choice', async () => {
    const { user } = start()
    expect(check('Ties')).toBeVisible()
    for (const name of ['Network', 'Power']) {
      await draw(user, name)
      expect(screen.queryByRole('checkbox', { name: 'Ties' })).toBeNull()
      expect(screen.queryByRole('checkbox', { name: 'Target arrows' })).toBeNull()
    }
  })
})

describe('other formats', () => {
  const open = async (user: ReturnType<typeof start>['user']) => {
    await user.click(screen.getByText('Other formats…'))
    return screen.findByRole('combobox', { name: 'Format' })
  }

  it('are saved under neutral names, without anybody hidden', async () => {
    const { user } = start()
    const format = await open(user)
    await user.selectOptions(format, 'GEXF')
    expect(screen.getByText(/with places, colours and sizes/)).toBeVisible()
    await waitFor(() => expect(button('Save in this format')).toBeEnabled())
    await user.click(button('Save in this format'))
    await outcome('Handed to your downloads: look whether it is there.')
    expect(saved[0]?.name).toBe('allyscope-public-2026-11-22.gexf')
    const text = await saved[0]?.blob.text()
    expect(text).toContain('Ana')
    expect(text).not.toMatch(/Sworn Ally|secret/)
  })

  it('say what each keeps', async () => {
    const { user } = start()
    const format = await open(user)
    for (const option of format.querySelectorAll('option')) {
      await user.selectOptions(format, option)
      expect(format).toHaveAccessibleDescription(/ties/)
    }
  })

  it('of the team’s copy want confirming too', async () => {
    const { user } = start()
    await open(user)
    await user.click(radio('Team'))
    expect(button('Save in this format')).toBeDisabled()
    await user.click(check('I will keep it within the team'))
    await waitFor(() => expect(button('Save in this format')).toBeEnabled())
    await user.selectOptions(screen.getByRole('combobox', { name: 'Format' }), 'GraphML')
    await user.click(button('Save in this format'))
    await outcome('Handed to your downloads: look whether it is there.')
    expect(saved[0]?.name).toBe('allyscope-team-2026-11-22-12-00.graphml')
    expect(await saved[0]?.blob.text()).toContain('Sworn Ally')
  })
})

describe('a picture that can’t be made', () => {
  it('says why, and what to do instead', async () => {
    const { user } = start()
    vi.mocked(png.renderPng).mockResolvedValueOnce(fail('no canvas'))
    await user.click(button('Save PNG'))
    await outcome(/not enough memory/)
    vi.mocked(png.renderPng).mockRejectedValueOnce(new Error('?'))
    await user.click(button('Save PNG'))
    await outcome(/could not be made/)
    expect(saved).toEqual([])
    expect(button('Save PNG')).toBeEnabled()
  })

  it('says when it had to be smaller', async () => {
    const { user } = start()
    vi.mocked(png.renderPng).mockResolvedValueOnce({
      ok: true,
      value: { blob: new Blob(['png']), width: 4096, height: 2304, clamped: true },
    })
    await user.click(button('Save PNG'))
    await outcome(/has 4,096 pixels/)
  })

  it('says when the clipboard is refused', async () => {
    const { user } = start()
    const write = vi
      .spyOn(navigator.clipboard, 'write')
      .mockRejectedValue(new DOMException('', 'NotAllowedError'))
    await user.click(button('Copy picture'))
    await outcome('The browser did not let us use the clipboard. Save the PNG instead.')
    expect(write).toHaveBeenCalledOnce()
    write.mockResolvedValue()
    await user.click(button('Copy picture'))
    await outcome('The picture is on the clipboard.')
    expect(screen.queryByText(/did not let us/)).toBeNull()
  })
})

const secretive = docOf(
  [
    sector('s', 'Maria’s circle'),
    stakeholder('a', {
      name: 'Ana',
      sector: sector('s').id,
      tags: ['rent', 'marias'],
      description: 'Knows the night nurse.',
    }),
    stakeholder('m', { name: 'Maria', aliases: ['the night nurse'], confidentiality: HIDDEN }),
  ],
  { name: 'Rent for María' },
)

describe('what is typed for a picture', () => {
  const title = () => screen.getByRole('textbox', { name: 'Title' })

  it('is left out when it mentions somebody hidden, and the team is told', async () => {
    const { user } = start({ doc: secretive })
    // The map's own name does.
    expect(title()).toHaveValue('')
    await user.type(title(), 'With the Night Nurse')
    expect(title()).toHaveAccessibleDescription(/mentions somebody hidden/)
    await waitFor(() => expect(preview()).not.toHaveTextContent(/night nurse/i))
    await user.clear(title())
    await user.type(title(), 'With everybody')
    await waitFor(() => expect(preview()).toHaveTextContent('With everybody'))
    expect(title()).not.toHaveAccessibleDescription()
  })

  it('is left out without a word in public preview', async () => {
    const { user } = start({ doc: secretive, settings: { audience: 'public' } })
    await user.type(title(), 'With the Night Nurse')
    expect(title()).not.toHaveAccessibleDescription()
    await waitFor(() => expect(preview()).not.toHaveTextContent(/night nurse/i))
  })
})

describe('files for the public', () => {
  it('tell more only when chosen, and never what mentions somebody hidden', async () => {
    const { user } = start({ doc: secretive })
    const saveAndRead = async (): Promise<string> => {
      const before = saved.length
      await user.click(button('Save file'))
      await waitFor(() => expect(saved).toHaveLength(before + 1))
      return (await saved.at(-1)?.blob.text()) ?? ''
    }
    expect(await saveAndRead()).not.toContain('rent')
    await user.click(screen.getByRole('checkbox', { name: 'Tags' }))
    await user.click(screen.getByRole('checkbox', { name: /^Descriptions/ }))
    // What is left out is counted anew.
    expect(screen.getByText(/^4 texts mention/)).toBeVisible()
    const told = await saveAndRead()
    expect(told).toContain('rent')
    expect(told).not.toMatch(/marias|night nurse|circle|Rent for/)
  })
})
