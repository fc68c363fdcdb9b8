import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diffOf } from '../../../src/domain/diff.ts'
import type { MapDoc } from '../../../src/domain/records.ts'
import { fail, type Result } from '../../../src/domain/result.ts'
import type { Database } from '../../../src/storage/database.ts'
import { failureOf, storageFailure } from '../../../src/storage/failure.ts'
import { writeMap, type MapWrite } from '../../../src/storage/mapWrite.ts'
import { commitAtOnce } from '../../../src/storage/transaction.ts'
import type { Header, StorageFailure } from '../../../src/storage/types.ts'
import { arbitrarySteps, begun, realSaver, take } from './realSaver.ts'
import {
  added,
  docWith,
  fresh,
  openNamed,
  plain,
  repositoryOn,
  settle,
  stakeholder,
  unwrap,
} from './support.ts'

type Write = (write: MapWrite) => Promise<Result<null, StorageFailure>>

const saverOn = (db: Database, header: Header, write: Write = (next) => writeMap(db, next)) =>
  realSaver(header, { write })

const opened = async (doc: MapDoc = docWith()) => {
  const name = fresh('db')
  const db = await openNamed(name)
  const repository = repositoryOn(db)
  const header = unwrap(await repository.createMap(doc, null))
  const ids = async () =>
    [...unwrap(await repository.loadMap(header.id)).doc.stakeholders.keys()].toSorted()
  return { name, db, repository, header, ids }
}

it('stores commits with all their rows and the header', async () => {
  const { db, header, ids, repository } = await opened()
  const { saver } = saverOn(db, header)
  saver.commit(added('a'))
  await begun()
  saver.commit(added('b', 'c'))
  saver.commit(diffOf({ removed: [stakeholder('b')] }))
  expect(unwrap(await saver.flush())).toBe(3)
  expect(await ids()).toEqual(['a', 'c'])
  expect(unwrap(await repository.loadMap(header.id)).rev).toBe(3)
})

it('stores a hide flush that nobody waits for, beside a write in flight', async () => {
  const { name, db, header } = await opened()
  const { saver } = saverOn(db, header)
  saver.commit(added('a'))
  await begun()
  saver.commit(added('b'))
  saver.flushOnHide()
  // The page is gone: only what the browser already has can still happen.
  db.close()
  const later = repositoryOn(await openNamed(name))
  expect([...unwrap(await later.loadMap(header.id)).doc.stakeholders.keys()]).toEqual(['a', 'b'])
  expect(unwrap(await later.loadMap(header.id)).rev).toBe(3)
})

it('refuses the second of two writers, and all that it sends after', async () => {
  const { name, db, header, ids } = await opened()
  const first = saverOn(db, header).saver
  const second = saverOn(await openNamed(name), header).saver
  first.commit(added('a'))
  second.commit(added('b'))
  await begun()
  second.commit(added('c'))
  // Beside a write in flight, which will be refused: this one must be as well.
  second.flushOnHide()
  expect(unwrap(await first.flush())).toBe(2)
  expect(await second.flush()).toMatchObject({ ok: false, error: { code: 'conflict' } })
  await settle()
  expect(await ids()).toEqual(['a'])
  expect([...second.unsaved().added.keys()]).toEqual(['b', 'c'])
})

it('refuses a writer far behind', async () => {
  const { db, header, ids } = await opened()
  const busy = saverOn(db, header).saver
  const asleep = saverOn(db, header).saver
  for (const id of ['a', 'b', 'c', 'd']) {
    busy.commit(added(id))
    unwrap(await busy.flush())
  }
  asleep.commit(added('z'))
  expect(await asleep.flush()).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect(await ids()).toEqual(['a', 'b', 'c', 'd'])
})

it('refuses a write that arrives after a later one of the same writer', async () => {
  const { db, header, ids } = await opened()
  const held: (() => void)[] = []
  const { saver } = saverOn(db, header, (write) =>
    write.header.rev === 2
      ? new Promise((resolve) => held.push(() => resolve(writeMap(db, write))))
      : writeMap(db, write),
  )
  saver.commit(added('a'))
  await begun()
  saver.commit(diffOf({ removed: [stakeholder('a')], added: [stakeholder('b')] }))
  saver.flushOnHide()
  expect(unwrap(await saver.flush())).toBe(3)
  held[0]?.()
  await settle()
  expect(await ids()).toEqual(['b'])
  expect(saver.status()).toMatchObject({ state: 'saved' })
})

it('stops when the map is binned, renamed or deleted elsewhere, without undoing that', async () => {
  const binned = await opened()
  const { saver } = saverOn(binned.db, binned.header)
  unwrap(await binned.repository.binMap(binned.header.id))
  saver.commit(added('a'))
  expect(await saver.flush()).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect(unwrap(await binned.repository.loadMap(binned.header.id)).header.deletedAt).not.toBeNull()

  const deleted = await opened()
  const other = saverOn(deleted.db, deleted.header).saver
  unwrap(await deleted.repository.deleteForever(deleted.header.id))
  other.commit(added('a'))
  expect(await other.flush()).toMatchObject({ ok: false, error: { code: 'missing' } })
})

it('reports a database closed for a newer build', async () => {
  const { db, header } = await opened()
  const { saver } = saverOn(db, header)
  db.close()
  saver.commit(added('a'))
  expect(await saver.flush()).toMatchObject({ ok: false, error: { code: 'closed' } })
})

it('leaves nothing of a write that fails half way', async () => {
  const { db, header, ids } = await opened(docWith(stakeholder('old')))
  const connection = unwrap(await db.connect())
  const result = await commitAtOnce(connection, ['records', 'claims'], 'strict', (transaction) => {
    transaction.objectStore('records').delete([header.id, 'old'])
    transaction.objectStore('claims').add({ mapId: header.id, rev: 1, by: 'somebody' })
  })
  expect(result).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect(await ids()).toEqual(['old'])
})

it('drops claims of long ago', async () => {
  const { db, header } = await opened()
  const write = { header: { ...header, rev: 11_000 }, by: 'me', firstRev: 11_000, rows: new Map() }
  unwrap(await writeMap(db, write))
  expect(await db.dexie.claims.count()).toBe(2)
})

it('tells a full disk by its name, also inside a Dexie error', () => {
  expect(failureOf(new DOMException('', 'QuotaExceededError')).code).toBe('quota')
  const inner = new DOMException('', 'QuotaExceededError')
  expect(failureOf({ name: 'AbortError', message: '', inner }).code).toBe('quota')
  expect(failureOf('odd').code).toBe('unknown')
})

it('has on disk what is in memory whenever it says saved, whatever fails on the way', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitrarySteps,
      fc.array(fc.boolean(), { maxLength: 12 }),
      async (steps, failures) => {
        const { db, header, repository } = await opened()
        const left = [...failures]
        const { saver, untilSaved } = saverOn(db, header, async (write) =>
          left.shift() ? fail(storageFailure('quota', 'by chance')) : writeMap(db, write),
        )
        let doc = unwrap(await repository.loadMap(header.id)).doc
        const asStored = async () => {
          const seen = saver.status().state === 'saved' ? plain(doc) : null
          if (seen) expect(plain(unwrap(await repository.loadMap(header.id)).doc)).toEqual(seen)
        }
        for (const [index, step] of steps.entries()) {
          doc = await take(step, saver, doc, index)
          await asStored()
        }
        await untilSaved()
        expect(saver.status().state).toBe('saved')
        await asStored()
        db.close()
      },
    ),
    { numRuns: 40 },
  )
})
