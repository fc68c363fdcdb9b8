import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { build, type Plugin } from 'vite'

const FILE_NAME = 'sw.js'

/** All files under a folder, as sorted addresses relative to it, with `/` on every system. */
async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}

/** A short name for exactly these contents: the same sources give the same version. */
async function versionOf(folder: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const file of files) {
    hash.update(`${file}\0`)
    hash.update(await readFile(join(folder, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

/**
 * After the app is written, bundles `source` as a classic script `sw.js` beside index.html (a worker
 * rules only its own folder and those below), with the list of everything to keep for offline use.
 * The list is read from the disk, so that files copied from `public` are on it too.
 */
export function serviceWorkerPlugin(source: string): Plugin {
  let outDir = ''
  let root = ''
  return {
    name: 'allyscope-service-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root
      outDir = resolve(config.root, config.build.outDir)
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const files = (await filesUnder(outDir)).filter(
          (file) => file !== FILE_NAME && !file.startsWith('.vite/'),
        )
        await build({
          configFile: false,
          root,
          logLevel: 'warn',
          publicDir: false,
          define: {
            __VERSION__: JSON.stringify(await versionOf(outDir, files)),
            __FILES__: JSON.stringify(files),
          },
          build: {
            outDir,
            emptyOutDir: false,
            target: 'es2022',
            rolldownOptions: {
              input: resolve(root, source),
              output: { format: 'iife', entryFileNames: FILE_NAME },
            },
          },
        })
      },
    },
  }
}
