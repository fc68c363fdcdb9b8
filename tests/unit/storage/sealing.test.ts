import { describe, expect, it, vi } from 'vitest'
import { applyDiff, diffOf } from '../../../src/domain/diff.ts'
import type { MapDoc } from '../../../src/domain/records.ts'
import { writeMap } from '../../../src/storage/mapWrite.ts'
import {
  changeSecrets,
  createSealedMap,
  sealMap,
  unlockMap,
  unsealMap,
} from '../../../src/storage/sealing.ts'
import { createSmallValues } from '../../../src/storage/smallValues.ts'
import { FORMAT_VERSION } from '../../../src/storage/types.ts'
import * as vault from '../../../src/storage/vault.ts'
import { contextOn, dump, OPTIONS, QUICK, sealedMapOf, withPassphrase } from './sealedSupport.ts'
import {
  added,
  docWith,
  fresh,
  openNamed,
  plain,
  putRaw,
  repositoryOn,
  stakeholder,
  unwrap,
} from './support.ts'

/** To see which keys stay in memory. */
vi.mock('../../../src/storage/vault.ts', { spy: true })

const MARKS = ['Zwetschge-7431', 'Ombudsfrau Ñandú', 'ally-on-the-inside', 'zzz-filter']

/** A map in which every kind of text holds a mark, an id among them. */
const marked = (): MapDoc => {
  const doc = docWith(
    { ...stakeholder('ally-on-the-inside', 'Zwetschge-7431'), notes: 'Ombudsfrau Ñandú' },
    stakeholder('b'),
  )
  return { ...doc, info: { ...doc.info, name: 'Zwetschge-7431', we: 'Ombudsfrau Ñandú' } }
}

async function clearMapOf(doc: MapDoc) {
  const db = await openNamed(fresh('db'))
  const repository = repositoryOn(db)
  unwrap(await repository.createMap(doc, [9]))
  return { db, repository, id: doc.info.id }
}

describe('a map that is made sealed', () => {
  it('is on the disk without a word of it, not even its name or the hour', async () => {
    const { db, repository, id } = await sealedMapOf(marked())
    const all = await dump(db)
    for (const mark of [...MARKS, 'stakeholder', 'T03:04']) expect(all).not.toContain(mark)
    const [row] = await db.dexie.maps.toArray()
    expect(Object.keys(row ?? {}).toSorted()).toEqual([
      'changedAt',
      'createdAt',
      'deletedAt',
      'formatVersion',
      'id',
      'rev',
      'sealed',
    ])
    expect(unwrap(await repository.listMaps()).maps).toMatchObject([
      { id, info: { name: '' }, summary: null, changedAt: '2026-01-02T12:00:00.000Z' },
    ])
  })

  it('opens with its key, to the last letter', async () => {
    const doc = marked()
    const { repository, id, unlocked } = await sealedMapOf(doc)
    const loaded = unwrap(await repository.loadMap(id, unlocked))
    expect(plain(loaded.doc)).toEqual(plain(doc))
    expect(loaded.header).toMatchObject({
      summary: [1, 2, 3, 4, 5],
      changedAt: '2026-01-02T03:04:05.000Z',
    })
    expect(loaded.unreadable).toEqual([])
  })

  it('opens again with its passphrase or its recovery key, and stays shut to others', async () => {
    const doc = marked()
    const { db, repository, id, recoveryKey } = await sealedMapOf(doc)
    expect(await repository.loadMap(id)).toMatchObject({ ok: false, error: { code: 'locked' } })
    const header = unwrap(await repository.readHeader(id))
    const secrets = [
      withPassphrase(),
      { kind: 'recovery key', recoveryKey: recoveryKey ?? '' } as const,
    ]
    for (const secret of secrets) {
      const key = unwrap(await unlockMap(header, secret, QUICK))
      expect(key.hasRecoveryKey).toBe(true)
      expect(plain(unwrap(await repository.loadMap(id, key)).doc)).toEqual(plain(doc))
    }
    const before = await dump(db)
    for (let tries = 0; tries < 5; tries += 1) {
      const wrong = await unlockMap(header, withPassphrase('wrong'), QUICK)
      expect(wrong).toMatchObject({ ok: false, error: { code: 'wrong secret' } })
    }
    expect(await dump(db)).toBe(before)
  })
})

