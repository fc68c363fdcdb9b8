import { allMaps, expect, openExample, saved, test } from './support/app.ts'

test('a trainer makes a copy with invented names, finds it again, and deletes it', async ({
  page,
}) => {
  await openExample(page)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('button', { name: 'Make a teaching copy…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Teaching copy' })
  const first = await dialog.getByRole('listitem').first().innerText()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('listitem').first()).not.toHaveText(first)
  await dialog.getByRole('button', { name: 'Make teaching copy' }).click()

  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(/^Teaching copy: /)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await saved(page)
  await page.reload()
  await expect(heading).toHaveText(/^Teaching copy: /)
  await expect(page.locator('.editor')).not.toContainText(/Mississippi|Freedom|Governor/)
  const name = await heading.innerText()

  await allMaps(page)
  await page.getByRole('button', { name: `Move ${name} to the bin` }).click()
  const maps = page.getByRole('list', { name: 'Maps' }).getByRole('listitem')
  await expect(maps).toHaveCount(1)
  await expect(maps).toContainText('Freedom Summer, 1964')
})
