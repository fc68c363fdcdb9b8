import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import ImportDialog from '../../src/views/import/ImportDialog.tsx'
import { called, docIn, namesIn, renderInEditor } from '../support/editor.tsx'
import { docOf, stakeholder, tie } from '../support/records.ts'

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
      screen.getAllByText('Imported 3 stakeholders.', { selector: '[role=status]' })[0],
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
    ['foreign JSON', '{"nodes": []}', 'other.json', /not a file of any kind that is read here/],
    ['XML with a document type', '<!DOCTYPE gexf><gexf/>', 'x.gexf', /declares a document type/],
    ['a zip cut off', new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'x.xlsx', /damaged, or packed/],
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

const ELEMENTS = `Label,Type,Website
ana,Person,https://example.org
Tenants’ federation,Company,
Tenants’ federation,Company,
`
const CONNECTIONS = `From,To,Type,direction
ana,Tenants’ federation,trusts,directed
Cem,Ana,Funding,directed
Cem,Cem,funds,directed
`

describe('a network of another tool', () => {
  const stage = (doc = docOf([stakeholder('a', { name: 'Ana', notes: 'ours' })])) =>
    renderInEditor(<ImportDialog onClose={onClose} />, { doc })
  const files = () => [
    new File([ELEMENTS], 'elements.csv'),
    new File([CONNECTIONS], 'connections.csv'),
  ]
  const ties = (map: Parameters<typeof docIn>[0]) => {
    const { stakeholders, relationships } = docIn(map)
    return [...relationships.values()].map(
      ({ from, to, kind }) =>
        `${stakeholders.get(from)?.name} ${kind} ${stakeholders.get(to)?.name}`,
    )
  }

  it('is shown with what each file is, what is skipped, and what is kept where', async () => {
    const { user, map } = stage()
    await user.upload(screen.getByLabelText('File'), files())
    const region = await preview()
    const read = within(region).getByRole('list', { name: 'Read as' })
    expect(
      within(read)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      'elements.csv: Kumu tables (CSV), stakeholders',
      'connections.csv: Kumu tables (CSV), ties',
    ])
    expect(region).toHaveTextContent('Found: 2 stakeholders and 2 ties.')
    expect(region).toHaveTextContent('2 entries are skipped')
    expect(region).toHaveTextContent(
      'elements.csv, line 4: “Tenants’ federation” is there already.',
    )
    expect(region).toHaveTextContent('connections.csv, line 4: the tie leads from “Cem” to itself.')
    expect(region).toHaveTextContent('1 tie is called “Funding”: taken as “funds”.')
    expect(region).toHaveTextContent('Kept in notes, which only the team sees: Website.')
    expect(region).toHaveTextContent('Kept as tags: Type.')
    expect(
      within(region).getByRole('row', { name: /^ana trusts Tenants’ federation/ }),
    ).toBeVisible()
    unchanged(map)
  })

  it('uses those on the map unless told otherwise, and is one step to undo', async () => {
    const { user, map } = stage()
    await user.upload(screen.getByLabelText('File'), files())
    const region = await preview()
    expect(
      within(region).getByRole('checkbox', { name: /^Use those already on the map/ }),
    ).toBeChecked()
    expect(region).toHaveTextContent('1 of them is on the map already: ana')
    await user.click(
      within(region).getByRole('checkbox', { name: /^Add 1 stakeholder that only ties name/ }),
    )
    await user.click(
      within(region).getByRole('button', { name: 'Import 2 stakeholders and 2 ties' }),
    )
    expect(namesIn(map)).toEqual(['Ana', 'Tenants’ federation', 'Cem'])
    expect(called(map, 'Ana').notes).toBe('ours')
    expect(ties(map)).toEqual(['Ana trusts Tenants’ federation', 'Cem funds Ana'])
    expect(
      screen.getAllByText('Imported 2 stakeholders and 2 ties.', { selector: '[role=status]' })[0],
    ).toBeVisible()
    map.store.undo()
    expect(namesIn(map)).toEqual(['Ana'])
    expect(ties(map)).toEqual([])
  })

  it('adds everybody anew when told so; ties to names that nobody has are counted', async () => {
    const { user, map } = stage()
    await user.upload(screen.getByLabelText('File'), files())
    const region = await preview()
    await user.click(within(region).getByRole('checkbox', { name: /^Use those already/ }))
    expect(region).toHaveTextContent('1 tie is left out')
    await user.click(
      within(region).getByRole('button', { name: 'Import 2 stakeholders and 1 tie' }),
    )
    expect(namesIn(map)).toEqual(['Ana', 'ana', 'Tenants’ federation'])
    expect(ties(map)).toEqual(['ana trusts Tenants’ federation'])
  })

  it('of ties alone joins those on the map by their names; what is there is not added again', async () => {
    const { user, map } = stage(
      docOf([
        stakeholder('a', { name: 'Ana' }),
        stakeholder('c', { name: 'Cem' }),
        tie('t', 'c', 'a', { kind: 'funds' }),
      ]),
    )
    const text = 'From,To,Type,Confidentiality\nCem,Ana,funds,public\nana,cem,opposes,hidden\n'
    await user.upload(screen.getByLabelText('File'), new File([text], 'ties.csv'))
    const region = await preview()
    expect(region).toHaveTextContent('ties.csv: List of ties (CSV)')
    expect(region).toHaveTextContent('Ties lead to 2 stakeholders that are on the map already.')
    expect(region).toHaveTextContent('1 tie is on the map already and is not added again.')
    await user.click(within(region).getByRole('button', { name: 'Import 1 tie' }))
    expect(ties(map)).toEqual(['Cem funds Ana', 'Ana opposes Cem'])
    expect([...docIn(map).relationships.values()].at(-1)?.confidentiality).toBe('confidential')
  })

  it('that brings nothing new can’t be imported', async () => {
    const { user } = stage()
    await user.upload(screen.getByLabelText('File'), new File(['Id,Label\n1,Ana\n'], 'nodes.csv'))
    expect(
      within(await preview()).getByRole('button', { name: 'Nothing new to import' }),
    ).toBeDisabled()
  })

  it('in files that don’t belong together is refused', async () => {
    const { user, map } = stage()
    await user.upload(screen.getByLabelText('File'), [
      new File([ELEMENTS], 'a.csv'),
      new File([ELEMENTS], 'b.csv'),
    ])
    expect(await screen.findByText(/These files don't belong together/)).toBeVisible()
    unchanged(map)
  })

  it('can be dropped anywhere in the window, and the page stays where it is', async () => {
    stage()
    const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
      dataTransfer: { types: ['Files'], files: files() },
    })
    act(() => {
      document.body.dispatchEvent(drop)
    })
    expect(drop.defaultPrevented).toBe(true)
    expect(await preview()).toHaveTextContent('Found: 2 stakeholders and 2 ties.')
  })
})