describe('sealing a map that was clear', () => {
  it('leaves no clear word of it anywhere in the database', async () => {
    const { db, repository, id } = await clearMapOf(marked())
    const values = createSmallValues(db)
    unwrap(await values.saveViewState(id, { filter: { text: 'zzz-filter' } }))
    const damaged = { mapId: id, id: 'x', rev: 1, record: { notes: 'Ombudsfrau Ñandú' } }
    await putRaw(db, 'records', damaged)
    for (const mark of MARKS) expect(await dump(db)).toContain(mark)

    const { unlocked } = unwrap(
      await sealMap(contextOn(db), unwrap(await repository.readWhole(id)), OPTIONS),
    )
    const all = await dump(db)
    for (const mark of MARKS) expect(all).not.toContain(mark)
    expect(await db.dexie.records.count()).toBe(3)
    const loaded = unwrap(await repository.loadMap(id, unlocked))
    expect(plain(loaded.doc).stakeholders).toEqual(plain(marked()).stakeholders)
    expect(loaded).toMatchObject({ rev: 2, unreadable: [{ reason: expect.any(String) }] })
    // What is set aside is what stands on the disk, not what is in the box.
    expect(JSON.stringify(loaded.unreadable)).not.toContain('Ñandú')
  })

  it('lets no late clear write in: neither rows, nor the way the map was looked at', async () => {
    const { db, repository, id } = await clearMapOf(marked())
    const { header } = unwrap(await repository.readWhole(id))
    const values = createSmallValues(db)
    unwrap(await sealMap(contextOn(db), unwrap(await repository.readWhole(id)), OPTIONS))
    const sealed = await dump(db)
    const late = { by: 'me', rows: new Map([['late', stakeholder('late', 'Zwetschge-7431')]]) }
    for (const rev of [2, 3, 9]) {
      const write = { ...late, header: { ...header, rev }, firstRev: rev }
      expect(await writeMap(db, write)).toMatchObject({ ok: false, error: { code: 'conflict' } })
    }
    const view = await values.saveViewState(id, { filter: { text: 'zzz-filter' } })
    expect(view).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await dump(db)).toBe(sealed)
  })

  it('is refused when somebody has written the map meanwhile', async () => {
    const { db, repository, id } = await clearMapOf(marked())
    const seen = unwrap(await repository.readWhole(id))
    unwrap(await repository.renameMap(id, { name: 'Renamed', summary: null }, 1))
    expect(await sealMap(contextOn(db), seen, OPTIONS)).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    })
    expect(unwrap(await repository.loadMap(id)).doc.info.name).toBe('Renamed')
  })

  it('can be taken back, and the map is as it was', async () => {
    const doc = marked()
    const { db, repository, id } = await clearMapOf(doc)
    unwrap(await sealMap(contextOn(db), unwrap(await repository.readWhole(id)), OPTIONS))
    const wrong = await unsealMap(
      contextOn(db),
      unwrap(await repository.readWhole(id)),
      withPassphrase('wrong'),
    )
    expect(wrong).toMatchObject({ ok: false, error: { code: 'wrong secret' } })
    expect(await repository.loadMap(id)).toMatchObject({ ok: false, error: { code: 'locked' } })
    unwrap(await unsealMap(contextOn(db), unwrap(await repository.readWhole(id)), withPassphrase()))
    const loaded = unwrap(await repository.loadMap(id))
    expect(plain(loaded.doc)).toEqual(plain(doc))
    expect(loaded.header).toMatchObject({ rev: 3, formatVersion: FORMAT_VERSION, summary: [9] })
    expect(loaded.header.sealed).toBeUndefined()
    unwrap(await repository.renameMap(id, { name: 'Clear again', summary: null }, 3))
  })
})

describe('other secrets', () => {
  it('touch no row, and the old ones open nothing any more', async () => {
    const { db, repository, id, recoveryKey } = await sealedMapOf(marked())
    const rows = await db.dexie.records.toArray()
    const changed = unwrap(
      await changeSecrets(
        contextOn(db),
        unwrap(await repository.readWhole(id)),
        { kind: 'recovery key', recoveryKey: recoveryKey ?? '' },
        { passphrase: 'another', withRecoveryKey: false },
      ),
    )
    expect(await db.dexie.records.toArray()).toEqual(rows)
    expect(changed.recoveryKey).toBeNull()
    expect(plain(unwrap(await repository.loadMap(id, changed.unlocked)).doc)).toEqual(
      plain({ ...marked(), info: { ...marked().info, id } }),
    )
    const header = unwrap(await repository.readHeader(id))
    for (const secret of [
      withPassphrase(),
      { kind: 'recovery key', recoveryKey: recoveryKey ?? '' } as const,
    ]) {
      const wrong = await unlockMap(header, secret, QUICK)
      expect(wrong).toMatchObject({ ok: false, error: { code: 'wrong secret' } })
    }
    const key = unwrap(await unlockMap(header, withPassphrase('another'), QUICK))
    expect(key.hasRecoveryKey).toBe(false)
  })

  it('are not taken without one that opens the map now', async () => {
    const { db, repository, id } = await sealedMapOf(marked())
    const before = await dump(db)
    const whole = unwrap(await repository.readWhole(id))
    const wrong = await changeSecrets(contextOn(db), whole, withPassphrase('wrong'), OPTIONS)
    expect(wrong).toMatchObject({ ok: false, error: { code: 'wrong secret' } })
    expect(await dump(db)).toBe(before)
  })
})

