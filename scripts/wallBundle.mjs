/** What the wall's page must not contain: it draws what it is sent, and neither knows a map nor keeps anything. */
const FORBIDDEN =
  /^src\/(?:analysis|app|audience\/(?!view\.ts|policy\.ts)|background|canvas|domain\/(?:commands\/|doc\.ts|diff\.ts|undo\.ts)|editing|files|sealing|serviceWorker|storage|store|ui|views)\b|(?:^|\/)node_modules\/(?:@noble|@xyflow|age-encryption|dexie|hash-wasm|zustand)\//
const KEEPING = /\b(?:indexedDB|localStorage|sessionStorage|caches|serviceWorker)\b/g
const WALL = 'wall.html'

/** All files that a page may ever load, by the manifest. */
function filesOf(key, manifest, seen = new Map()) {
  const part = manifest[key]
  if (!part) throw new Error(`the build has no ${key}`)
  if (seen.has(key)) return seen
  seen.set(key, part.file)
  for (const next of [...(part.imports ?? []), ...(part.dynamicImports ?? [])])
    filesOf(next, manifest, seen)
  return seen
}

/**
 * What is wrong with the wall's bundle, one sentence each.
 * @param {Record<string, {file: string, imports?: string[], dynamicImports?: string[]}>} manifest
 * @param {Record<string, string[]>} modules by file
 * @param {(file: string) => string} textOf
 * @returns {string[]}
 */
export function wallBundleFaults(manifest, modules, textOf) {
  const files = [...filesOf(WALL, manifest).values()].filter((file) => file.endsWith('.js'))
  const contained = files.flatMap((file) => modules[file] ?? [])
  if (!contained.includes('src/wall/page/main.tsx'))
    return ['it is not known what the wall contains']
  return [
    ...contained
      .filter((module) => FORBIDDEN.test(module))
      .map((module) => `the wall contains ${module}`),
    ...files.flatMap((file) =>
      [...new Set(textOf(file).match(KEEPING))].map((word) => `the wall’s ${file} names ${word}`),
    ),
  ]
}
