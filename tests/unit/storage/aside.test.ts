import { describe, expect, it, vi } from 'vitest'
import type { MapDoc } from '../../../src/domain/records.ts'
import { asId } from '../../../src/domain/records.ts'
import type { PointId } from '../../../src/domain/restorePoints.ts'
import { contentOf, listPoints, readPoint, writePoint } from '../../../src/storage/restorePoints.ts'
import { changeSecrets, sealMap, unsealMap } from '../../../src/storage/sealing.ts'
import { contextOn, dump, OPTIONS, withPassphrase } from './sealedSupport.ts'
import {
  docWith,
  fresh,
  openNamed,
  plain,
  putRaw,
  repositoryOn,
  stakeholder,
  unwrap,
} from './support.ts'

const MARKS = ['Zwetschge-7431', 'Ombudsfrau Ñandú', 'ally-on-the-inside', 'T10:00', 'opened']

const marked = (): MapDoc =>
  docWith({ ...stakeholder('ally-on-the-inside', 'Zwetschge-7431'), notes: 'Ombudsfrau Ñandú' })

const point = (doc: MapDoc, id: string) => ({
  id: asId<PointId>(id),
  at: '2026-11-22T10:00:00.000Z',
  rev: 1,
  reason: 'opened' as const,
  name: 'Ombudsfrau Ñandú',
  ...contentOf(doc),
})

/** A clear map with a restore point and rows that were set aside, in clear words. */
async function mapWithRowsAside() {
  const doc = marked()
  const db = await openNamed(fresh('db'))
  const repository = repositoryOn(db)
  unwrap(await repository.createMap(doc, null))
  const of = { db, mapId: doc.info.id, key: null }
  // Packed words would not be found.
  vi.stubGlobal('CompressionStream', undefined)
  unwrap(await writePoint(of, point(doc, 'p1')))
  vi.unstubAllGlobals()
  const found = {
    mapId: doc.info.id,
    id: 'ally-on-the-inside',
    reason: 'name: wrong type',
    at: '2026-11-22T10:00:00.000Z',
    raw: {
      name: ['Zwetschge-7431'],
      when: new Date(5),
      bytes: new Uint8Array([1, 2, 3]),
      none: undefined,
    },
  }
  await putRaw(db, 'quarantine', found)
  return { db, repository, doc, of, found }
}

type Stage = Awaited<ReturnType<typeof mapWithRowsAside>>
const whole = async ({ repository, doc }: Stage) => unwrap(await repository.readWhole(doc.info.id))
const sealed = async (stage: Stage) =>
  unwrap(await sealMap(contextOn(stage.db), await whole(stage), OPTIONS))
const rowsAside = async ({ db }: Stage) => [
  ...(await db.dexie.restorePoints.toArray()),
  ...(await db.dexie.quarantine.toArray()),
]

it('the list of restore points leaves alone what was set aside, which can be as large as the map', async () => {
  const { db, of } = await mapWithRowsAside()
  const read = vi.spyOn(db.dexie.quarantine, 'where')
  expect(unwrap(await listPoints(of)).points).toHaveLength(1)
  expect(read).not.toHaveBeenCalled()
})

describe('rows beside the records', () => {
  it('are sealed with the map, in the same transaction, and no clear word is left', async () => {
    const stage = await mapWithRowsAside()
    for (const mark of MARKS) expect(await dump(stage.db)).toContain(mark)
    const { unlocked } = await sealed(stage)
    const all = await dump(stage.db)
    for (const mark of MARKS) expect(all).not.toContain(mark)
    const key = { ...stage.of, key: unlocked }
    expect(unwrap(await listPoints(key))).toMatchObject({ points: [{ id: 'p1' }], damaged: 0 })
    const back = unwrap(await readPoint(key, asId<PointId>('p1'), docWith()))
    expect(plain(back.doc).stakeholders).toEqual(plain(stage.doc).stakeholders)
    const [row] = await stage.db.dexie.quarantine.toArray()
    expect(unwrap(await unlocked.openAside('quarantine', row))).toEqual(stage.found)
  })

  it('are sealed whatever they look like: nothing that is unknown stays in clear', async () => {
    const stage = await mapWithRowsAside()
    const mapId = stage.doc.info.id
    await putRaw(stage.db, 'restorePoints', {
      mapId,
      id: 'p2',
      rev: 'Ombudsfrau Ñandú',
      more: 'Zwetschge-7431',
    })
    await putRaw(stage.db, 'restorePoints', {
      mapId,
      id: 'p3',
      box: new Uint8Array(40),
      name: 'Zwetschge-7431',
    })
    await putRaw(stage.db, 'quarantine', { mapId, id: 'x', box: 'Ombudsfrau Ñandú' })
    const before = await rowsAside(stage)
    await sealed(stage)
    const all = await dump(stage.db)
    for (const mark of MARKS) expect(all).not.toContain(mark)
    unwrap(await unsealMap(contextOn(stage.db), await whole(stage), withPassphrase()))
    expect(await rowsAside(stage)).toEqual(before)
  })

  it('come out of the seal as they went in, and other secrets touch none of them', async () => {
    const stage = await mapWithRowsAside()
    const before = await rowsAside(stage)
    await sealed(stage)
    const inBoxes = await rowsAside(stage)
    unwrap(
      await changeSecrets(contextOn(stage.db), await whole(stage), withPassphrase(), {
        passphrase: 'another one',
        withRecoveryKey: false,
      }),
    )
    expect(await rowsAside(stage)).toEqual(inBoxes)
    unwrap(await unsealMap(contextOn(stage.db), await whole(stage), withPassphrase('another one')))
    expect(await rowsAside(stage)).toEqual(before)
    expect(unwrap(await listPoints(stage.of)).damaged).toBe(0)
  })

  it('that can’t be opened stay as they are, through all sealing and unsealing', async () => {
    const stage = await mapWithRowsAside()
    await sealed(stage)
    const broken = {
      mapId: stage.doc.info.id,
      id: 'p9',
      rev: 4,
      box: new Uint8Array(300),
      content: new Uint8Array(300),
    }
    await putRaw(stage.db, 'restorePoints', broken)
    unwrap(await unsealMap(contextOn(stage.db), await whole(stage), withPassphrase()))
    expect(await stage.db.dexie.restorePoints.get([broken.mapId, 'p9'])).toEqual(broken)
    expect(unwrap(await listPoints(stage.of))).toMatchObject({ points: [{ id: 'p1' }], damaged: 1 })
    const { unlocked } = await sealed(stage)
    expect(await stage.db.dexie.restorePoints.get([broken.mapId, 'p9'])).toEqual(broken)
    const points = unwrap(await listPoints({ ...stage.of, key: unlocked }))
    expect(points).toMatchObject({ points: [{ id: 'p1' }], damaged: 1 })
  })

  it('are neither copied with a map nor left behind when it is burnt', async () => {
    const stage = await mapWithRowsAside()
    const newId = docWith().info.id
    unwrap(await stage.repository.duplicateMap(stage.doc.info.id, { newId, name: 'Copy' }))
    expect(await rowsAside(stage)).toHaveLength(2)
    const { unlocked } = await sealed(stage)
    unwrap(await stage.repository.deleteForever(stage.doc.info.id))
    expect(await rowsAside(stage)).toEqual([])
    const late = await writePoint({ ...stage.of, key: unlocked }, point(stage.doc, 'p2'))
    expect(late).toMatchObject({ ok: false })
    expect(await rowsAside(stage)).toEqual([])
  })
})