describe('a locked map', () => {
  it('goes to the bin and comes back without its key', async () => {
    const doc = marked()
    const { repository, id, unlocked } = await sealedMapOf(doc)
    unwrap(await repository.binMap(id))
    const [binned] = unwrap(await repository.listMaps()).maps
    expect(binned?.deletedAt).toBe('2026-01-02T12:00:00.000Z')
    unwrap(await repository.restoreMap(id))
    const loaded = unwrap(await repository.loadMap(id, unlocked))
    expect(plain(loaded.doc)).toEqual(plain(doc))
    expect(loaded.header).toMatchObject({ rev: 3, deletedAt: null })
  })

  it('is neither renamed nor copied', async () => {
    const { db, repository, id } = await sealedMapOf(marked())
    const before = await dump(db)
    const refused = { ok: false, error: { code: 'unavailable' } }
    expect(await repository.renameMap(id, { name: 'x', summary: null }, 1)).toMatchObject(refused)
    const copy = { newId: docWith().info.id, name: 'Copy' }
    expect(await repository.duplicateMap(id, copy)).toMatchObject(refused)
    expect(await dump(db)).toBe(before)
  })

  it('that is burnt leaves nothing but a mark that keeps late writes out', async () => {
    const { db, repository, id, unlocked } = await sealedMapOf(marked())
    const header = unwrap(await repository.loadMap(id, unlocked)).header
    unwrap(await createSmallValues(db).saveViewState(id, unlocked.sealView({}), true))
    unwrap(await repository.deleteForever(id))
    const { maps, records, claims, viewStates } = db.dexie
    expect([await maps.count(), await records.count(), await viewStates.count()]).toEqual([0, 0, 0])
    expect(await claims.toArray()).toEqual([{ mapId: id, rev: 0, by: 'deleted' }])
    const late = { header: { ...header, rev: 2 }, by: 'me', firstRev: 2, rows: new Map() }
    expect(await unlocked.writer(db).write(late)).toMatchObject({ error: { code: 'missing' } })
    const view = createSmallValues(db).saveViewState(id, unlocked.sealView({}), true)
    expect(await view).toMatchObject({ ok: false })
    expect(await viewStates.count()).toBe(0)
  })

  it('of a later format is left alone', async () => {
    const { db, repository, id } = await sealedMapOf(marked())
    const [row] = await db.dexie.maps.toArray()
    await putRaw(db, 'maps', { ...Object(row), formatVersion: 3 })
    const newer = { ok: false, error: { code: 'newer' } }
    expect(await repository.loadMap(id)).toMatchObject(newer)
    expect(await repository.binMap(id)).toMatchObject(newer)
  })

  it('is a map of a newer format to a build that knows no seals', async () => {
    const { db } = await sealedMapOf(marked())
    // Such builds refuse whatever is above 1.
    expect(await db.dexie.maps.toArray()).toMatchObject([{ formatVersion: 2 }])
  })
})

