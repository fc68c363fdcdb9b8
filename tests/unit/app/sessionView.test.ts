import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepView } from '../../../src/app/sessionView.ts'
import { asId, type MapId } from '../../../src/domain/records.ts'
import { ok } from '../../../src/domain/result.ts'
import type { SmallValues } from '../../../src/storage/smallValues.ts'
import type { Unlocked } from '../../../src/storage/unlocked.ts'
import { createViewSettings, typeName, type ViewSettings } from '../../../src/store/viewSettings.ts'
import { viewSettingsFrom } from '../../../src/app/viewSettingsRow.ts'

const start = (key: Unlocked | null = null, isWriter = () => true) => {
  const settings = createViewSettings()
  const written: { at: number; state: unknown; sealed: boolean }[] = []
  const smallValues: SmallValues = {
    saveViewState(_, state, sealed = false) {
      written.push({ at: Date.now(), state: structuredClone(state), sealed })
      return Promise.resolve(ok(null))
    },
    loadViewState: () => Promise.resolve(ok(undefined)),
    setSetting: () => Promise.resolve(ok(null)),
    getSetting: () => Promise.resolve(ok(undefined)),
  }
  const view = keepView(asId<MapId>('map-1'), settings, smallValues, () => key, isWriter)
  const type = (text: string) => typeName(settings, text)
  return { settings, written, view, type }
}
const typedIn = (state: unknown): string => viewSettingsFrom(state).adding?.team ?? ''

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('what is being typed', () => {
  it('is kept within 300 ms, also while somebody types on and on', () => {
    const { written, type } = start()
    const typedAt: number[] = []
    for (let length = 1; length <= 80; length++) {
      typedAt.push(Date.now())
      type('x'.repeat(length))
      vi.advanceTimersByTime(30)
    }
    vi.advanceTimersByTime(300)
    for (const [index, at] of typedAt.entries()) {
      const kept = written.find(({ state }) => typedIn(state).length > index)
      expect((kept?.at ?? Infinity) - at).toBeLessThanOrEqual(300)
    }
    // Not at each key: the disk has other things to do.
    expect(written.length).toBeLessThan(20)
  })

  it('is kept at once when the page is left, and not again', () => {
    const { written, view, type } = start()
    view.hurry()
    expect(written).toEqual([])
    type('Half a na')
    view.hurry()
    expect(written.map(({ state }) => typedIn(state))).toEqual(['Half a na'])
    vi.advanceTimersByTime(1000)
    expect(written).toHaveLength(1)
    type('Half a name')
    vi.advanceTimersByTime(1000)
    expect(written).toHaveLength(2)
  })

  it('of a sealed map is kept sealed', () => {
    const sealed: ViewSettings[] = []
    const key: Pick<Unlocked, 'sealView'> = {
      sealView(state) {
        sealed.push(state as ViewSettings)
        return new Uint8Array([1, 2, 3])
      },
    }
    const { written, type } = start(key as Unlocked)
    type('Half a name')
    vi.advanceTimersByTime(300)
    expect(written).toMatchObject([{ sealed: true, state: new Uint8Array([1, 2, 3]) }])
    expect(sealed[0]?.adding.team).toBe('Half a name')
  })

  it('is kept by the tab that writes alone: another knows older texts only', () => {
    let isWriter = true
    const { written, view, type } = start(null, () => isWriter)
    type('Half a na')
    isWriter = false
    // What was typed before the hand-over is kept with it.
    view.hurry()
    expect(written.map(({ state }) => typedIn(state))).toEqual(['Half a na'])
    type('')
    view.hurry()
    vi.advanceTimersByTime(1000)
    expect(written).toHaveLength(1)
  })

  it('is not kept any more when the map is closed', () => {
    const { written, view, type } = start()
    type('x')
    view.stop()
    vi.advanceTimersByTime(1000)
    expect(written).toEqual([])
  })
})
