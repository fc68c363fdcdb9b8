import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import wall from '../../../src/i18n/en/wall.json'

const SECRET = 'Nurse Zebulon'

vi.mock('../../../src/wall/page/WallPage.tsx', () => ({ WallPage: Broken }))
vi.mock('../../../src/app/AppView.tsx', () => ({ AppView: Broken }))

let drawn = 0
function Broken(): never {
  drawn++
  throw new Error(`no card for ${SECRET}`)
}

const written: string[] = []
const onError = (event: Event) => {
  event.preventDefault()
  written.push('error event')
}
beforeEach(() => {
  written.length = 0
  drawn = 0
  // Under `act` React gives errors to the test instead.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
  document.body.innerHTML = '<div id="root"></div>'
  for (const way of ['error', 'warn', 'log'] as const) {
    vi.spyOn(console, way).mockImplementation((...all: unknown[]) => {
      written.push(all.map(String).join(' '))
    })
  }
  addEventListener('error', onError)
})
afterEach(() => {
  removeEventListener('error', onError)
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('an error while something is drawn', () => {
  it.each([
    ['the wall’s page', () => import('../../../src/wall/page/main.tsx'), wall['wall.undrawable']],
    ['the app', () => import('../../../src/app/main.tsx'), ''],
  ])('of %s leaves the browser’s console clean', async (_, start, said) => {
    const root = document.getElementById('root')
    root?.replaceChildren('not drawn yet')
    await start()
    // React tries once more, gives up, and takes everything away; the projector is not left blank.
    await vi.waitFor(() => expect(root?.textContent).toBe(said))
    expect(drawn).toBeGreaterThan(0)
    expect(written).toEqual([])
  })
})
