import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import ImportDialog from '../../src/views/import/ImportDialog.tsx'
import { called, docIn, namesIn, renderInEditor } from '../support/editor.tsx'
import { docOf, stakeholder } from '../support/records.ts'

const CSV = `Label,Type,Sector,Segment,Confidentiality,Mood
Nurses’ union,organisation,Health,passive ally,public,hopeful
Bishop,person,Faith,,confidential,
Bishop,person,Faith,neutral,public,tired
`
const onClose = vi.fn<() => void>()

async function choose(content: string | Uint8Array<ArrayBuffer>, name = 'list.csv') {
  onClose.mockClear()
  const stage = renderInEditor(<ImportDialog onClose={onClose} />, {
    doc: docOf([stakeholder('a', { name: 'Ana' })]),
  })
  await stage.user.upload(screen.getByLabelText('File'), new File([content], name))
  return stage
}
const preview = () => screen.findByRole('region', { name: 'What is in the file' })
const unchanged = (map: Parameters<typeof namesIn>[0]) => {
  expect(namesIn(map)).toEqual(['Ana'])
  expect(map.store.state.getState().stacks.done).toEqual([])
}

describe('a CSV file', () => {
  it('is shown row by row with its line, and nothing is imported yet', async () => {
    const { map } = await choose(CSV)
    const region = await preview()
    expect(region).toHaveTextContent('3 stakeholders in this file (utf-8).')
    const rows = within(region).getAllByRole('row').slice(1)
    expect(
      rows.map((row) =>
        within(row)
          .getAllByRole('cell')
          .map((cell) => cell.textContent),
      ),
    ).toEqual([
      ['2', 'Nurses’ union', 'passive ally', 'Health', 'Public'],
      ['3', 'Bishop', 'Not placed yet', 'Faith', 'Confidential'],
      ['4', 'Bishop', 'neutral', 'Faith', 'Public'],
    ])
    expect(region).toHaveTextContent('Line 4: Bishop is already in line 3.')
    unchanged(map)
  })

  it('is imported as one step when told so', async () => {
    const { user, map } = await choose(CSV)
    await user.click(within(await preview()).getByRole('button', { name: 'Import 3 stakeholders' }))
    expect(namesIn(map)).toEqual(['Ana', 'Nurses’ union', 'Bishop', 'Bishop'])
    expect(called(map, 'Nurses’ union').notes).toContain('hopeful')
    expect(called(map, 'Bishop').confidentiality.level).toBe('confidential')
    expect(onClose).toHaveBeenCalledOnce()
    expect(
      screen.getByText('Imported 3 stakeholders.', { selector: '[role=status]' }),
    ).toBeVisible()
    map.store.undo()
    expect(namesIn(map)).toEqual(['Ana'])
    expect(docIn(map).sectors.size).toBe(0)
  })

  it('has its unknown columns made tags or left out, as chosen', async () => {
    const { user, map } = await choose(CSV)
    const region = await preview()
    await user.selectOptions(within(region).getByRole('combobox', { name: 'Mood' }), 'Make tags')
    await user.click(within(region).getByRole('button', { name: /^Import/ }))
    const nurses = called(map, 'Nurses’ union')
    expect(nurses.tags.join()).toContain('hopeful')
    expect(nurses.notes).not.toContain('hopeful')
  })

  it('has each wrong row named with its line and reason, and the rest imported', async () => {
    const { user, map } = await choose('Name,Influence\nAna,high\nBo,enormous\n,low\nCem,low\n')
    const region = await preview()
    expect(region).toHaveTextContent("Line 3: Influence can't be “enormous”.")
    expect(region).toHaveTextContent('Line 4: there is no name.')
    await user.click(within(region).getByRole('button', { name: 'Import 2 stakeholders' }))
    expect(namesIn(map)).toEqual(['Ana', 'Ana', 'Cem'])
  })

  it('with nothing in it that can be imported can’t be', async () => {
    const { map } = await choose('Name,Influence\nBo,enormous\n')
    expect(within(await preview()).getByRole('button', { name: /^Import/ })).toBeDisabled()
    unchanged(map)
  })

  it('in UTF-16 is read as it is meant, with the encoding named', async () => {
    const units = Uint16Array.from('\ufeffName\nΝοσοκόμες\n', (letter) => letter.charCodeAt(0))
    await choose(new Uint8Array(units.buffer))
    expect(await preview()).toHaveTextContent('Νοσοκόμες')
    expect(await preview()).toHaveTextContent('utf-16')
  })

  it('without a column of names is refused, naming what was found', async () => {
    const { map } = await choose('Colour,Size\nred,3\n')
    expect(await screen.findByText(/No column is called “Label” or “Name”/)).toBeVisible()
    expect(screen.getByText(/Nothing was imported; the map is as it was/)).toBeVisible()
    unchanged(map)
  })
})

describe('any other file', () => {
  it.each([
    ['empty', '', 'nothing.csv', /The file is empty/],
    [
      'broken JSON',
      '{"format": "allyscope", "map": }',
      'broken.json',
      /Line 1, column \d+: .*not well-formed/,
    ],
    ['truncated JSON', '{"format": "allyscope", "map": {"name": "x"', 'cut.json', /cut off/],
    ['foreign JSON', '{"nodes": []}', 'other.json', /not an Allyscope file/],
    [
      'deeply nested',
      '['.repeat(100_000) + ']'.repeat(100_000),
      'deep.json',
      /nested too deeply|not an Allyscope file/,
    ],
    ['from the future', '{"format": "allyscope", "formatVersion": 9}', 'new.json', /newer version/],
    [
      'binary',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff]),
      'picture.csv',
      /not a text file/,
    ],
  ])(
    '(%s) is refused with the reason, and the map is unchanged',
    async (_, content, name, reason) => {
      const { map } = await choose(content, name)
      expect(await screen.findByText(reason)).toBeVisible()
      unchanged(map)
    },
  )

  it('that is far too large is refused without being read', async () => {
    const file = new File(['x'], 'huge.json')
    Object.defineProperty(file, 'size', { value: 50_000_000 })
    const read = vi.spyOn(file, 'arrayBuffer')
    const { user } = renderInEditor(<ImportDialog onClose={onClose} />)
    await user.upload(screen.getByLabelText('File'), file)
    expect(await screen.findByText(/too large \(the most is 20 MB\)/)).toBeVisible()
    expect(read).not.toHaveBeenCalled()
  })
})

describe('a map of ours', () => {
  it('becomes a map of its own; the open one stays as it is', async () => {
    const { user, map, services } = await choose(
      JSON.stringify({
        format: 'allyscope',
        formatVersion: 1,
        map: { name: 'School meals' },
        stakeholders: [{ id: 'a', name: 'Cooks', mood: 'good' }],
        relationships: [],
      }),
      'meals.allyscope.json',
    )
    const region = await preview()
    expect(region).toHaveTextContent('School meals')
    expect(region).toHaveTextContent(/left out: stakeholders\[\]\.mood/)
    await user.click(within(region).getByRole('button', { name: 'Open as a new map' }))
    expect(services.importMap).toHaveBeenCalledOnce()
    await waitFor(() => expect(services.openMap).toHaveBeenCalledWith('made'))
    unchanged(map)
  })
})
