import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { subjectFor } from '../../src/audience/subject.ts'
import { inlineBackground } from '../../src/background/inlineBackground.ts'
import type { MapDoc, MapId, Stakeholder } from '../../src/domain/records.ts'
import { ok } from '../../src/domain/result.ts'
import { buildSpectrumScene } from '../../src/drawing/spectrumScene.ts'
import { BackgroundProvider } from '../../src/editing/useBackground.ts'
import { ShownProvider } from '../../src/editing/useSubject.ts'
import { sceneWords } from '../../src/i18n/sceneWords.ts'
import { createMapStore } from '../../src/store/mapStore.ts'
import { type OpenMap, openMapOn, OpenMapProvider, useDoc } from '../../src/store/openMap.ts'
import { createViewSettings, type ViewSettings } from '../../src/store/viewSettings.ts'
import { Announcer, clearNotices } from '../../src/ui/announcer.tsx'
import {
  type AppServices,
  DEFAULT_SAFETY,
  type MapListState,
  type SafetySettings,
  type SaveState,
  type SealingServices,
  type SealState,
  ServicesProvider,
  type TabRole,
  type UpdateState,
} from '../../src/views/services.ts'
import { asId } from '../../src/domain/records.ts'
import { counting, docOf } from './records.ts'
import { fakeReliability } from './reliability.ts'

export const NOW = new Date(2026, 10, 22, 12)

export const openMapOf = (doc: MapDoc, settings: Partial<ViewSettings> = {}): OpenMap =>
  openMapOn(
    createMapStore(doc, { ...counting(), now: () => '2026-11-22T12:00:00.000Z' }),
    createViewSettings(settings),
  )

/** Sealing whose every promise is kept at once, for an open map that is not sealed; what was asked for is recorded. */
export const fakeSealing = (more: Partial<SealingServices> = {}): SealingServices => {
  const sealed = ok({ recoveryKey: null })
  return {
    open: createStore<SealState>(() => ({ sealed: false, hasRecoveryKey: false })),
    createSealed: vi.fn<SealingServices['createSealed']>(() =>
      Promise.resolve(ok({ recoveryKey: null, id: asId<MapId>('made') })),
    ),
    unlock: vi.fn<SealingServices['unlock']>(() => Promise.resolve(ok(null))),
    seal: vi.fn<SealingServices['seal']>(() => Promise.resolve(sealed)),
    unseal: vi.fn<SealingServices['unseal']>(() => Promise.resolve(ok(null))),
    changePassphrase: vi.fn<SealingServices['changePassphrase']>(() => Promise.resolve(sealed)),
    lock: vi.fn<SealingServices['lock']>(() => Promise.resolve(ok(null))),
    panic: vi.fn<SealingServices['panic']>(),
    burn: vi.fn<SealingServices['burn']>(() => Promise.resolve(ok(null))),
    onLock: vi.fn<SealingServices['onLock']>(() => () => undefined),
    ...more,
  }
}

/** Services whose every promise is kept at once; what was asked for is recorded. */
export const fakeServices = (more: Partial<AppServices> = {}): AppServices => {
  const made = ok(asId<MapId>('made'))
  return {
    maps: createStore<MapListState>(() => ({ status: 'ready', maps: [] })),
    save: createStore<SaveState>(() => ({ status: 'saved' })),
    tab: createStore<{ role: TabRole }>(() => ({ role: 'writer' })),
    update: createStore<UpdateState>(() => ({ state: 'none' })),
    reminder: createStore<{ isDue: boolean }>(() => ({ isDue: false })),
    sealing: fakeSealing(),
    safety: createStore<SafetySettings>(() => DEFAULT_SAFETY),
    changeSafety: vi.fn<AppServices['changeSafety']>(),
    createMap: vi.fn<AppServices['createMap']>(() => Promise.resolve(made)),
    createExample: vi.fn<AppServices['createExample']>(() => Promise.resolve(made)),
    importMap: vi.fn<AppServices['importMap']>(() => Promise.resolve(made)),
    reliability: vi.fn<AppServices['reliability']>(() => Promise.resolve(fakeReliability())),
    duplicateMap: vi.fn<AppServices['duplicateMap']>(() => Promise.resolve(made)),
    renameMap: vi.fn<AppServices['renameMap']>(() => Promise.resolve(ok(null))),
    binMap: vi.fn<AppServices['binMap']>(() => Promise.resolve(ok(null))),
    restoreMap: vi.fn<AppServices['restoreMap']>(() => Promise.resolve(ok(null))),
    deleteForever: vi.fn<AppServices['deleteForever']>(() => Promise.resolve(ok(null))),
    openMap: vi.fn<AppServices['openMap']>(),
    closeMap: vi.fn<AppServices['closeMap']>(),
    takeOver: vi.fn<AppServices['takeOver']>(),
    retrySaving: vi.fn<AppServices['retrySaving']>(),
    applyUpdate: vi.fn<AppServices['applyUpdate']>(),
    now: () => NOW,
    ...more,
  }
}

/** What MapEditor gives to all inside it: the map as its audience sees it. */
function ShownMap({ map, children }: { map: OpenMap; children: ReactNode }) {
  const doc = useDoc()
  const audience = useStore(map.settings, (settings) => settings.audience)
  const subject = subjectFor(doc, audience)
  const scene = buildSpectrumScene(subject.view, sceneWords())
  return <ShownProvider value={{ subject, scene }}>{children}</ShownProvider>
}

interface Stage {
  readonly doc?: MapDoc
  readonly settings?: Partial<ViewSettings>
  readonly services?: Partial<AppServices>
}

/** Renders a part of the editor on an open map, with the announcer that reads messages out. */
export function renderInEditor(part: ReactNode, stage: Stage = {}) {
  clearNotices()
  const map = openMapOf(stage.doc ?? docOf([]), stage.settings)
  const services = fakeServices(stage.services)
  const rendered = render(
    <ServicesProvider value={services}>
      <BackgroundProvider value={inlineBackground}>
        <OpenMapProvider value={map}>
          <ShownMap map={map}>{part}</ShownMap>
          <Announcer />
        </OpenMapProvider>
      </BackgroundProvider>
    </ServicesProvider>,
  )
  return { ...rendered, map, services, user: userEvent.setup() }
}

/** Renders a part that needs no open map. */
export function renderWithServices(part: ReactNode, more: Partial<AppServices> = {}) {
  clearNotices()
  const services = fakeServices(more)
  const rendered = render(
    <ServicesProvider value={services}>
      {part}
      <Announcer />
    </ServicesProvider>,
  )
  return { ...rendered, services, user: userEvent.setup() }
}

export const docIn = (map: OpenMap): MapDoc => map.store.state.getState().doc

/** Names in the map, in the order called out. */
export const namesIn = (map: OpenMap): string[] =>
  Array.from(docIn(map).stakeholders.values())
    .toSorted((a, b) => a.order - b.order)
    .map(({ name }) => name)

export function called(map: OpenMap, name: string): Stakeholder {
  const found = [...docIn(map).stakeholders.values()].find((one) => one.name === name)
  if (!found) throw new Error(`nobody is called ${name}`)
  return found
}
