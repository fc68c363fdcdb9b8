import { card, details, expect, redoButton, saved, test, undoButton } from './support/app.ts'
import { faults } from './support/axe.ts'
import { fullCopy } from './support/exporting.ts'
import { mapFile, openMapFile, STANCES } from './support/mapFile.ts'

const [ALLY, , , , OPPONENT] = STANCES

/** What a colleague does with the copy: other words, somebody more, and somebody else's confidence given up. */
function changedBy(text: string): string {
  const copy: { stakeholders: { name: string }[]; map: object } = JSON.parse(text)
  const [nurses, bishop, engineer] = copy.stakeholders
  const placement = { stance: ALLY, depth: 0.5 }
  const added = { ...nurses, id: 'somebody-new', name: 'Tenants’ federation', placement }
  return JSON.stringify({
    ...copy,
    map: { ...copy.map, goal: 'Shut by 2028' },
    stakeholders: [
      { ...nurses, placement, tags: ['care', 'shift work'] },
      { ...bishop, notes: 'The chaplain is our door.' },
      { ...engineer, confidentiality: { level: 'public' } },
      added,
    ],
  })
}

test('a colleague’s copy is compared, merged as chosen as one undo, and has nothing new when it is sent again', async ({
  page,
}) => {
  const at = (stance = 0) => ({ placement: { stance, depth: 0.5 } })
  await openMapFile(
    page,
    mapFile('Close the incinerator', [
      { name: 'Nurses’ union', ...at(0), tags: ['care'] },
      { name: 'Bishop', ...at(OPPONENT) },
      {
        name: 'Plant engineer',
        ...at(ALLY),
        confidentiality: { level: 'confidential', publicStance: null },
      },
    ]),
  )
  const theirs = changedBy(await fullCopy(page))
  await card(page, 'Bishop').click()
  await details(page).getByLabel('Notes').fill('Asked in May.')
  await details(page).getByLabel('Notes').press('Tab')
  await saved(page)
  const ours = await fullCopy(page)

  await page.getByRole('button', { name: 'Import' }).click()
  const importing = page.getByRole('dialog', { name: 'Import' })
  const file = { name: 'theirs.json', mimeType: '', buffer: Buffer.from(theirs) }
  await importing.getByLabel('File', { exact: true }).setInputFiles(file)
  await expect(importing.getByText('This is another copy of this map.')).toBeVisible()
  await importing.getByRole('button', { name: 'Compare and merge' }).click()

  const merging = page.getByRole('dialog', { name: 'Compare and merge' })
  await expect(
    merging.getByRole('list', { name: 'Stakeholders' }).getByRole('listitem'),
  ).toHaveText(['0 the same', '3 differ', '1 only in the file', '0 only on this map'])
  expect(await faults(page)).toEqual([])
  const field = (name: string) => merging.getByRole('group', { name, exact: true })
  await expect(field('Tags, Nurses’ union').getByRole('radio', { name: 'The file' })).toBeChecked()
  await expect(
    field('Confidentiality, Plant engineer').getByRole('radio', { name: 'This map' }),
  ).toBeChecked()
  await field('Stance, Nurses’ union').getByRole('radio', { name: 'This map' }).press('ArrowRight')
  await field('Notes, Bishop').getByRole('radio', { name: 'Both together' }).check()
  await expect(
    merging.getByText('1 stakeholder added and 4 fields changed.', { exact: true }),
  ).toBeVisible()
  await expect(card(page, 'Tenants’ federation')).toHaveCount(0)
  await merging.getByRole('button', { name: 'Merge' }).click()

  await expect(merging).toBeHidden()
  await expect(card(page, 'Tenants’ federation')).toHaveAccessibleName(/, active ally/)
  await expect(card(page, 'Nurses’ union')).toHaveAccessibleName(/, active ally/)
  await expect(card(page, 'Plant engineer')).toHaveAccessibleName(/, confidential$/)
  await expect(undoButton(page)).toHaveAttribute('title', 'Undo: merge')
  await undoButton(page).click()
  await expect(card(page, 'Tenants’ federation')).toHaveCount(0)
  await saved(page)
  expect(await fullCopy(page)).toBe(ours)
  await redoButton(page).click()
  await saved(page)
  await page.reload()
  await card(page, 'Bishop').click()
  await expect(details(page).getByLabel('Notes')).toHaveValue(
    'Asked in May.\n\nThe chaplain is our door.',
  )

  // The same file once more has nothing new; what was decided against is still there to be seen.
  await page.getByRole('button', { name: 'Import' }).click()
  await importing.getByLabel('File', { exact: true }).setInputFiles(file)
  await importing.getByRole('button', { name: 'Compare and merge' }).click()
  await expect(merging.getByText('As chosen, nothing would change.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(merging).toBeHidden()
})
