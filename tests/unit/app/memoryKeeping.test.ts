import { describe, expect, it } from 'vitest'
import { memoryKeeping } from '../../../src/app/memoryKeeping.ts'
import { addStakeholders } from '../../../src/domain/commands/stakeholders.ts'
import { asId, type MapId } from '../../../src/domain/records.ts'
import type { MapListing, MapListState, SaveState } from '../../../src/views/services.ts'
import { docOf, inSegment, stakeholder, unwrap } from '../../support/records.ts'

const id = (text: string) => asId<MapId>(text)

/** Maps in memory, and what the start page and the status line are told. */
const start = () => {
  const keeping = memoryKeeping('unavailable')
  let list: MapListState = { status: 'reading' }
  const saves: SaveState[] = []
  keeping.observe((next) => {
    list = next
  })
  const maps = (): readonly MapListing[] => (list.status === 'ready' ? list.maps : [])
  const open = (map: MapId, publicFirst = false) =>
    keeping.open(map, {
      onSave: (state) => saves.push(state),
      onRole: () => undefined,
      onSeal: () => undefined,
      onLocked: () => undefined,
      publicFirst,
    })
  return { keeping, maps, saves, open }
}

describe('where the browser keeps nothing', () => {
  it('lists what was made, renames, copies, bins, restores and deletes it', async () => {
    const { keeping, maps } = start()
    const doc = docOf([stakeholder('a', { placement: inSegment(0) })])
    await keeping.create(doc)
    expect(maps()).toMatchObject([{ id: 'map-1', name: 'Water for all', inBin: false }])
    expect(maps()[0]?.counts).toEqual([1, 0, 0, 0, 0])

    unwrap(await keeping.duplicate(id('map-1'), id('copy'), 'Water (copy)'))
    unwrap(await keeping.rename(id('map-1'), 'Clean water'))
    unwrap(await keeping.bin(id('copy')))
    const named = () =>
      Object.fromEntries(maps().map(({ id: key, name, inBin }) => [key, [name, inBin]]))
    expect(named()).toEqual({ 'map-1': ['Clean water', false], copy: ['Water (copy)', true] })

    unwrap(await keeping.restore(id('copy')))
    unwrap(await keeping.deleteForever(id('map-1')))
    expect(named()).toEqual({ copy: ['Water (copy)', false] })
  })

  it('says so of every map, and never that it is saved', async () => {
    const { keeping, open, saves } = start()
    await keeping.create(docOf([]))
    const session = unwrap(await open(id('map-1')))
    expect(saves).toEqual([{ status: 'not saved', code: 'unavailable' }])
    expect(await session.flush()).toEqual({ ok: false, error: 'unavailable' })
  })

  it('seals nothing: there is nothing to be sealed on the disk', async () => {
    const { keeping, open, maps } = start()
    const options = { passphrase: 'six words', withRecoveryKey: false }
    const refused = { ok: false, error: 'unavailable' }
    expect(await keeping.createSealed(docOf([]), options)).toEqual(refused)
    expect(maps()).toEqual([])
    await keeping.create(docOf([]))
    const session = unwrap(await open(id('map-1')))
    expect(await session.changeSeal({ kind: 'seal', options })).toEqual(refused)
  })

  it('opens a map in public preview when asked to', async () => {
    const { keeping, open } = start()
    await keeping.create(docOf([]))
    const { map } = unwrap(await open(id('map-1'), true))
    expect(map.settings.getState().audience).toBe('public')
  })

  it('still has what was edited when the map is opened again', async () => {
    const { keeping, open } = start()
    await keeping.create(docOf([]))
    const first = unwrap(await open(id('map-1')))
    first.map.store.dispatch(addStakeholders(['Ana']), { action: 'add', stakeholders: [] })
    await first.close()
    const again = unwrap(await open(id('map-1')))
    expect(again.map.store.state.getState().doc.stakeholders.size).toBe(1)
  })

  it('says that a map is missing', async () => {
    const { keeping, open } = start()
    expect(await open(id('gone'))).toEqual({ ok: false, error: 'missing' })
    expect(await keeping.rename(id('gone'), 'x')).toEqual({ ok: false, error: 'missing' })
  })
})
