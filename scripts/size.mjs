import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DIST } from './serve.mjs'
import { wallBundleFaults } from './wallBundle.mjs'

/** JavaScript that the start page and the spectrum load, gzipped, in bytes (1 kB = 1,000 bytes). */
const BUDGET = 200_000
/** Parts loaded on demand that a map cannot be shown without. */
const NEEDED = /^src\/(store|storage|views\/editor\/MapEditor)/

const jsonIn = async (file) => JSON.parse(await readFile(join(DIST, file), 'utf8'))
const manifest = await jsonIn('.vite/manifest.json')

/** A part and all that it cannot run without; `follow` says which parts on demand belong to that. */
function partsOf(key, follow, parts = new Set()) {
  if (parts.has(key)) return parts
  parts.add(key)
  const { imports = [], dynamicImports = [] } = manifest[key]
  for (const next of [...imports, ...dynamicImports.filter(follow)]) partsOf(next, follow, parts)
  return parts
}

async function total(parts) {
  const files = [...parts].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'))
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(DIST, file))).length),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`

const size = await total(partsOf('index.html', (part) => NEEDED.test(part)))
const whole = await total(partsOf('index.html', () => true))
console.log(
  `Start page and spectrum: ${kB(size)} of ${kB(BUDGET)} JavaScript, gzipped ` +
    `(later or on demand: ${kB(whole - size)}, fonts for pictures among it)`,
)
const wall = await total(partsOf('wall.html', () => true))
console.log(`Wall: ${kB(wall)}`)

const faults = wallBundleFaults(manifest, await jsonIn('.vite/modules.json'), (file) =>
  readFileSync(join(DIST, file), 'utf8'),
)
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exitCode = 1
if (size > BUDGET) {
  console.error(`That is ${kB(size - BUDGET)} over the budget.`)
  process.exitCode = 1
}
