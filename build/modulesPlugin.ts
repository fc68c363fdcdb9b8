import { relative, sep } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Writes beside the manifest which modules each file of the build was made of (`.vite/modules.json`), so that a check
 * can tell what a page's bundle contains: the manifest itself knows only files.
 */
export function modulesPlugin(): Plugin {
  let root = ''
  return {
    name: 'allyscope-modules',
    apply: 'build',
    configResolved(config) {
      root = config.root
    },
    generateBundle(_options, bundle) {
      const pathOf = (id: string) => relative(root, id).split(sep).join('/')
      const entries = Object.values(bundle).flatMap((part) =>
        part.type === 'chunk' ? [[part.fileName, part.moduleIds.map(pathOf).toSorted()]] : [],
      )
      this.emitFile({
        type: 'asset',
        fileName: '.vite/modules.json',
        source: JSON.stringify(Object.fromEntries(entries), null, 1),
      })
    },
  }
}
