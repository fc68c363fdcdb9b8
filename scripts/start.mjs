import './nodeVersion.mjs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DIST, serve } from './serve.mjs'
import { root, runTool } from './tools.mjs'

const SOURCES = ['src', 'public', 'build', 'index.html', 'vite.config.ts', 'package-lock.json']
const DEFAULT_PORT = 4173

const changed = (path) =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )

/** When the newest of the sources was changed, in milliseconds since 1970. */
async function newestSource() {
  const times = await Promise.all(
    SOURCES.map(async (name) => {
      const path = join(root, name)
      const below = await readdir(path, { recursive: true }).catch(() => [])
      return Promise.all([path, ...below.map((file) => join(path, file))].map(changed))
    }),
  )
  return Math.max(...times.flat())
}

// sw.js is written last: without it, or with an older one, the build is not whole.
if ((await changed(join(DIST, 'sw.js'))) < (await newestSource())) {
  console.log('Building …')
  const code = await runTool('vite', ['build', '--logLevel', 'warn'])
  if (code !== 0) process.exit(code)
}

const wanted = process.env.PORT ? Number(process.env.PORT) : null
if (wanted !== null && !(Number.isInteger(wanted) && wanted >= 0 && wanted <= 65_535)) {
  console.error(`PORT must be a whole number from 0 to 65535, and is "${process.env.PORT}".`)
  process.exit(1)
}
try {
  const { url, port } = await serve(
    wanted === null ? { port: DEFAULT_PORT, tries: 20 } : { port: wanted },
  )
  console.log(`Allyscope is at ${url} (Ctrl+C stops it)`)
  // Browsers keep data by address, port included.
  if (wanted === null && port !== DEFAULT_PORT)
    console.log(`Port ${DEFAULT_PORT} is taken: maps stored under that address are not shown here.`)
} catch (error) {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${wanted ?? DEFAULT_PORT} is taken: stop what uses it, or choose another with PORT=… npm start.`
      : `The server could not start: ${error.message}`,
  )
  process.exit(1)
}
