import { vi } from 'vitest'
import { inlineBackground } from '../../src/background/inlineBackground.ts'
import { editStakeholders } from '../../src/domain/commands/editing.ts'
import { placeStakeholders } from '../../src/domain/commands/placement.ts'
import type { Confidentiality, MapDoc, SegmentIndex } from '../../src/domain/records.ts'
import { createMapStore } from '../../src/store/mapStore.ts'
import { openMapOn, type OpenMap } from '../../src/store/openMap.ts'
import { createViewSettings } from '../../src/store/viewSettings.ts'
import type { Look } from '../../src/views/wall/inMyView.ts'
import { runLiveWall } from '../../src/views/wall/liveWall.ts'
import type { Arrange } from '../../src/views/wall/publicPlaces.ts'
import { createWallHost, type WallHost } from '../../src/wall/host.ts'
import { type ToWall, WALL_PROTOCOL, type WallShown } from '../../src/wall/protocol.ts'
import { counting, HIDDEN, inSegment, personId } from './records.ts'

/** A projector's page that remembers what it was sent. */
export function projector() {
  const sent: ToWall[] = []
  let tell: (message: unknown) => void = () => undefined
  let kept: string | null = null
  const shown = (): WallShown | undefined =>
    sent.flatMap((message) => (message.kind === 'show' ? [message.shown] : [])).at(-1)
  return {
    sent,
    shown,
    names: () => shown()?.picture?.view.stakeholders.map(({ name }) => name),
    here: (now: WallShown | null = shown() ?? null) =>
      tell({ protocol: WALL_PROTOCOL, kind: 'here', width: 1920, height: 1080, shown: now }),
    /** A console's page; the name is kept from one to the next. */
    console: (): WallHost =>
      createWallHost({
        openChannel: (_, onMessage) => {
          tell = onMessage
          return {
            post: (message) => void sent.push(structuredClone(message)),
            close: () => undefined,
          }
        },
        later: () => () => undefined,
        name: { kept: () => kept, keep: (name) => void (kept = name) },
        claim: () => Promise.resolve(true),
      }),
  }
}

export const mapOf = (of: MapDoc): OpenMap =>
  openMapOn(
    createMapStore(of, { ...counting(), now: () => '2026-11-22T12:00:00.000Z' }),
    createViewSettings(),
  )

/** Fake timers: enough for all that is on its way. */
export const passed = () => vi.advanceTimersByTimeAsync(20)

export interface ConsoleTab {
  /** Which map is on the wall, as the tab remembers. */
  keptMap: string | null
  /** What the canvas looks at. */
  looked: Look | undefined
  lock: () => void
  run(map: OpenMap, host: WallHost, arrange?: Arrange): () => void
  /** A map whose wall was just opened and is there. */
  opened(
    doc: MapDoc,
    arrange?: Arrange,
  ): Promise<{
    wall: ReturnType<typeof projector>
    host: WallHost
    map: OpenMap
    end: () => void
  }>
  /** The same tab after a reload, with the wall as it was. */
  reloaded(doc: MapDoc, wall: ReturnType<typeof projector>): Promise<OpenMap>
}

export function consoleTab(): ConsoleTab {
  const tab: ConsoleTab = {
    keptMap: null,
    looked: undefined,
    lock: () => undefined,
    run: (map, host, arrange = inlineBackground.arrange) =>
      runLiveWall(map, {
        host,
        arrange,
        look: () => tab.looked,
        onLock: (atLock) => {
          tab.lock = atLock
          return () => undefined
        },
        mapOnWall: { kept: () => tab.keptMap, keep: (id) => void (tab.keptMap = id) },
      }),
    async opened(doc, arrange) {
      const wall = projector()
      const host = wall.console()
      const map = mapOf(doc)
      const end = tab.run(map, host, arrange)
      map.wall.setState({ name: 'w1', link: 'opening' })
      await passed()
      wall.here(null)
      await passed()
      return { wall, host, map, end }
    },
    async reloaded(doc, wall) {
      const map = mapOf(doc)
      tab.run(map, wall.console())
      await passed()
      wall.here()
      await passed()
      return map
    },
  }
  return tab
}

export const move = (map: OpenMap, who: string, segment: SegmentIndex) =>
  map.store.dispatch(placeStakeholders(new Map([[personId(who), inSegment(segment)]])), {
    action: 'move',
    stakeholders: [personId(who)],
  })

export const makeItBe = (map: OpenMap, who: string, confidentiality: Confidentiality) =>
  map.store.dispatch(editStakeholders([personId(who)], { confidentiality }), {
    action: 'confidentiality',
    stakeholders: [personId(who)],
  })

export const hide = (map: OpenMap, who: string) => makeItBe(map, who, HIDDEN)
