import { constants } from 'node:fs'
import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { installPackages, works } from './browser.mjs'

/*
 * Firefox and WebKit as the system's packages bring them: the app is tested in both where they can be had. They
 * are not needed to work on it; Chromium is.
 */

const isProgram = (path) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

const firstProgram = async (paths) => {
  for (const path of paths.filter(Boolean)) if (await isProgram(path)) return path
  return null
}

/** @returns {Promise<string | null>} the path of a Firefox that Playwright can drive */
export async function findFirefox() {
  const found = await firstProgram([
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
  ])
  return found !== null && (await works(found)) ? found : null
}

/** WebKit’s small browser lies in a folder named after the machine's kind. */
async function miniBrowser() {
  const folders = await readdir('/usr/lib').catch(() => [])
  return firstProgram([
    process.env.WEBKIT_PATH,
    ...folders.flatMap((folder) =>
      ['4.1', '6.0', '4.0'].map((version) =>
        join(
          '/usr/lib',
          folder,
          version === '6.0' ? 'webkitgtk-6.0' : `webkit2gtk-${version}`,
          'MiniBrowser',
        ),
      ),
    ),
  ])
}

/**
 * @returns {Promise<{driver: string, browser: string, screen: string} | null>} WebKit's driver, its browser, and
 *   the program that gives them a screen
 */
export async function findWebKit() {
  const [driver, browser, screen] = await Promise.all([
    firstProgram(['/usr/bin/WebKitWebDriver']),
    miniBrowser(),
    firstProgram(['/usr/bin/xvfb-run']),
  ])
  return driver && browser && screen ? { driver, browser, screen } : null
}

/**
 * Opens presentations and workbooks as Office does. It is large, so that it is used where it is, and never installed.
 * @returns {Promise<string | null>} the path of LibreOffice
 */
export const findLibreOffice = () =>
  firstProgram([process.env.LIBREOFFICE_PATH, '/usr/bin/soffice', '/usr/bin/libreoffice'])

/** @returns {Promise<string[]>} a sentence when LibreOffice can't be used */
export const withoutLibreOffice = async () =>
  (await findLibreOffice()) === null
    ? [
        'Not tested with LibreOffice: install libreoffice-impress and libreoffice-calc with your system’s packages to have it tested.',
      ]
    : []

const BROWSERS = [
  { name: 'Firefox', find: findFirefox, packages: ['firefox-esr'] },
  { name: 'WebKit', find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb', 'xauth'] },
]

/** Opens sealed backups, as anybody may who has the passphrase. */
const AGE = {
  name: 'the program age',
  find: () => firstProgram(['/usr/bin/age']),
  packages: ['age'],
}

/** Reads and draws PDF files, by others than us. */
const POPPLER = {
  name: 'poppler',
  find: () => firstProgram(['/usr/bin/pdftotext']),
  packages: ['poppler-utils'],
}

/**
 * Gets Firefox and WebKit where they are missing and this system lets us.
 * @returns {Promise<string[]>} a sentence for each that can't be had
 */
export const ensureOtherBrowsers = () => ensure(BROWSERS)

/** The same for the program that opens sealed backups without Allyscope. */
export const ensureAge = () => ensure([AGE])

/** The same for the programs that read our PDF files in tests. */
export const ensurePoppler = () => ensure([POPPLER])

async function ensure(programs) {
  const missing = []
  for (const { name, find, packages } of programs) {
    if ((await find()) !== null) continue
    console.log(`No ${name} found; getting one …`)
    const installed = await installPackages(packages)
    if ((await find()) !== null) continue
    missing.push(
      `Not tested with ${name}: ${installed ? 'it was installed and does not run' : `install ${packages.join(', ')} with your system’s packages to have it tested`}.`,
    )
  }
  return missing
}
