import { beforeEach, expect, it } from 'vitest'
import { asId, type MapId } from '../../../src/domain/records.ts'
import { headOf, readCopy } from '../../../src/storage/copyFile.ts'
import { removeUnwanted, tendCopies } from '../../../src/storage/copyTending.ts'
import { newerName, openCopyFolder } from '../../../src/storage/copyFolder.ts'
import { sealMap } from '../../../src/storage/sealing.ts'
import { privateFiles } from '../../support/privateFiles.ts'
import { contextOn, OPTIONS, sealedMapOf } from './sealedSupport.ts'
import {
  docWith,
  fresh,
  openNamed,
  putRaw,
  repositoryOn,
  settle,
  stakeholder,
  unwrap,
} from './support.ts'

let disk = privateFiles()
beforeEach(() => {
  disk = privateFiles()
})

async function stage() {
  const db = await openNamed(fresh('db'))
  const repository = repositoryOn(db)
  const folder = await disk.folder()
  const tend = async () => tendCopies(unwrap(await db.connect()), folder)
  const make = async (...names: string[]) => {
    const doc = docWith(...names.map((name) => stakeholder(fresh('id'), name)))
    unwrap(await repository.createMap(doc, null))
    return doc.info.id
  }
  return { db, repository, folder, tend, make }
}

it('copies each map as it stands, and again only when it has changed', async () => {
  const { repository, tend, make, folder } = await stage()
  const one = await make('Ada')
  const two = await make('Bo', 'Cy')
  await tend()
  expect([...disk.files.keys()].toSorted()).toEqual([one, two].toSorted())
  const file = disk.files.get(two)
  const copy = unwrap(await readCopy(file ?? new Blob()))
  const whole = unwrap(await repository.readWhole(two))
  expect(copy).toEqual({ header: whole.header, rows: whole.rows })
  unwrap(await repository.binMap(one))
  await tend()
  expect(disk.files.get(two)).toBe(file)
  expect(await headOf((await folder.file(one)) ?? new Blob())).toEqual({ rev: 2, sealed: false })
})

it('reads a large map in short transactions, and never half of a change', async () => {
  const { db, repository, tend, make } = await stage()
  const id = await make(...Array.from({ length: 150 }, (_, index) => `Member ${index}`))
  const connection = unwrap(await db.connect())
  const transaction = connection.transaction.bind(connection)
  let reads = 0
  connection.transaction = (...how: Parameters<IDBDatabase['transaction']>) => {
    if (how[0] === 'records') reads += 1
    // Between the first part of the rows and the next.
    if (how[0] === 'records' && reads === 2) void repository.binMap(id)
    return transaction(...how)
  }
  await tend()
  const whole = unwrap(await repository.readWhole(id))
  expect(whole.header.rev).toBe(2)
  const copy = unwrap(await readCopy(disk.files.get(id) ?? new Blob()))
  expect(copy).toEqual({ header: whole.header, rows: whole.rows })
  expect(reads).toBeGreaterThan(3)
})

it('has nothing of a map that was deleted for good, nor debris of a write that was cut off', async () => {
  const { db, repository, tend, make, folder } = await stage()
  const id = await make('Ada')
  await tend()
  unwrap(await repository.deleteForever(id))
  expect(await removeUnwanted(unwrap(await db.connect()), folder, id)).toBe(true)
  expect(disk.files.size).toBe(0)
  disk.files.set('gone', new Blob([]))
  await tend()
  expect(disk.files.size).toBe(0)
})

it('keeps the copy of a map that the database has lost', async () => {
  const { db, tend, make, folder } = await stage()
  const id = await make('Ada')
  await tend()
  const other = await openNamed(fresh('db'))
  await tendCopies(unwrap(await other.connect()), folder)
  expect([...disk.files.keys()]).toEqual([id])
  expect(await removeUnwanted(unwrap(await db.connect()), folder, id)).toBe(false)
})

it('keeps the copy of a map whose own row can no longer be read', async () => {
  const { db, tend, make } = await stage()
  const id = await make('Ada')
  await tend()
  const file = disk.files.get(id)
  await putRaw(db, 'maps', { id, rev: 'seven' })
  await tend()
  expect(disk.files.get(id)).toBe(file)
})

it('leaves nothing clear of a map that is sealed', async () => {
  const { db, repository, tend, make, folder } = await stage()
  const id = await make('Somebody in danger')
  await tend()
  const whole = unwrap(await repository.readWhole(id))
  unwrap(await sealMap(contextOn(db), whole, OPTIONS))
  disk.fill(true)
  await tend()
  expect(await folder.file(id)).toBeNull()
  disk.fill(false)
  await tend()
  const sealed = unwrap(await readCopy(disk.files.get(id) ?? new Blob()))
  expect(JSON.stringify(sealed)).not.toContain('danger')
  expect(sealed.rows).toHaveLength(1)
})

