import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import {
  addAndPlace,
  addField,
  addStakeholder,
  allMaps,
  card,
  details,
  expect,
  look,
  newMap,
  saved,
  test,
  trayCard,
} from './support/app.ts'
import { openExport } from './support/exporting.ts'
import {
  expectNeutralStart,
  newSealedMap,
  panic,
  tryPassphrase,
  typeOffered,
  unlock,
} from './support/sealing.ts'

test.use({ serviceWorkers: 'allow' })

/** With the keyboard: a click would be tried again on what stands there when the page has gone. */
const lock = async (page: Page) => {
  await page.getByRole('button', { name: 'Lock', exact: true }).focus()
  await page.keyboard.press('Enter')
}

const openSettings = async (page: Page) => {
  await page.getByRole('button', { name: 'Map settings' }).click()
  return page.getByRole('dialog', { name: 'Map settings' })
}

test('a map is sealed from its first word on, locked in every way, and opens with its passphrase', async ({
  page,
}) => {
  test.slow()
  const passphrase = await newSealedMap(page, 'Close the incinerator')

  await test.step('locked by the button, with what is being typed', async () => {
    await addAndPlace(page, 'Nurses’ union', 1)
    await card(page, 'Nurses’ union').click()
    await details(page).getByLabel('Notes').fill('Speaks for the night shift')
    await lock(page)
    await expectNeutralStart(page)
    await expect(page.getByText(/incinerator|Nurses/)).toHaveCount(0)
    // A restart of the browser leads to the list as well, not to the map.
    await page.goto('./')
    await expectNeutralStart(page)
  })

  await test.step('a wrong passphrase changes nothing', async () => {
    const entry = page.getByRole('button', { name: /^Sealed map/ })
    const sign = /[a-z]+-\d\d/.exec((await entry.textContent()) ?? '')?.[0] ?? 'no sign'
    await entry.press('Enter')
    await expect(page.getByRole('heading', { name: `Sealed map ${sign}` })).toBeVisible()
    await expect(page.getByRole('button', { name: /recovery key/ })).toHaveCount(0)
    for (const wrong of ['no', `${passphrase}s`]) {
      await tryPassphrase(page, wrong)
      await expect(page.getByText('This passphrase does not open the map.').first()).toBeVisible()
      await expect(page.getByLabel('Passphrase')).toBeFocused()
    }
    // Reloading at the address of a locked map asks again.
    await page.reload()
    await tryPassphrase(page, passphrase.toUpperCase())
    await expect(page.getByText('This passphrase does not open the map.').first()).toBeVisible()
    await tryPassphrase(page, `  ${passphrase.replaceAll(' ', '   ')} `)
    await expect(card(page, 'Nurses’ union')).toBeVisible()
    await card(page, 'Nurses’ union').click()
    await expect(details(page).getByLabel('Notes')).toHaveValue('Speaks for the night shift')
  })

  await test.step('panic: blank at once, a neutral start, and nothing lost', async () => {
    await addStakeholder(page, 'Dr Okafor')
    await (await openSettings(page)).getByLabel('Who are “we”?').focus()
    await page.evaluate(() => {
      let pressed = 0
      addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true })
      new MutationObserver(() => {
        const isBlank = document.body.childElementCount === 0
        if (isBlank) sessionStorage.setItem('blank', String(performance.now() - pressed))
      }).observe(document.body, { childList: true })
    })
    await panic(page)
    const blankAfter = await page.evaluate(() => sessionStorage.getItem('blank'))
    expect(Number(blankAfter ?? Number.NaN)).toBeLessThan(100)
    await page.evaluate(() => sessionStorage.clear())
    await page.goBack()
    await expect(page.getByText(/Okafor|incinerator/)).toHaveCount(0)
    await page.goto('./')
    await unlock(page, passphrase)
    await expect(trayCard(page, 'Dr Okafor')).toBeVisible()
  })

  await test.step('a lock in one tab locks the other', async () => {
    const other = await page.context().newPage()
    await other.goto('./')
    await unlock(other, passphrase)
    await lock(page)
    await expectNeutralStart(page)
    await expectNeutralStart(other)
    await other.close()
  })

  await test.step('nobody there: warned of, then locked', async () => {
    await page.clock.install()
    await page.reload()
    await unlock(page, passphrase)
    await page.clock.fastForward('04:31')
    await expect(page.locator('.notice')).toContainText('locks in half a minute')
    await page.mouse.move(300, 300)
    await page.clock.fastForward('04:00')
    await expect(addField(page)).toBeVisible()
    await page.clock.fastForward('01:01')
    await expectNeutralStart(page)
  })

  await test.step('burnt', async () => {
    await page.getByRole('button', { name: /^Burn the sealed map/ }).click()
    await page.getByLabel('Type “burn” to go on').fill('burn')
    await page.getByRole('button', { name: 'Burn', exact: true }).click()
    await expect(page.getByRole('button', { name: /^Sealed map/ })).toHaveCount(0)
    await expect(page.getByText(/^Bin/)).toHaveCount(0)
  })
})

