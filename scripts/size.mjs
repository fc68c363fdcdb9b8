import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DIST } from './serve.mjs'

/** JavaScript that the start page and the spectrum load, gzipped, in bytes (1 kB = 1,000 bytes). */
const BUDGET = 200_000
/** Parts loaded on demand that a map cannot be shown without. */
const NEEDED = /^src\/(canvas|store|storage|views\/editor\/MapEditor)/

const manifest = JSON.parse(await readFile(join(DIST, '.vite/manifest.json'), 'utf8'))
const counted = new Set()
const onDemand = new Set()

function count(key) {
  if (counted.has(key)) return
  counted.add(key)
  const { imports = [], dynamicImports = [] } = manifest[key]
  imports.forEach(count)
  for (const part of dynamicImports) {
    if (NEEDED.test(part)) count(part)
    else onDemand.add(part)
  }
}

const gzipped = async (key) => gzipSync(await readFile(join(DIST, manifest[key].file))).length

async function total(keys) {
  const files = keys.filter((key) => manifest[key].file.endsWith('.js'))
  return (await Promise.all(files.map(gzipped))).reduce((sum, size) => sum + size, 0)
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`

count('index.html')
const size = await total([...counted])
const later = await total([...onDemand].filter((key) => !counted.has(key)))
console.log(
  `Start page and spectrum: ${kB(size)} of ${kB(BUDGET)} JavaScript, gzipped (on demand: ${kB(later)})`,
)
if (size > BUDGET) {
  console.error(`That is ${kB(size - BUDGET)} over the budget.`)
  process.exit(1)
}