it('removes what is clear beside the copy of a sealed map, also where that is gone, and nothing sealed', async () => {
  const { db, id } = await sealedMapOf(docWith())
  const folder = await disk.folder()
  const tend = async () => tendCopies(unwrap(await db.connect()), folder)
  disk.fill(true)
  disk.files.set(newerName(id), new Blob(['allyscope-copy 1 none clear 9 00000000\n{}']))
  await tend()
  expect(disk.files.has(newerName(id))).toBe(false)
  const sealed = new Blob(['allyscope-copy 1 none sealed 9 00000000\n{}'])
  disk.files.set(newerName(id), sealed)
  await db.dexie.maps.delete(id)
  await tend()
  expect(disk.files.get(newerName(id))).toBe(sealed)
})

it('removes a clear copy of a sealed map unseen, also where its own row is gone', async () => {
  const { db, id } = await sealedMapOf(docWith())
  const folder = await disk.folder()
  disk.files.set(id, new Blob(['allyscope-copy 1 none clear 1 00000000\n{}']))
  await db.dexie.maps.delete(id)
  await tendCopies(unwrap(await db.connect()), folder)
  expect(disk.files.size).toBe(0)
})

it('leaves the older copy whole when the browser is killed, or the disk is full, while it writes', async () => {
  const { repository, tend, make } = await stage()
  const id = await make('Ada')
  await tend()
  const before = disk.files.get(id)
  unwrap(await repository.binMap(id))
  disk.fill(true)
  await tend()
  expect(disk.files.get(id)).toBe(before)
  disk.fill(false)
  disk.kill()
  void tend()
  await settle()
  expect(disk.files.get(id)).toBe(before)
  unwrap(await readCopy(before ?? new Blob()))
})

it('sets a copy aside that is newer than its map: the database has gone back in time', async () => {
  const { db, tend, make, folder } = await stage()
  const id = await make('Ada')
  const older = await db.dexie.maps.get(id)
  unwrap(await repositoryOn(db).binMap(id))
  expect(await tend()).toBe(0)
  const newest = await folder.file(id)
  await putRaw(db, 'maps', older)
  expect(await tend()).toBe(1)
  expect(await tend()).toBe(0)
  expect(await folder.named(newerName)).toEqual([id])
  expect(await folder.ids()).toEqual([id])
  expect(await (await folder.file(newerName(id)))?.text()).toBe(await newest?.text())
  expect(await headOf((await folder.file(id)) ?? new Blob())).toMatchObject({ rev: 1 })
  await folder.remove(id)
  expect(disk.files.size).toBe(0)
})

it('keeps the newest of all when the database goes back again', async () => {
  const { db, tend, make, folder } = await stage()
  const id = await make('Ada')
  const [older] = await db.dexie.maps.toArray()
  const revOf = async (name: string) => (await headOf((await folder.file(name)) ?? new Blob()))?.rev
  for (let rev = 1; rev < 4; rev += 1) unwrap(await repositoryOn(db).binMap(id))
  await tend()
  await putRaw(db, 'maps', { ...Object(older), rev: 2 })
  await tend()
  await putRaw(db, 'maps', older)
  await tend()
  expect([await revOf(newerName(id)), await revOf(id)]).toEqual([4, 1])
})

it('waits for whoever has the file to themselves, and then copies what is there', async () => {
  const { repository, tend, make, folder } = await stage()
  const id = await make('Ada')
  const tending: Promise<number>[] = []
  await folder.alone(id, async () => {
    tending.push(tend())
    await settle()
    expect(await folder.file(id)).toBeNull()
    unwrap(await repository.deleteForever(id))
  })
  await Promise.all(tending)
  expect(await folder.file(id)).toBeNull()
})

it('keeps no copies where tabs can’t wait for one another, or the browser has no private files', async () => {
  expect(await openCopyFolder(true, { ...disk.ports, locks: () => null })).toBeNull()
  expect(await openCopyFolder(true, { ...disk.ports, root: async () => null })).toBeNull()
  expect(await openCopyFolder(false, disk.ports)).toBeNull()
})

it('takes only ids for names of files', async () => {
  const { db, tend } = await stage()
  await putRaw(db, 'maps', {
    id: asId<MapId>('../elsewhere'),
    rev: 1,
    formatVersion: 1,
    createdAt: '',
    changedAt: '',
  })
  await tend()
  expect(disk.files.size).toBe(0)
})
