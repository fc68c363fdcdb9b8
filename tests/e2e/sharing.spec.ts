import { expect, test } from './support/app.ts'
import { crowd, mapFile, openMapFile } from './support/mapFile.ts'

const HIDDEN = { level: 'confidential', publicStance: null } as const

test('before sharing, the keyboard leads through 300 names, and to what is withheld only when asked', async ({
  page,
}) => {
  const people = [
    ...crowd(299),
    { name: 'Quiet Nightingale', confidentiality: HIDDEN },
    {
      name: 'Bakers',
      description: 'Friends of the quiet nightingale',
      tags: ['ＱＵＩＥＴ nightingále'],
    },
  ]
  await openMapFile(page, mapFile('Bread for all', people))
  await page.getByRole('button', { name: 'Export', exact: true }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('checkbox', { name: 'Tags' }).focus()
  await page.keyboard.press('Space')
  await expect(dialog.getByText(/^1 text mentions somebody hidden/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Review before sharing' }).focus()
  await page.keyboard.press('Enter')
  const review = page.getByRole('dialog', { name: 'Review before sharing' })
  // Everybody, and two texts.
  await expect(review.getByRole('listitem')).toHaveCount(302)
  await expect(review).not.toContainText(/nightingale/iu)
  // Nothing is cut off sideways, and the buttons are there whatever the length of the list.
  const box = await review.boundingBox()
  expect(box && box.x >= 0 && box.x + box.width <= 1440).toBe(true)
  const show = review.getByRole('button', { name: 'Show what is withheld' })
  await expect(show).toBeInViewport()
  await show.focus()
  await page.keyboard.press('Enter')
  await expect(review.getByRole('region', { name: 'Hidden stakeholders' })).toContainText(
    'Quiet Nightingale',
  )
  await expect(review.getByText('Tag of Bakers: mentions “Quiet Nightingale”')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(review).toBeHidden()
  await expect(dialog.getByRole('button', { name: 'Review before sharing' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  // Printed from the team view: the public picture, and nothing of the editor even where no script has its say.
  await page.evaluate(() => {
    addEventListener('beforeprint', () => {
      document.documentElement.dataset['printed'] =
        document.querySelector('.print-sheet')?.textContent ?? ''
    })
  })
  await page.pdf()
  const printed = await page.locator('html').getAttribute('data-printed')
  expect(printed).toContain('Public version')
  expect(printed).not.toMatch(/nightingale/iu)
  await expect(page.locator('.print-sheet')).toHaveCount(0)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('body').innerText()).toBe('')
})
