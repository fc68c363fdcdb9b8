import { describe, expect, it } from 'vitest'
import { own } from '../../../src/domain/check.ts'
import { recordsOf } from '../../../src/domain/doc.ts'
import { MIGRATIONS } from '../../../src/domain/migrations.ts'
import type { Repository } from '../../../src/storage/repository.ts'
import { unlockMap } from '../../../src/storage/sealing.ts'
import { createSmallValues } from '../../../src/storage/smallValues.ts'
import type { Header } from '../../../src/storage/types.ts'
import {
  type DatabaseFixture,
  databaseFixtures,
  writeFixture,
} from '../../support/databaseFixture.ts'
import { withPassphrase } from './sealedSupport.ts'
import { fresh, openNamed, repositoryOn, unwrap } from './support.ts'

const fixtures = await databaseFixtures()

async function opened(fixture: DatabaseFixture) {
  const name = fresh('fixture')
  await writeFixture(fixture, name)
  const db = await openNamed(name)
  return { db, repository: repositoryOn(db) }
}

const load = async (repository: Repository, { passphrase }: DatabaseFixture, header: Header) => {
  const key = header.sealed ? unwrap(await unlockMap(header, withPassphrase(passphrase))) : null
  return unwrap(await repository.loadMap(header.id, key))
}

/** What a record of the fixture means today, written down apart from the migrations. */
function meaning(record: object): object {
  const place = own(record, 'networkPosition')
  return own(record, 'type') === 'stakeholder'
    ? {
        aliases: [],
        ...record,
        networkPosition: place ? { pinned: true, ...Object(place) } : null,
      }
    : record
}

const byId = (records: Iterable<object>) =>
  [...records].toSorted((a, b) => (String(own(a, 'id')) < String(own(b, 'id')) ? -1 : 1))

describe.each(fixtures)('the database $name', (fixture) => {
  it('opens with every record of every map', async () => {
    const { db, repository } = await opened(fixture)
    const { maps, unreadable } = unwrap(await repository.listMaps())
    expect(unreadable).toEqual([])
    expect(maps).toHaveLength(fixture.rows['maps']?.length ?? 0)
    for (const header of maps) {
      const loaded = await load(repository, fixture, header)
      const rows = (fixture.rows['records'] ?? []).filter((row) => own(row, 'mapId') === header.id)
      expect(loaded.unreadable).toEqual([])
      expect(recordsOf(loaded.doc)).toHaveLength(rows.length + 1)
      if (header.sealed) continue
      const before = fixture.rows['maps']?.find((row) => own(row, 'id') === header.id)
      expect(header).toEqual(before)
      const records = rows.map((row) => meaning(Object(own(row, 'record'))))
      const now = byId(recordsOf(loaded.doc))
      expect(now).toEqual(byId([Object(own(before, 'info')), ...records]))
    }
    db.close()
  })

  it('keeps its other tables as they are', async () => {
    const { db } = await opened(fixture)
    const { claims, viewStates, settings, maps, records } = db.dexie
    for (const [name, table] of Object.entries({ claims, viewStates, settings, maps, records })) {
      const found = await table.toArray()
      expect(found).toHaveLength(fixture.rows[name]?.length ?? 0)
      for (const row of fixture.rows[name] ?? []) expect(found).toContainEqual(row)
    }
    const values = createSmallValues(db)
    for (const row of fixture.rows['settings'] ?? []) {
      expect(unwrap(await values.getSetting(String(own(row, 'key'))))).toEqual(own(row, 'value'))
    }
    db.close()
  })
})

it('has a database of every format that a migration starts from', () => {
  const formats = fixtures.flatMap(({ rows }) =>
    (rows['maps'] ?? []).map((row) => own(row, 'formatVersion')),
  )
  for (const { from } of MIGRATIONS) expect(formats).toContain(from)
})

it('knows what is in the sealed map', async () => {
  const fixture = fixtures.find(({ passphrase }) => passphrase !== '')
  if (!fixture) throw new Error('a fixture with a sealed map')
  const { repository } = await opened(fixture)
  const { maps } = unwrap(await repository.listMaps())
  const header = maps.find(({ sealed }) => sealed !== undefined)
  if (!header) throw new Error('a sealed map')
  const { doc, older } = await load(repository, fixture, header)
  expect(doc.info.name).toBe('Close the incinerator')
  expect(
    Array.from(doc.stakeholders.values(), ({ name, notes }) => `${name}: ${notes}`).toSorted(),
  ).toEqual(['Clinic: ', 'Mayor: Speaks on Monday', 'Parents of Río Hondo: '])
  expect(older).toHaveLength(3)
})
