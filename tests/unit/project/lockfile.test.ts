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

type Packages = readonly (readonly [path: string, entry: LockedPackage])[]

const namesWhere = (list: Packages, fault: (entry: LockedPackage) => boolean): string[] =>
  list.filter(([, entry]) => fault(entry)).map(([path]) => path)

const notByHash = (list: Packages) =>
  namesWhere(list, ({ integrity }) => !integrity?.startsWith('sha512-'))
const withScripts = (list: Packages) =>
  namesWhere(list, ({ hasInstallScript }) => hasInstallScript === true)
const fromElsewhere = (list: Packages) =>
  namesWhere(
    list,
    ({ resolved }) => resolved !== undefined && !/^https:\/\/[^/]+\/.*\.tgz$/.test(resolved),
  )
const shipped = (list: Packages) =>
  namesWhere(list, ({ dev }) => dev !== true).filter((path) => !path.includes('@types/'))

describe('the lock file', () => {
  it('names every package by its SHA-512', () => {
    expect(installed.length).toBeGreaterThan(0)
    expect(notByHash(installed)).toEqual([])
  })

  it('has no package that runs a script when it is installed', () => {
    expect(withScripts(installed)).toEqual([])
  })

  it('takes packages from a registry only, not from git, a folder or a plain connection', () => {
    expect(fromElsewhere(installed)).toEqual([])
  })

  it(`ships at most ${MOST_RUNTIME_PACKAGES} packages to the user`, () => {
    expect(shipped(installed).length).toBeGreaterThan(0)
    expect(shipped(installed).length).toBeLessThanOrEqual(MOST_RUNTIME_PACKAGES)
  })

  it('would not get past these checks with a package that breaks a rule', () => {
    const good = { integrity: 'sha512-x', resolved: 'https://registry.example/a/-/a-1.0.0.tgz' }
    const bad = (entry: LockedPackage): Packages => [['node_modules/bad', { ...good, ...entry }]]
    for (const list of [
      notByHash([['node_modules/bad', { resolved: good.resolved }]]),
      notByHash(bad({ integrity: 'sha1-x' })),
      withScripts(bad({ hasInstallScript: true })),
      withScripts(bad({ hasInstallScript: true, dev: true })),
      fromElsewhere(bad({ resolved: 'git+ssh://git@github.com/a/b.git#1' })),
      fromElsewhere(bad({ resolved: 'http://registry.example/a/-/a-1.0.0.tgz' })),
      fromElsewhere(bad({ resolved: 'file:../a' })),
      shipped(bad({})),
    ])
      expect(list).toEqual(['node_modules/bad'])
    expect(shipped(bad({ dev: true }))).toEqual([])
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
