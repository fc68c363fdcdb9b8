import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DIST } from './serve.mjs'

/** JavaScript that the start page and the spectrum load, gzipped, in bytes (1 kB = 1,000 bytes). */
const BUDGET = 200_000
/** Parts loaded on demand that a map cannot be shown without. */
const NEEDED = /^src\/(store|storage|views\/editor\/MapEditor)/

const manifest = JSON.parse(await readFile(join(DIST, '.vite/manifest.json'), 'utf8'))

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
if (size > BUDGET) {
  console.error(`That is ${kB(size - BUDGET)} over the budget.`)
  process.exit(1)
}
