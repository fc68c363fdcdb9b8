import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** `npm audit` needs a service; what we can hold to by ourselves is that little gets in, unchanged. */
const MOST_RUNTIME_PACKAGES = 40

interface LockedPackage {
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly dev?: boolean
  readonly resolved?: string
}
interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

const root = resolve(import.meta.dirname, '../../..')
const json = async (file: string): Promise<unknown> =>
  JSON.parse(await readFile(join(root, file), 'utf8'))

const { packages } = (await json('package-lock.json')) as {
  packages: Readonly<Record<string, LockedPackage>>
}
const manifest = (await json('package.json')) as Manifest
const installed = Object.entries(packages).filter(([path]) => path !== '')

const namesWhere = (fault: (entry: LockedPackage) => boolean): string[] =>
  installed.filter(([, entry]) => fault(entry)).map(([path]) => path)

describe('the lock file', () => {
  it('names every package by its SHA-512', () => {
    expect(installed.length).toBeGreaterThan(0)
    expect(namesWhere(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([])
  })

  it('has no package that runs a script when it is installed', () => {
    expect(namesWhere(({ hasInstallScript }) => hasInstallScript === true)).toEqual([])
  })

  it('takes packages from a registry only, not from git, a folder or a plain connection', () => {
    const elsewhere = /^(?!https:\/\/[^/]+\/.*\.tgz$)/
    expect(
      namesWhere(({ resolved }) => resolved !== undefined && elsewhere.test(resolved)),
    ).toEqual([])
  })

  it(`ships at most ${MOST_RUNTIME_PACKAGES} packages to the user`, () => {
    const shipped = namesWhere(({ dev }) => dev !== true).filter(
      (path) => !path.includes('@types/'),
    )
    expect(shipped.length).toBeLessThanOrEqual(MOST_RUNTIME_PACKAGES)
  })
})

describe('package.json', () => {
  it('pins exact versions', () => {
    const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it('has every direct dependency explained in docs/dependencies.md', async () => {
    const explained = await readFile(join(root, 'docs/dependencies.md'), 'utf8')
    const all = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(all.filter((name) => !explained.includes(`\`${name}\``))).toEqual([])
  })
})
