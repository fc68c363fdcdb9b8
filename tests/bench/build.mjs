import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, runnerImport } from 'vite'
import react from '@vitejs/plugin-react'
import { root } from '../../scripts/tools.mjs'

const SUBJECTS = join(root, 'tests/bench/subjects')

/** A page without anything, on which a visit waits before it begins. */
export const BLANK = 'blank.txt'

/** Builds the app and the pages it is measured against below `folder`. */
export async function buildAll(folder) {
  const app = join(folder, 'app')
  const subjects = join(folder, 'subjects')
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: app, emptyOutDir: true },
  })
  await build({
    root: SUBJECTS,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir: subjects,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: ['stock', 'svg', 'canvas', 'tidy'].map((name) => join(SUBJECTS, `${name}.html`)),
      },
    },
  })
  await writeFile(join(subjects, BLANK), '')
  return { app, subjects }
}

/** The synthetic map of so many stakeholders as the text of an Allyscope file. */
export async function mapFile(count) {
  const { module } = await runnerImport(join(SUBJECTS, 'syntheticMap.ts'), { logLevel: 'error' })
  return module.asFile(module.syntheticMap(count))
}