describe('damage', () => {
  it('of a row sets that row aside, and nothing is lost by working on', async () => {
    const doc = docWith(stakeholder('a'), stakeholder('b'), stakeholder('c'))
    const { db, repository, id, unlocked } = await sealedMapOf(doc)
    const [first, second] = await db.dexie.records.toArray()
    const broken = { ...Object(first), box: new Uint8Array(300) }
    await putRaw(db, 'records', broken)
    // A box that was copied to another row's place opens nowhere.
    const moved = { ...Object(second), box: Object(first).box }
    await putRaw(db, 'records', moved)
    const loaded = unwrap(await repository.loadMap(id, unlocked))
    expect(loaded.doc.stakeholders.size).toBe(1)
    expect(loaded.unreadable).toEqual([
      { id: Object(first).id, reason: 'seal: broken', raw: broken },
      { id: Object(second).id, reason: 'seal: broken', raw: moved },
    ])
    const header = { ...loaded.header, rev: 2 }
    const rows = new Map([['d', stakeholder('d')]])
    unwrap(await unlocked.writer(db).write({ header, by: 'me', firstRev: 2, rows }))
    expect(await db.dexie.records.count()).toBe(4)
    // Nor by taking the seal off and putting another on.
    unwrap(await unsealMap(contextOn(db), unwrap(await repository.readWhole(id)), withPassphrase()))
    expect(unwrap(await repository.loadMap(id)).unreadable.map(({ raw }) => raw)).toEqual(
      expect.arrayContaining([broken, moved]),
    )
    unwrap(await sealMap(contextOn(db), unwrap(await repository.readWhole(id)), OPTIONS))
    expect(await db.dexie.records.toArray()).toEqual(expect.arrayContaining([broken, moved]))
  })

  it.each([
    ['broken', { box: new Uint8Array(300) }],
    ['moved', { boxRev: 9 }],
    ['gone', { box: null }],
  ])('of the header (%s) is said so, and all rows can be opened', async (_, damage) => {
    const { db, repository, id, unlocked } = await sealedMapOf(marked())
    const [row] = await db.dexie.maps.toArray()
    const sealed = { ...Object(row).sealed, ...damage }
    await putRaw(db, 'maps', { ...Object(row), sealed })
    const { box, boxRev } = sealed
    const raw = { boxRev, box: box && [...box] }
    const unreadable = [{ id, reason: 'map: unreadable', raw }]
    const loaded = unwrap(await repository.loadMap(id, unlocked))
    expect(loaded.unreadable).toEqual(unreadable)
    expect(plain(loaded.doc).stakeholders).toEqual(plain(marked()).stakeholders)
    expect(loaded.doc.info).toMatchObject({ id, name: '' })

    // The damaged box is carried along through all writing, unsealing and sealing.
    const header = { ...loaded.header, rev: 2, info: { ...loaded.header.info, name: 'Again' } }
    unwrap(await unlocked.writer(db).write({ header, by: 'me', firstRev: 2, rows: new Map() }))
    const again = unwrap(await repository.loadMap(id, unlocked))
    expect(again.doc.info.name).toBe('Again')
    expect(again.unreadable).toEqual(unreadable)
    unwrap(await unsealMap(contextOn(db), unwrap(await repository.readWhole(id)), withPassphrase()))
    expect(unwrap(await repository.loadMap(id)).unreadable).toEqual(unreadable)
    const back = await sealMap(contextOn(db), unwrap(await repository.readWhole(id)), OPTIONS)
    const last = unwrap(await repository.loadMap(id, unwrap(back).unlocked))
    expect(last.unreadable).toEqual(unreadable)
    expect(last.doc.stakeholders.size).toBe(2)
  })

  it('of the header does not keep the seal from being taken off', async () => {
    const { db, repository, id } = await sealedMapOf(marked())
    const [row] = await db.dexie.maps.toArray()
    const sealed = { ...Object(row).sealed, box: new Uint8Array(300) }
    await putRaw(db, 'maps', { ...Object(row), sealed })
    unwrap(await unsealMap(contextOn(db), unwrap(await repository.readWhole(id)), withPassphrase()))
    const loaded = unwrap(await repository.loadMap(id))
    expect(loaded.doc.stakeholders.size).toBe(2)
    expect(loaded.unreadable).toMatchObject([{ reason: 'map: unreadable' }])
  })

  it('of the whole seal is said so, and is no wrong passphrase', async () => {
    const { db, repository, id, unlocked } = await sealedMapOf(marked())
    const [row] = await db.dexie.maps.toArray()
    await putRaw(db, 'maps', { ...Object(row), sealed: 'odd' })
    expect(await repository.loadMap(id, unlocked)).toMatchObject({ error: { code: 'unknown' } })
    const odd = await unlockMap(unwrap(await repository.readHeader(id)), withPassphrase(), QUICK)
    expect(odd).toMatchObject({ ok: false, error: { code: 'unknown' } })
  })

  it('is not what a key that has gone leaves shut', async () => {
    const { repository, id, unlocked } = await sealedMapOf(marked())
    unlocked.drop()
    expect(await repository.loadMap(id, unlocked)).toMatchObject({ error: { code: 'closed' } })
  })
})

