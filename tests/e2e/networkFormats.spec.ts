import { fileURLToPath } from 'node:url'
import type { Locator, Page } from '@playwright/test'
import { details, expect, newMap, openStart, saved, test, undoButton } from './support/app.ts'
import {
  choosePicture,
  chooseWidth,
  chooseTeam,
  openExport,
  OTHER_FORMATS,
  saveAs,
  saveWith,
} from './support/exporting.ts'
import { mapFile, openMapFile, type Entry, type Tie } from './support/mapFile.ts'
import { dot, dots, expectTies, openNetwork, openView, said, ties } from './support/network.ts'
import { decoded } from './support/pictures.ts'
import { mapWithHidden, mapWithoutHidden, secretsIn } from './support/redaction.ts'
import { allRows, settledRows } from './support/rows.ts'
import { allTextOf } from '../support/unzip.ts'

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/network/${name}`, import.meta.url))

async function openImport(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  return page.getByRole('dialog', { name: 'Import' })
}

const choose = (dialog: Locator, files: Parameters<Locator['setInputFiles']>[0]): Promise<void> =>
  dialog.getByLabel('File', { exact: true }).setInputFiles(files)

const textFile = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

interface Foreign {
  readonly format: string
  readonly files: readonly string[]
  /** How many stakeholders and ties are found. */
  readonly found: string
  /** What is skipped, read otherwise, kept elsewhere or left out, and said so. */
  readonly says: readonly string[]
  readonly names: readonly string[]
  /** Somebody, and one of its ties. */
  readonly tie: readonly [name: string, sentence: string]
}

/** Written by hand to each format's public description; see the head of each file. */
const FOREIGN: readonly Foreign[] = [
  {
    format: 'Kumu tables (CSV)',
    files: ['kumu-elements.csv', 'kumu-connections.csv'],
    found: '4 stakeholders and 5 ties',
    says: [
      '6 entries are skipped',
      'is there already',
      'to itself',
      'Riverside Bank',
      'In conflict with',
      'Founded',
    ],
    names: ["Tenants' federation", 'Amina Yusuf', 'Housing committee', "Landlords' league"],
    tie: ['Amina Yusuf', "Amina Yusuf reports to Tenants' federation"],
  },
  {
    format: 'Kumu workbook (XLSX)',
    files: ['kumu-workbook.xlsx'],
    found: '3 stakeholders and 2 ties',
    says: ['Left out, as there is no place for it here', 'Budget', 'Members'],
    names: ["Tenants' federation", 'Amina Yusuf', 'Housing committee'],
    tie: ['Housing committee', "Tenants' federation influences Housing committee"],
  },
  {
    format: 'Kumu blueprint (JSON)',
    files: ['kumu-project.json'],
    found: '3 stakeholders and 1 tie',
    says: ['elem-Gone', 'power score', 'loops'],
    names: ["Anglers' club"],
    tie: ["Anglers' club", "Paper mill funds Anglers' club"],
  },
  {
    format: 'Gephi tables (CSV)',
    files: ['gephi-nodes.csv', 'gephi-edges.csv'],
    found: '3 stakeholders and 3 ties',
    says: ['the id “n2” is there already', '“n9”', 'modularity_class'],
    names: ["Anglers' club", 'Paper mill', 'n3'],
    tie: ['n3', "n3 funds Anglers' club"],
  },
  {
    format: 'GEXF',
    files: ['gexf-1.3.gexf'],
    found: '4 stakeholders and 4 ties',
    says: ['lobbies', 'viz:color', 'modularity_class'],
    names: ['Ridge Road Parents', 'Mayor & council', 'A worker at the plant', 'n3'],
    tie: ['Mayor & council', 'Ridge Road Parents influences Mayor & council'],
  },
  {
    format: 'GraphML',
    files: ['graphml-primer.graphml'],
    found: '4 stakeholders and 3 ties',
    says: ['partners', 'hyperedge', 'members', 'lies inside another'],
    names: ['Rowing club', 'Anglers', 'Ministry', 'Water office'],
    tie: ['Water office', 'Water office reports to Ministry'],
  },
  {
    format: 'GraphML',
    files: ['graphml-yed.graphml'],
    found: '4 stakeholders and 4 ties',
    says: ['y:Fill', 'url'],
    names: ['Faith groups', 'St Mark’s parish', 'Bishop', 'n2'],
    tie: ['n2', 'n2 trusts Bishop'],
  },
  {
    format: 'Oligrapher (JSON)',
    files: ['oligrapher-3.json'],
    found: '3 stakeholders and 3 ties',
    says: ['404', 'funder', 'captions'],
    names: ['Northland Bank', 'R. Quist', 'Pipeline company'],
    tie: ['Pipeline company', 'Northland Bank funds Pipeline company'],
  },
  {
    format: 'JSON Canvas',
    files: ['jsonCanvas-workshop.canvas'],
    found: '5 stakeholders and 4 ties',
    says: ['sticker', 'g2', 'background'],
    names: ["Teachers' union", 'Ines from the clinic', 'School board'],
    tie: ['School board', "Teachers' union influences School board"],
  },
]

for (const { format, files, found, says, names, tie } of FOREIGN) {
  test(`${format} (${files.join(' and ')}) is previewed, imported only when told to, and is one undo`, async ({
    page,
  }) => {
    await newMap(page, 'Clean air')
    const rows = await settledRows(page, { openedWithPeople: false })
    const dialog = await openImport(page)
    await choose(dialog, files.map(fixture))
    const preview = dialog.getByRole('region', { name: 'What is in the file' })
    await expect(preview).toContainText(`Found: ${found}.`)
    await expect(preview.getByRole('list', { name: 'Read as' })).toContainText(format)
    for (const words of says) await expect(preview).toContainText(words)
    expect(await allRows(page)).toBe(rows)
    await preview.getByRole('button', { name: `Import ${found}` }).click()
    await expect(dialog).toHaveCount(0)
    await expect(said(page, `Imported ${found}`)).toBeAttached()
    await openNetwork(page, Number(found.split(' ')[0]))
    for (const name of names) await expect(dot(page, name)).toBeVisible()
    await dot(page, tie[0]).click()
    await expect(ties(page).filter({ hasText: tie[1] })).toHaveCount(1)
    await undoButton(page).click()
    await expect(dots(page)).toHaveCount(0)
    await expect(undoButton(page)).toBeDisabled()
  })
}

test('fields become what they mean here: segment, influence, kind, confidentiality, tags', async ({
  page,
}) => {
  await newMap(page, 'Clean air')
  const dialog = await openImport(page)
  await choose(dialog, ['kumu-elements.csv', 'kumu-connections.csv'].map(fixture))
  await dialog.getByRole('button', { name: /^Import 4/ }).click()
  await openNetwork(page, 4)
  await expect(dot(page, "Tenants' federation")).toHaveAccessibleName(
    "Tenants' federation, active ally, high influence",
  )
  await expect(dot(page, 'Amina Yusuf')).toHaveAccessibleName(/confidential$/)
  await dot(page, "Tenants' federation").click()
  await expect(details(page).getByLabel('Sector')).toHaveValue('Housing')
  await expect(details(page).getByLabel('Notes')).toHaveValue(/1998/)
  await expect(details(page)).toContainText('rent')
})

test('a list of ties finds who is on the map already, and adds others only when told to', async ({
  page,
}) => {
  await openMapFile(
    page,
    mapFile('Housing', [
      { name: 'Housing committee' },
      { name: 'Amina Yusuf' },
      { name: "Tenants' federation" },
    ]),
  )
  const dialog = await openImport(page)
  await choose(dialog, fixture('kumu-connections.csv'))
  await expect(dialog).toContainText('3 stakeholders that are on the map already')
  await expect(dialog).toContainText('to itself')
  const others = dialog.getByLabel(/stakeholders that only ties name/)
  await expect(others).not.toBeChecked()
  await dialog.getByRole('button', { name: 'Import 3 ties' }).click()
  await openNetwork(page, 3)
  await expectTies(page, 'Amina Yusuf', ["Amina Yusuf reports to Tenants' federation"])
  await undoButton(page).click()
  await expectTies(page, 'Amina Yusuf', [])
  await openImport(page)
  await choose(dialog, fixture('kumu-connections.csv'))
  await others.check()
  await dialog.getByRole('button', { name: 'Import 2 stakeholders and 6 ties' }).click()
  await openNetwork(page, 5)
  await expect(dot(page, 'Riverside Bank')).toBeVisible()
})

test('the same file a second time uses those who are on the map already, and adds nothing', async ({
  page,
}) => {
  await newMap(page, 'Clean air')
  const dialog = await openImport(page)
  await choose(dialog, fixture('gexf-1.3.gexf'))
  await dialog.getByRole('button', { name: /^Import 4/ }).click()
  await expect(dialog).toHaveCount(0)
  await openImport(page)
  await choose(dialog, fixture('gexf-1.3.gexf'))
  await expect(dialog).toContainText('4 of them are on the map already')
  await expect(dialog.getByRole('button', { name: 'Nothing new to import' })).toBeDisabled()
  await dialog.getByLabel(/Use those already on the map/).uncheck()
  await expect(
    dialog.getByRole('button', { name: 'Import 4 stakeholders and 4 ties' }),
  ).toBeEnabled()
})

test('places in a file are kept in a map that has none of its own', async ({ page }) => {
  await newMap(page, 'Clean air')
  const dialog = await openImport(page)
  await choose(dialog, fixture('oligrapher-3.json'))
  await dialog.getByRole('button', { name: /^Import 3/ }).click()
  await openNetwork(page, 3)
  const middle = async (name: string) => {
    const box = await dot(page, name).boundingBox()
    if (!box) throw new Error(`${name} is not on screen`)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  const [bank, quist, company] = [
    await middle('Northland Bank'),
    await middle('R. Quist'),
    await middle('Pipeline company'),
  ]
  expect(bank.x).toBeLessThan(quist.x)
  expect(quist.x).toBeLessThan(company.x)
  expect(quist.y).toBeLessThan(bank.y)
  expect(bank.y).toBeLessThan(company.y)
})

test('a map that has places of its own keeps them, and says so', async ({ page }) => {
  const own = { networkPosition: { x: 0, y: 0, pinned: true } }
  await openMapFile(page, mapFile('Pipeline', [{ name: 'Northland Bank', ...own }]))
  const dialog = await openImport(page)
  await choose(dialog, fixture('oligrapher-3.json'))
  await expect(dialog).toContainText('1 of them is on the map already: Northland Bank')
  await expect(dialog).toContainText('Places in the network are left out')
  await dialog.getByRole('button', { name: 'Import 2 stakeholders and 3 ties' }).click()
  await openNetwork(page, 3)
  await expectTies(page, 'R. Quist', [
    'R. Quist → Northland Bank: Director',
    'R. Quist and Pipeline company influence each other',
  ])
})

test('accents in an old encoding are read, and said to be a guess', async ({ page }) => {
  await newMap(page, 'Accents')
  const dialog = await openImport(page)
  const latin1 = (name: string, text: string) => ({
    ...textFile(name, ''),
    buffer: Buffer.from(text, 'latin1'),
  })
  await choose(dialog, [
    latin1('nodes.csv', 'Id;Label\n1;Café des Quais\n2;Collège Zürich\n'),
    latin1('edges.csv', 'Source;Target;Type;Label\n1;2;Directed;prête une salle à\n'),
  ])
  await expect(dialog).toContainText('Café des Quais → Collège Zürich: prête une salle à')
  await expect(dialog).toContainText('this is a guess')
  await dialog.getByRole('button', { name: 'Import 2 stakeholders and 1 tie' }).click()
  await openNetwork(page, 2)
  await expect(dot(page, 'Collège Zürich')).toBeVisible()
})

test('what would do harm or can’t be read is refused with a sentence, and nothing is changed', async ({
  page,
}) => {
  await newMap(page, 'Clean air')
  const rows = await settledRows(page, { openedWithPeople: false })
  const dialog = await openImport(page)
  const refused: readonly (readonly [Parameters<typeof choose>[1], RegExp])[] = [
    [fixture('gexf-billion-laughs.gexf'), /declares a document type/],
    [fixture('graphml-external-entity.graphml'), /declares a document type/],
    [textFile('broken.gexf', '<gexf><graph></gexf></graph>'), /not well-formed XML/],
    [textFile('page.xml', '<html><body/></html>'), /not a file of any kind/],
    [textFile('other.json', '{"nodes": 1}'), /not a file of any kind/],
    [{ ...textFile('a.xlsx', ''), buffer: Buffer.from('PK\x03\x04broken') }, /damaged/],
    [[fixture('kumu-elements.csv'), fixture('gephi-nodes.csv')], /don't belong together/],
    [
      [fixture('kumu-elements.csv'), fixture('kumu-connections.csv'), fixture('gephi-edges.csv')],
      /don't belong together/,
    ],
    [
      { ...textFile('sound.mp3', ''), buffer: Buffer.from([0, 1, 2, 0, 255, 254, 0, 9, 0]) },
      /not a text file|not a file of any kind/,
    ],
  ]
  for (const [files, sentence] of refused) {
    await choose(dialog, files)
    await expect(dialog.getByRole('status').first()).toContainText(sentence)
    await expect(dialog.getByRole('status').first()).toContainText('Nothing was imported')
    await expect(dialog.getByRole('button', { name: /^Import/ })).toHaveCount(0)
    expect(await allRows(page)).toBe(rows)
  }
})

test('a table and a file that is none are told apart: they don’t belong together', async ({
  page,
}) => {
  await newMap(page, 'Clean air')
  const dialog = await openImport(page)
  await choose(dialog, [fixture('kumu-elements.csv'), fixture('kumu-blueprint.json')])
  await expect(dialog.getByRole('status').first()).toContainText("don't belong together")
})

test('20,000 rows are read, counted and imported', async ({ page }) => {
  await newMap(page, 'Large')
  const nodes = Array.from({ length: 8000 }, (_, i) => `n${i};Group ${i}`)
  const edges = Array.from(
    { length: 12_000 },
    (_, i) => `n${i % 8000};n${(i * 7 + (i < 8000 ? 1 : 3)) % 8000};Directed;${i}`,
  )
  const dialog = await openImport(page)
  await choose(dialog, [
    textFile('nodes.csv', `Id;Label\n${nodes.join('\n')}\n`),
    textFile('edges.csv', `Source;Target;Type;Id\n${edges.join('\n')}\nn1;n1;Directed;x\n`),
  ])
  await expect(dialog).toContainText(/Found: 8,000 stakeholders and 1\d,\d{3} ties/, {
    timeout: 15_000,
  })
  await expect(dialog).toContainText('to itself')
  await dialog.getByRole('button', { name: /^Import 8,000 stakeholders/ }).click()
  await expect(dialog).toHaveCount(0, { timeout: 30_000 })
  await expect(page.getByRole('heading', { name: 'Not placed yet 8000' })).toBeVisible()
  await saved(page)
})

const hidden = { level: 'confidential', publicStance: null } as const

/** Something of everything that is kept in a map. */
const PEOPLE: readonly Entry[] = [
  {
    name: 'Nurses’ “union”, branch 7',
    placement: { stance: 0.8, depth: 0.5 },
    influence: 0.5,
    role: 'member',
    kind: 'organisation',
    sector: 'Health',
    offers: ['expertise'],
    tags: ['night shift', 'a|b'],
    description: 'Works <nights> & days',
  },
  { name: 'اتحاد الطلاب', placement: { stance: 0.4, depth: 0.5 }, kind: 'group', influence: 0.15 },
  { name: 'Commuters’ forum', placement: { stance: 0, depth: 0.5 }, needs: ['a hall'] },
  { name: 'Line\tmanager', placement: { stance: -0.4, depth: 0.5 }, kind: 'person' },
  { name: '=Ridge Energy plc', placement: { stance: -0.8, depth: 0.5 }, influence: 0.9 },
  { name: 'Fire brigade' },
  { name: 'Zebedee', placement: { stance: 0.9, depth: 0.5 }, confidentiality: hidden },
]
const [NURSES, STUDENTS, FORUM, MANAGER, RIDGE, FIRE, ZEBEDEE] = PEOPLE.map(({ name }) => name)

const TIES: readonly Tie[] = [
  { from: NURSES ?? '', to: STUDENTS ?? '', kind: 'trusts', strength: 3 },
  { from: STUDENTS ?? '', to: FORUM ?? '', kind: 'influences', strength: 1 },
  { from: FORUM ?? '', to: MANAGER ?? '', kind: 'reports to' },
  { from: RIDGE ?? '', to: FORUM ?? '', kind: 'funds', strength: 3 },
  { from: NURSES ?? '', to: RIDGE ?? '', kind: 'opposes', direction: 'mutual' },
  { from: FIRE ?? '', to: NURSES ?? '', kind: 'works with', direction: 'mutual' },
  { from: STUDENTS ?? '', to: FIRE ?? '', kind: 'own', label: 'shares a room with' },
  { from: ZEBEDEE ?? '', to: RIDGE ?? '', kind: 'reports to', confidentiality: 'confidential' },
]

/** What a person sees of a network: everybody with segment and influence, and all ties with strength. */
async function everything(page: Page) {
  await openNetwork(page, PEOPLE.length)
  const people = await dots(page).evaluateAll((found) =>
    found.map((element) => element.getAttribute('aria-label') ?? '').toSorted(),
  )
  const seen = new Set<string>()
  for (const one of await dots(page).all()) {
    await one.click()
    const name = (await one.getAttribute('title')) ?? ''
    await expect(details(page).getByLabel('Name')).toHaveValue(name)
    for (const text of await ties(page).allInnerTexts()) seen.add(text.replaceAll(/\s+/g, ' '))
  }
  return { people, ties: [...seen].toSorted() }
}

test('a full copy in any of the formats comes back as it was', async ({ page }, testInfo) => {
  test.slow()
  await openMapFile(page, mapFile('There and back', PEOPLE, TIES))
  const before = await everything(page)
  expect(before.ties).toHaveLength(TIES.length)
  const dialog = await openExport(page)
  await chooseTeam(dialog)
  const copies = []
  for (const format of OTHER_FORMATS) {
    const { name, bytes } = await saveAs(dialog, format)
    expect(name).toMatch(/^allyscope-team-\d{4}(-\d\d){4}\./)
    await testInfo.attach(name, { body: bytes })
    copies.push({ format, file: { name, mimeType: 'application/octet-stream', buffer: bytes } })
  }
  await dialog.getByRole('button', { name: 'Close' }).click()
  for (const { format, file } of copies) {
    await test.step(format, async () => {
      await openStart(page)
      await page.getByLabel('Import a map').setInputFiles(file)
      const preview = page.getByRole('dialog', { name: 'Import' })
      await expect(preview).toContainText(`Found: ${PEOPLE.length} stakeholders and`)
      await expect(preview.getByText(/skipped/)).toHaveCount(0)
      await preview.getByRole('button', { name: 'Open as a new map' }).click()
      await expect(preview).toHaveCount(0)
      expect(await everything(page)).toEqual(before)
    })
  }
})

/** Opens the export, which is for the public unless told otherwise. */
async function openPublicExport(page: Page): Promise<Locator> {
  const dialog = await openExport(page)
  await expect(dialog.getByRole('radio', { name: 'Public' })).toBeChecked()
  return dialog
}

async function publicPictures(page: Page): Promise<Map<string, string>> {
  const outputs = new Map<string, string>()
  const dialog = await openPublicExport(page)
  await chooseWidth(dialog, 1920)
  for (const drawing of ['Spectrum', 'Network', 'Power'] as const) {
    await choosePicture(dialog, drawing)
    outputs.set(`${drawing} SVG`, (await saveWith(dialog, 'Save SVG')).bytes.toString())
    const { bytes } = await saveWith(dialog, 'Save PNG')
    expect((await decoded(page, bytes)).colours).toBeGreaterThan(10)
    outputs.set(`${drawing} PNG`, bytes.toString('latin1'))
    outputs.set(`${drawing} dialog`, await dialog.innerText())
  }
  return outputs
}

async function publicFormats(page: Page): Promise<Map<string, string>> {
  const outputs = new Map<string, string>()
  const dialog = await openPublicExport(page)
  for (const format of OTHER_FORMATS) {
    const { name, bytes } = await saveAs(dialog, format)
    expect(name).toMatch(/^allyscope-public-/)
    outputs.set(format, allTextOf(bytes))
  }
  return outputs
}

for (const [what, outputs] of [
  ['picture', publicPictures],
  ['format of another tool', publicFormats],
] as const) {
  test(`no ${what} for the public holds anything hidden, or tells that it is missing`, async ({
    page,
  }) => {
    await openMapFile(page, mapWithHidden('Close the incinerator'))
    const withHidden = await outputs(page)
    for (const [one, content] of withHidden) expect(secretsIn(content), one).toEqual([])
    await openMapFile(page, mapWithoutHidden('Close the incinerator'))
    const twin = await outputs(page)
    for (const [one, content] of withHidden) {
      expect(content === twin.get(one), `${one} is that of the twin`).toBe(true)
      expect(content.length, one).toBeGreaterThan(200)
    }
    for (const [one, content] of withHidden)
      if (!one.endsWith('PNG')) expect(content, one).toContain('chief of staff')
  })
}

test('a full copy holds what the team knows, in every format and picture', async ({ page }) => {
  await openMapFile(page, mapWithHidden('Close the incinerator'))
  const dialog = await openExport(page)
  await chooseTeam(dialog)
  for (const format of OTHER_FORMATS)
    expect(secretsIn(allTextOf((await saveAs(dialog, format)).bytes)), format).toContain('Zebedee')
  await choosePicture(dialog, 'Network')
  const svg = (await saveWith(dialog, 'Save SVG')).bytes.toString()
  expect(secretsIn(svg)).toEqual(['Zebedee', 'Wystan'])
})

test('a full copy is saved in no format before it is confirmed', async ({ page }) => {
  await openMapFile(page, mapWithHidden('Close the incinerator'))
  await openView(page, 'Network')
  const dialog = await openExport(page)
  await dialog.getByText('Other formats…').click()
  const save = dialog.getByRole('button', { name: 'Save in this format' })
  await expect(save).toBeEnabled()
  await dialog.getByRole('radio', { name: 'Team' }).check()
  await expect(save).toBeDisabled()
  expect(secretsIn(await dialog.innerHTML())).toEqual([])
  await dialog.getByLabel('I will keep it within the team').check()
  await expect(save).toBeEnabled()
})
