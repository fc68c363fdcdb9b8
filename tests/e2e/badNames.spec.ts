import {
  addAndPlace,
  addField,
  addStakeholder,
  allMaps,
  card,
  details,
  expect,
  newMap,
  notPlaced,
  pasteNames,
  saved,
  test,
  trayCard,
  undoButton,
} from './support/app.ts'
import { openExport, saveWith } from './support/exporting.ts'
import { allRows, settledRows } from './support/rows.ts'
import { cardBoxes, overlaps } from './support/pie.ts'

test('an empty name is no name, typed or invisible', async ({ page }) => {
  await newMap(page, 'Names')
  for (const name of ['', '   ', '\u200b\u200d', '\u3164'.repeat(3)]) {
    await addField(page).fill(name)
    await addField(page).press('Enter')
  }
  await expect(notPlaced(page)).toContainText('Nobody yet.')
  await expect(undoButton(page)).toBeDisabled()
})

test('ten thousand characters are refused with the limit, and nothing is changed', async ({
  page,
}) => {
  await newMap(page, 'Names')
  await addStakeholder(page, 'There before')
  const rows = await settledRows(page, { openedWithPeople: false })
  await addField(page).fill('long '.repeat(2000))
  await addField(page).press('Enter')
  await expect(
    page.getByText(/longer than 300 characters\. Nothing was changed/).first(),
  ).toBeVisible()
  await expect(notPlaced(page).getByRole('listitem')).toHaveText(['There before'])
  expect(await allRows(page)).toBe(rows)

  await trayCard(page, 'There before').click()
  const name = details(page).getByRole('textbox', { name: 'Name' })
  await name.fill('x'.repeat(10_000))
  await name.press('Enter')
  // What was typed is not thrown away, nor taken in.
  await details(page).getByRole('button', { name: 'Drop it: Name' }).click()
  await expect(name).toHaveValue('There before')
  expect(await allRows(page)).toBe(rows)
})

const ODD: readonly { readonly typed: string; readonly kept: string }[] = [
  { typed: 'جمعية سكان الضفة', kept: 'جمعية سكان الضفة' },
  { typed: 'ועד הבית, רחוב 7', kept: 'ועד הבית, רחוב 7' },
  { typed: '👩🏽‍⚕️ Nurses 🏳️‍🌈', kept: '👩🏽‍⚕️ Nurses 🏳️‍🌈' },
  {
    typed: '<b>Bold</b> & <img src=x onerror=alert(1)>',
    kept: '<b>Bold</b> & <img src=x onerror=alert(1)>',
  },
  { typed: '"><script>alert(1)</script>', kept: '"><script>alert(1)</script>' },
  { typed: 'Bell\u0007 and\u0000 null\u001b[31m', kept: 'Bell and null[31m' },
  { typed: 'Reversed \u202egnp.exe', kept: 'Reversed gnp.exe' },
  { typed: 'W'.repeat(300), kept: 'W'.repeat(300) },
  { typed: 'constructor', kept: 'constructor' },
  { typed: '__proto__', kept: '__proto__' },
  { typed: ']]> --> ${name} {name}', kept: ']]> --> ${name} {name}' },
]

test('odd names are shown as they are, harm nothing, and come back after a reload', async ({
  page,
}) => {
  await newMap(page, 'Names')
  let talked = false
  page.on('dialog', () => (talked = true))
  for (const [index, { typed, kept }] of ODD.entries()) {
    await addStakeholder(page, typed)
    await expect(notPlaced(page).getByRole('listitem').last()).toHaveText(kept)
    if (index % 2 === 0) continue
    await addField(page).press(String((index % 5) + 1))
    await expect(page.locator(`[data-stakeholder][aria-label^="${cssText(kept)}, "]`)).toBeVisible()
  }
  expect(overlaps(await cardBoxes(page))).toEqual([])
  const labels = [...(await cardBoxes(page)).keys()].toSorted()
  const listed = await notPlaced(page).getByRole('listitem').allTextContents()
  await saved(page)
  await page.reload()
  await expect(notPlaced(page).getByRole('listitem')).toHaveText(listed)
  expect([...(await cardBoxes(page)).keys()].toSorted()).toEqual(labels)
  const dialog = await openExport(page)
  const svg = (await saveWith(dialog, 'Save SVG')).bytes.toString()
  const blank = await page.context().newPage()
  const faults = await blank.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'image/svg+xml')
    return document.querySelectorAll('parsererror, script, img, b').length
  }, svg)
  expect(faults).toBe(0)
  expect(talked).toBe(false)
})

test('an odd issue is no way into the page either, and is cleaned like a name', async ({
  page,
}) => {
  const issue = '<img src=x onerror=alert(1)> \u202eissue'
  const clean = '<img src=x onerror=alert(1)> issue'
  await newMap(page, issue, '<script>alert(1)</script>')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(clean)
  await expect(page.locator('h1 img')).toHaveCount(0)
  await allMaps(page)
  await page.getByRole('button', { name: `Rename ${clean}` }).click()
  const dialog = page.getByRole('dialog', { name: 'Rename the map' })
  await dialog.getByLabel('The issue').fill('\u200b \u3164')
  await expect(dialog.getByRole('button', { name: 'Rename' })).toBeDisabled()
  await dialog.getByLabel('The issue').fill(' Night\u202e buses ')
  await dialog.getByRole('button', { name: 'Rename' }).click()
  await expect(page.getByRole('list', { name: 'Maps' })).toContainText('Night buses')
})

test('a paste of 20 MB is answered and breaks nothing', async ({ page }) => {
  test.slow()
  await newMap(page, 'Names')
  await addAndPlace(page, 'There before', 2)
  await page.evaluate(() => {
    const input = document.querySelector('input[aria-label="Add a stakeholder"]')
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'Somebody called out again and again\n'.repeat(560_000))
    input?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  })
  await expect(page.getByText(/too much for one paste .* Nothing was added/).first()).toBeAttached({
    timeout: 4000,
  })
  await expect(page.getByRole('region', { name: 'Not placed yet 0' })).toBeVisible()
  await expect(card(page, 'There before')).toBeVisible()
  await addStakeholder(page, 'Still working')
  await expect(trayCard(page, 'Still working')).toBeVisible()
})

test('one pasted line of 20 MB is refused, not swallowed', async ({ page }) => {
  test.slow()
  await newMap(page, 'Names')
  await pasteNames(page, `${'x'.repeat(20_000_000)}\nShort one`)
  await expect(page.getByText(/too much for one paste/).first()).toBeAttached({ timeout: 4000 })
  await addField(page).fill('')
  await addStakeholder(page, 'Still working')
  await expect(trayCard(page, 'Still working')).toBeVisible()
})

const cssText = (text: string): string => text.replaceAll(/["\\]/g, String.raw`\$&`)