describe('keys of what was not stored', () => {
  const boxesMade = () =>
    Promise.all(
      vi
        .mocked(vault.boxesOf)
        .mock.results.map(({ value }): ReturnType<typeof vault.boxesOf> => value),
    )
  const dataKeys = () =>
    vi.mocked(vault.newDataKey).mock.results.map(({ value }): Uint8Array => value)
  const isZero = (key: Uint8Array) => key.every((byte) => byte === 0)
  const forget = () => vi.clearAllMocks()

  it('do not stay when the write fails', async () => {
    const { db, repository, id } = await clearMapOf(marked())
    const seen = unwrap(await repository.readWhole(id))
    unwrap(await repository.renameMap(id, { name: 'Renamed', summary: null }, 1))
    forget()
    const context = contextOn(db)
    expect(await sealMap(context, seen, OPTIONS)).toMatchObject({ ok: false })
    const made = { doc: marked(), summary: null, now: '2026-01-02T03:04:05.000Z' }
    const taken = { ...made, doc: { ...made.doc, info: { ...made.doc.info, id } } }
    expect(await createSealedMap(context, taken, OPTIONS)).toMatchObject({ ok: false })
    const boxes = await boxesMade()
    expect(boxes.map((one) => one.isDropped())).toEqual([true, true])
  })

  it('do not stay when they can’t be wrapped', async () => {
    const { db, repository, id } = await clearMapOf(marked())
    forget()
    const whole = unwrap(await repository.readWhole(id))
    const nothing = { passphrase: ' ', withRecoveryKey: false }
    expect(await sealMap(contextOn(db), whole, nothing)).toMatchObject({ ok: false })
    expect(dataKeys().map(isZero)).toEqual([true])
  })

  it.each([
    ['the new ones can’t be made', { passphrase: ' ', withRecoveryKey: false }, true],
    ['somebody else writes by now', OPTIONS, false],
  ])('do not stay when %s', async (_, options, mayWrite) => {
    const { db, repository, id } = await sealedMapOf(marked())
    const whole = unwrap(await repository.readWhole(id))
    const before = await dump(db)
    forget()
    const context = { ...contextOn(db), mayWrite: () => mayWrite }
    const changed = await changeSecrets(context, whole, withPassphrase(), options)
    expect(changed).toMatchObject({ ok: false })
    const unwrapped = await Promise.all(
      vi
        .mocked(vault.unwrap)
        .mock.results.map(({ value }): ReturnType<typeof vault.unwrap> => value),
    )
    expect(unwrapped.map((key) => key && isZero(key))).toEqual([true])
    expect(await dump(db)).toBe(before)
  })
})

it('keeps the way it was looked at in a box of its own', async () => {
  const { db, id, unlocked } = await sealedMapOf(docWith())
  const values = createSmallValues(db)
  const state = { filter: { text: 'zzz-filter' } }
  unwrap(await values.saveViewState(id, unlocked.sealView(state), true))
  expect(await dump(db)).not.toContain('zzz-filter')
  expect(await unlocked.openView(unwrap(await values.loadViewState(id)))).toEqual(state)
  expect(await unlocked.openView({ filter: 'clear' })).toBeUndefined()
  const clear = await values.saveViewState(id, state)
  expect(clear).toMatchObject({ ok: false, error: { code: 'conflict' } })
})

it('leaves commits of rows that come and go as they would be in clear', async () => {
  const doc = docWith(stakeholder('a'))
  const { db, repository, id, unlocked } = await sealedMapOf(doc)
  const writer = unlocked.writer(db)
  const { header } = unwrap(await repository.loadMap(id, unlocked))
  const at = (rev: number) => ({ header: { ...header, rev }, by: 'me', firstRev: rev })
  const b = stakeholder('b')
  unwrap(await writer.write({ ...at(2), rows: new Map([['b', b]]) }))
  unwrap(await writer.write({ ...at(3), rows: new Map([['a', null]]) }))
  unwrap(await writer.write({ ...at(4), rows: new Map([['b', { ...b, name: 'Changed' }]]) }))
  const wanted = applyDiff(
    applyDiff(doc, added('b')),
    diffOf({ removed: [stakeholder('a')], updated: [[b, { ...b, name: 'Changed' }]] }),
  )
  expect(plain(unwrap(await repository.loadMap(id, unlocked)).doc)).toEqual(plain(wanted))
})
