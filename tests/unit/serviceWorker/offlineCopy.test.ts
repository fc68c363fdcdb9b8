import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  answer,
  type Build,
  install,
  noteStart,
  takeOver,
} from '../../../src/serviceWorker/offlineCopy.ts'
import type { WorkerScope } from '../../../src/serviceWorker/scope.ts'

const SCOPE = 'https://maps.example/app/'

const addressOf = (key: RequestInfo | URL): string =>
  key instanceof Request ? key.url : new URL(key, SCOPE).href

/** The Cache API as far as the worker uses it; `keys` come in the order of creation, as specified. */
function memoryCaches(): CacheStorage {
  const stores = new Map<string, Map<string, Response>>()
  const open = (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>()
    stores.set(name, store)
    return {
      keys: async () => Array.from(store.keys(), (url) => new Request(url)),
      delete: async (key: RequestInfo | URL) => store.delete(addressOf(key)),
      match: async (key: RequestInfo | URL) => store.get(addressOf(key))?.clone(),
      put: async (key: RequestInfo | URL, value: Response) => void store.set(addressOf(key), value),
    }
  }
  return {
    open: async (name: string) => open(name),
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
  } as unknown as CacheStorage
}

let online: Map<string, string>
let scope: WorkerScope
/** The pages that are open, by id. */
let pages: string[] = []
const load = vi.fn<WorkerScope['fetch']>()

const build = (version: string): Build => ({
  version,
  files: ['index.html', `assets/${version}.js`],
})

const publish = (version: string): void => {
  online.set(`${SCOPE}index.html`, `page ${version}`)
  online.set(`${SCOPE}assets/${version}.js`, `script ${version}`)
}

const text = async (request: Request, of: Build): Promise<string> =>
  (await answer(scope, of, request)).text()

const navigation = (path: string): Request =>
  Object.defineProperty(new Request(SCOPE + path), 'mode', { value: 'navigate' })

beforeEach(() => {
  online = new Map()
  pages = []
  load.mockReset()
  load.mockImplementation(async (request) => {
    const body = online.get(addressOf(request))
    return body === undefined ? new Response('', { status: 404 }) : new Response(body)
  })
  scope = {
    caches: memoryCaches(),
    clients: { claim: async () => {}, matchAll: async () => pages.map((id) => ({ id })) },
    registration: { scope: SCOPE },
    fetch: load,
    skipWaiting: async () => {},
    addEventListener: () => {},
  }
})

describe('the offline copy', () => {
  it('answers every file of the build without the network', async () => {
    publish('1')
    await install(scope, build('1'))
    load.mockClear()
    expect(await text(new Request(`${SCOPE}assets/1.js`), build('1'))).toBe('script 1')
    expect(await text(navigation(''), build('1'))).toBe('page 1')
    expect(await text(navigation('index.html?x=1#y'), build('1'))).toBe('page 1')
    expect(load).not.toHaveBeenCalled()
  })

  it('is all or nothing', async () => {
    online.set(`${SCOPE}index.html`, 'page 1')
    await expect(install(scope, build('1'))).rejects.toThrow('assets/1.js')
  })

  it('knows its first time', async () => {
    publish('1')
    await install(scope, build('1'))
    expect(await takeOver(scope, build('1'))).toBe(true)
    publish('2')
    await install(scope, build('2'))
    expect(await takeOver(scope, build('2'))).toBe(false)
  })

  it('keeps the files of the build before for tabs that still run it, and no older ones', async () => {
    for (const version of ['1', '2', '3']) {
      publish(version)
      await install(scope, build(version))
      await takeOver(scope, build(version))
    }
    online.clear()
    expect(await text(new Request(`${SCOPE}assets/2.js`), build('3'))).toBe('script 2')
    expect((await answer(scope, build('3'), new Request(`${SCOPE}assets/1.js`))).status).toBe(404)
    expect(await text(navigation(''), build('3'))).toBe('page 3')
  })

  it('keeps the build that was active, not one that was installed after it and never ran', async () => {
    for (const version of ['1', '2', '3']) {
      publish(version)
      await install(scope, build(version))
      if (version !== '2') await takeOver(scope, build(version))
    }
    expect(await scope.caches.keys()).toEqual([
      'allyscope-build-1',
      'allyscope-ledger',
      'allyscope-build-3',
    ])
  })

  const release = async (version: string) => {
    publish(version)
    await install(scope, build(version))
    await takeOver(scope, build(version))
  }

  it('keeps the build of a page that stays open through any number of updates', async () => {
    pages = ['first']
    await release('1')
    pages = ['first', 'second']
    await noteStart(scope, build('1'), 'second')
    for (const version of ['2', '3', '4']) {
      await release(version)
      pages = ['second', `of ${version}`]
      await noteStart(scope, build(version), `of ${version}`)
    }
    await release('5')
    online.clear()
    expect(await text(new Request(`${SCOPE}assets/1.js`), build('5'))).toBe('script 1')
    expect((await answer(scope, build('5'), new Request(`${SCOPE}assets/2.js`))).status).toBe(404)
    pages = []
    await release('6')
    expect((await answer(scope, build('6'), new Request(`${SCOPE}assets/1.js`))).status).toBe(404)
  })

  it('drops nothing as long as it is not known what an open page needs', async () => {
    await release('1')
    pages = ['loaded past the worker']
    await release('2')
    await release('3')
    expect(await text(new Request(`${SCOPE}assets/1.js`), build('3'))).toBe('script 1')
  })

  it('does not collect notes of pages that are gone', async () => {
    await release('1')
    for (let visit = 0; visit < 500; visit += 1) {
      pages = [`${visit - 1}`, `${visit}`]
      await noteStart(scope, build('1'), `${visit}`)
    }
    const ledger = await scope.caches.open('allyscope-ledger')
    expect((await ledger.keys()).length).toBeLessThan(60)
    await noteStart(scope, build('1'), '')
    expect(await ledger.match(`${SCOPE}started-with/499`)).toBeDefined()
  })

  it('asks our own server for what it does not know, and nobody else', async () => {
    publish('1')
    await install(scope, build('1'))
    online.set(`${SCOPE}new.json`, 'new')
    expect(await text(new Request(`${SCOPE}new.json`), build('1'))).toBe('new')
    load.mockClear()
    const foreign = await answer(scope, build('1'), new Request('https://elsewhere.example/x'))
    expect(foreign.type).toBe('error')
    expect(load).not.toHaveBeenCalled()
  })
})
