import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { inlineBackground } from '../../../src/background/inlineBackground.ts'
import { asId, type MapId } from '../../../src/domain/records.ts'
import type { OpenMap } from '../../../src/store/openMap.ts'
import type { Arrange } from '../../../src/views/wall/publicPlaces.ts'
import type { WallHost } from '../../../src/wall/host.ts'
import { consoleTab, type ConsoleTab, hide, mapOf, move, passed } from '../../support/liveWall.ts'
import { docOf, HIDDEN, inSegment, personId, stakeholder, tie } from '../../support/records.ts'

const announce = vi.hoisted(() => vi.fn<(text: string, tone?: string) => void>())
vi.mock('../../../src/ui/announcer.tsx', () => ({ announce, speak: announce }))

const doc = docOf([
  stakeholder('Ann', { placement: inSegment(1) }),
  stakeholder('Hidden', { placement: inSegment(1), confidentiality: HIDDEN }),
  stakeholder('Ben', { placement: inSegment(3) }),
  tie('t', 'Ann', 'Ben'),
])
const other = docOf([stakeholder('Cem', { placement: inSegment(2) })], {
  id: asId<MapId>('map-2'),
  name: 'Another issue',
})

let tab: ConsoleTab
beforeEach(() => {
  tab = consoleTab()
  announce.mockClear()
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())
const run = (map: OpenMap, host: WallHost, arrange?: Arrange) => tab.run(map, host, arrange)
const opened = (arrange?: Arrange) => tab.opened(doc, arrange)

describe('a wall that is live', () => {
  it('shows the map once it is there, and who is hidden in no message', async () => {
    const { wall, map } = await opened()
    expect(map.wall.getState()).toMatchObject({ link: 'open', isOnWall: true })
    expect(wall.names()).toEqual(['Ann', 'Ben'])
    expect(JSON.stringify(wall.sent)).not.toContain('Hidden')
  })

  it('is told of a move, and not of one that the public can’t see', async () => {
    const { wall, map } = await opened()
    const before = wall.sent.length
    move(map, 'Hidden', 0)
    await passed()
    expect(wall.sent).toHaveLength(before)
    move(map, 'Ann', 0)
    await passed()
    expect(wall.sent).toHaveLength(before + 1)
    expect(wall.shown()?.picture?.view.stakeholders[0]?.placement).toEqual(inSegment(0))
  })

  it('is told by the end of the very task: a timer would wait in a tab that is out of sight', async () => {
    const { wall, map } = await opened()
    const before = wall.sent.length
    move(map, 'Ann', 0)
    move(map, 'Ben', 0)
    await Promise.resolve()
    expect(wall.sent).toHaveLength(before + 1)
    expect(wall.shown()?.picture?.view.stakeholders[1]?.placement).toEqual(inSegment(0))
  })

  it('frozen keeps its picture, and unfrozen has the newest', async () => {
    const { wall, map } = await opened()
    map.wall.setState({ isFrozen: true })
    await passed()
    hide(map, 'Ben')
    await passed()
    expect(wall.names()).toEqual(['Ann', 'Ben'])
    map.wall.setState({ isFrozen: false })
    await passed()
    expect(wall.names()).toEqual(['Ann'])
  })

  it('has nobody in the light whom the public does not see', async () => {
    const { wall, map } = await opened()
    map.wall.setState({ spotlight: { kind: 'stakeholder', id: personId('Hidden') } })
    await passed()
    expect(wall.shown()?.picture?.spotlight).toBeNull()
    map.wall.setState({ spotlight: { kind: 'stakeholder', id: personId('Ben') } })
    await passed()
    expect(wall.shown()?.picture?.spotlight).toEqual({ kind: 'stakeholder', key: 's2' })
  })

  it('shows the network when it is laid out, and loses who is hidden at once', async () => {
    const { wall, map } = await opened()
    map.wall.setState({ drawing: 'network' })
    await passed()
    expect(wall.shown()?.picture?.places).toHaveLength(2)
    const before = wall.sent.length
    hide(map, 'Ben')
    await passed()
    const next = wall.sent[before]
    expect(next?.kind === 'show' && next.shown.picture?.view.stakeholders).toHaveLength(1)
    expect(next?.kind === 'show' && next.shown.picture?.places).toHaveLength(1)
  })
})

describe('a network that is not laid out', () => {
  const never: Arrange = () => new Promise(() => undefined)

  it.each(['spectrum', 'power'] as const)(
    'leaves the %s on the wall, and nobody on it who was just hidden',
    async (drawing) => {
      const { wall, map } = await opened(never)
      map.wall.setState({ drawing })
      await passed()
      map.wall.setState({ drawing: 'network' })
      await passed()
      const before = wall.sent.length
      hide(map, 'Ben')
      await passed()
      const next = wall.sent[before]
      const picture = next?.kind === 'show' ? next.shown.picture : null
      expect(picture?.drawing).toBe(drawing)
      expect(picture?.view.stakeholders.map(({ name }) => name)).toEqual(['Ann'])
      expect(JSON.stringify(next)).not.toContain('Ben')
    },
  )

  it('because it can’t be is said once, and tried again with the next change', async () => {
    let fails = true
    const arrange = vi.fn<Arrange>((...all) =>
      fails ? Promise.reject(new Error('no room')) : inlineBackground.arrange(...all),
    )
    const { wall, map } = await opened(arrange)
    map.wall.setState({ drawing: 'network' })
    await passed()
    const failure = expect.stringContaining('could not be laid out')
    expect(announce).toHaveBeenCalledWith(failure, 'problem')
    announce.mockClear()
    hide(map, 'Ben')
    await passed()
    expect(wall.names()).toEqual(['Ann'])
    expect(announce).not.toHaveBeenCalledWith(failure, 'problem')
    expect(arrange).toHaveBeenCalledTimes(2)
    fails = false
    map.wall.setState({ isDark: true })
    await passed()
    expect(wall.shown()?.picture?.places).toHaveLength(1)
  })

  it('after a reload shows the places that the wall has, as long as it is of the same people', async () => {
    const { wall, map } = await opened()
    map.wall.setState({ drawing: 'network' })
    await passed()
    const { places } = wall.shown()?.picture ?? {}
    const again = mapOf(doc)
    run(again, wall.console(), never)
    await passed()
    wall.here()
    await passed()
    expect(wall.shown()?.picture).toMatchObject({ drawing: 'network', places })
    hide(again, 'Ann')
    await passed()
    expect(wall.shown()?.picture?.drawing).toBe('spectrum')
    expect(wall.names()).toEqual(['Ben'])
  })
})

describe('rest', () => {
  it('comes at once when the map is locked, and nothing goes out afterwards', async () => {
    const { wall, map } = await opened()
    map.wall.setState({ isFrozen: true })
    move(map, 'Ann', 4)
    expect(tab.keptMap).toBe('map-1')
    tab.lock()
    expect(tab.keptMap).toBeNull()
    expect(wall.shown()).toEqual({ picture: null, dark: false, frozen: false })
    const before = wall.sent.length
    move(map, 'Ann', 0)
    await passed()
    expect(wall.sent).toHaveLength(before)
  })

  it('is what the wall comes to when the map is closed; another is only shown when asked for', async () => {
    const { wall, host, end } = await opened()
    end()
    expect(wall.shown()?.picture).toBeNull()
    expect(tab.keptMap).toBeNull()
    const second = mapOf(other)
    run(second, host)
    move(second, 'Cem', 0)
    await passed()
    expect(second.wall.getState()).toMatchObject({ link: 'open', isOnWall: false })
    expect(wall.shown()?.picture).toBeNull()
    second.wall.setState({ isOnWall: true })
    await passed()
    expect(wall.names()).toEqual(['Cem'])
  })
})

describe('a console that was reloaded', () => {
  it('goes on with its own map, frozen as it was', async () => {
    const { wall, map } = await opened()
    map.wall.setState({ isFrozen: true, showsTargets: true, drawing: 'power' })
    await passed()
    const again = mapOf(doc)
    run(again, wall.console())
    await passed()
    wall.here()
    await passed()
    expect(again.wall.getState()).toMatchObject({ link: 'open', isOnWall: true, isFrozen: true })
    hide(again, 'Ben')
    await passed()
    expect(wall.names()).toEqual(['Ann', 'Ben'])
    again.wall.setState({ isFrozen: false })
    await passed()
    expect(wall.names()).toEqual(['Ann'])
  })

  it('takes the picture of another map off the wall', async () => {
    const { wall } = await opened()
    const again = mapOf(other)
    run(again, wall.console())
    await passed()
    wall.here()
    await passed()
    expect(again.wall.getState()).toMatchObject({ link: 'open', isOnWall: false })
    expect(wall.shown()?.picture).toBeNull()
  })
  it('knows another map from its own by more than its words', async () => {
    const { wall } = await opened()
    const importedTwice = mapOf({ ...doc, info: { ...doc.info, id: asId<MapId>('map-3') } })
    run(importedTwice, wall.console())
    await passed()
    wall.here()
    await passed()
    expect(importedTwice.wall.getState()).toMatchObject({ link: 'open', isOnWall: false })
    expect(wall.shown()?.picture).toBeNull()
    expect(tab.keptMap).toBeNull()
  })
})
