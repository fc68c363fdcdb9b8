import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { run, runTool } from './tools.mjs'

const MAC = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
]

async function candidates() {
  const { chromium } = await import('playwright-core')
  return [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    ...['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      MAC.map((app) => join(folder, app)),
    ),
    chromium.executablePath(),
  ].filter(Boolean)
}

/** Some systems install a stand-in that only says where to get the browser: ask it for its version. */
export const works = (path) =>
  new Promise((done) => {
    execFile(path, ['--version'], { timeout: 20_000 }, (error) => done(error === null))
  })

/** @returns {Promise<string | null>} the path of a Chromium or Chrome that runs on this machine */
export async function findChromium() {
  for (const path of await candidates()) {
    const present = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (present && (await works(path))) return path
  }
  return null
}

const isDebian = async () =>
  /^ID=debian$/m.test(await readFile('/etc/os-release', 'utf8').catch(() => ''))

const isRoot = process.getuid?.() === 0

/**
 * Installs packages of the system, where that is Debian's and ours to do.
 * @returns {Promise<boolean>} whether they are installed
 */
export async function installPackages(names) {
  if (!isRoot || !(await isDebian())) return false
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], quiet)
  return (
    (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], quiet)) ===
    0
  )
}

async function install() {
  if (await installPackages(['chromium'])) return
  // Its system libraries can be installed by root only.
  await runTool('playwright', ['install', ...(isRoot ? ['--with-deps'] : []), 'chromium'])
}

/** As findChromium, but gets a browser when there is none. */
export async function ensureChromium() {
  const found = await findChromium()
  if (found !== null) return found
  console.log('No Chromium or Chrome found; getting one …')
  await install()
  return findChromium()
}