test('a map that exists is sealed, kept as a sealed backup, opened with its recovery key, and unsealed', async ({
  page,
}) => {
  test.slow()
  await newMap(page, 'Ridge Road')
  await addAndPlace(page, 'Plant engineer', 2)
  await saved(page)
  let recoveryKey = ''

  await test.step('sealed, with a recovery key', async () => {
    const settings = await openSettings(page)
    await settings.getByRole('button', { name: 'Seal this map…' }).click()
    await typeOffered(page)
    await page.getByLabel('Also make a recovery key to print').check()
    await page.getByRole('button', { name: 'Seal the map' }).click()
    await expect(page.getByRole('dialog', { name: 'Your recovery key' })).toBeVisible()
    recoveryKey = (await page.locator('.recovery-key span').allTextContents()).join('-')
    // Nothing tells this browser that it has printed; the sheet goes with the dialog all the same.
    await page.getByRole('button', { name: 'Print' }).click()
    await expect(page.frameLocator('iframe').getByText(recoveryKey)).toBeAttached()
    await page.getByLabel('I have kept it safe').check()
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(page.locator('iframe')).toHaveCount(0)
    await settings.getByRole('button', { name: 'Close' }).click()
    await addStakeholder(page, 'After the seal')
    await saved(page)
  })

  let backup: { name: string; mimeType: string; buffer: Buffer } | null = null
  let backupPassphrase = ''
  await test.step('kept as a sealed file', async () => {
    const dialog = await openExport(page)
    await dialog.getByRole('radio', { name: 'Team' }).check()
    await dialog.getByRole('button', { name: 'Sealed backup (.age)' }).click()
    backupPassphrase = await typeOffered(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the sealed backup' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^allyscope-backup-\d{4}(-\d\d){4}\.age$/)
    const buffer = await readFile(await download.path())
    expect(buffer.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    expect(buffer.includes('Plant engineer')).toBe(false)
    backup = { name: 'backup.age', mimeType: 'application/octet-stream', buffer }
    await dialog.getByRole('button', { name: 'Close' }).click()
  })

  await test.step('opened with the recovery key, and the seal taken off', async () => {
    await allMaps(page)
    await expect(page.getByText('Ridge Road')).toHaveCount(0)
    await page.getByRole('button', { name: /^Sealed map/ }).click()
    await page.getByRole('button', { name: 'Use the recovery key instead' }).click()
    await page.getByLabel('Recovery key').fill(recoveryKey.toLowerCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: 'Unlock', exact: true }).click()
    await expect(card(page, 'Plant engineer')).toBeVisible()
    await expect(trayCard(page, 'After the seal')).toBeVisible()
    const settings = await openSettings(page)
    await settings.getByRole('button', { name: 'Take the seal off…' }).click()
    await page.getByRole('button', { name: 'Use the recovery key instead' }).click()
    await page.getByLabel('Recovery key').fill(recoveryKey)
    await page.getByRole('button', { name: 'Take the seal off', exact: true }).click()
    await expect(settings.getByRole('button', { name: 'Seal this map…' })).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await settings.getByRole('button', { name: 'Close' }).click()
    await page.reload()
    await expect(card(page, 'Plant engineer')).toBeVisible()
  })

  await test.step('the sealed file becomes a map again', async () => {
    await allMaps(page)
    await page
      .getByLabel('Import a map', { exact: true })
      .last()
      .setInputFiles(backup ?? [])
    const dialog = page.getByRole('dialog', { name: 'Import' })
    await dialog.getByLabel('Passphrase').fill('wrong')
    await dialog.getByRole('button', { name: 'Open the file' }).click()
    // scrypt is slow on purpose, and slower still on a busy machine.
    await expect(dialog.getByText('This passphrase does not open the file.').first()).toBeVisible({
      timeout: 20_000,
    })
    await dialog.getByLabel('Passphrase').fill(backupPassphrase)
    await dialog.getByRole('button', { name: 'Open the file' }).click()
    await dialog.getByRole('button', { name: 'Open as a sealed map' }).click()
    await typeOffered(page)
    await page.getByRole('button', { name: 'Seal the map' }).click()
    await expect(card(page, 'Plant engineer')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible()
    await allMaps(page)
    await page.getByRole('button', { name: /^Ridge Road/ }).click()
    await expect(card(page, 'Plant engineer')).toBeVisible()
  })

  await test.step('always in public preview, when the device is set so', async () => {
    await (await openSettings(page)).getByLabel('Always open maps in public preview').check()
    await page.reload()
    await expect(page.getByRole('radio', { name: 'Public preview' })).toBeChecked()
    await page.getByRole('radio', { name: 'Team view' }).click()
    await page.getByRole('button', { name: 'Stay in public preview' }).click()
    await expect(page.getByRole('radio', { name: 'Public preview' })).toBeChecked()
    await look(page, 'Team view')
  })
})
