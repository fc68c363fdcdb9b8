import { defineConfig, mergeConfig, type Plugin } from 'vite'
import base from '../../../vite.config.ts'

/** What the next release might raise, and where it stands. */
const RAISED: Readonly<Record<string, RegExp>> = {
  '/src/storage/openRaw.ts': /(DATABASE_VERSION = )(\d+)/,
  '/src/storage/types.ts': /(FORMAT_VERSION = )(\d+)/,
}

/** A build that is newer by one version of tables and of stored maps, for tests of two builds that meet. */
const raisedVersions: Plugin = {
  name: 'raised-versions',
  enforce: 'pre',
  transform(code, id) {
    const version = Object.entries(RAISED).find(([file]) => id.endsWith(file))?.[1]
    if (!version) return null
    if (!version.test(code)) throw new Error(`no version to raise in ${id}`)
    return {
      code: code.replace(version, (_, name, number) => `${name}${Number(number) + 1}`),
      map: null,
    }
  },
}

export default mergeConfig(base, defineConfig({ plugins: [raisedVersions] }))
