import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { own } from '../../src/domain/check.ts'
import { fromPlain } from '../../src/storage/fromPlain.ts'
import { unwrap } from './records.ts'

const FOLDER = join(import.meta.dirname, '../fixtures/database')

/** A database as a shipped build wrote it. */
export interface DatabaseFixture {
  /** `v1/workshop.json` */
  readonly name: string
  /** As the browser counts. */
  readonly version: number
  /** Of its sealed maps. */
  readonly passphrase: string
  readonly schema: Readonly<
    Record<
      string,
      {
        readonly keyPath: string | string[]
        readonly indices: readonly { name: string; keyPath: string | string[]; unique: boolean }[]
      }
    >
  >
  readonly rows: Readonly<Record<string, readonly object[]>>
}

/** All that were ever shipped. */
export async function databaseFixtures(): Promise<DatabaseFixture[]> {
  const entries = await readdir(FOLDER, { recursive: true })
  const names = entries.filter((name) => name.endsWith('.json')).toSorted()
  return Promise.all(names.map(fixtureOf))
}

export async function fixtureOf(name: string): Promise<DatabaseFixture> {
  const { version, passphrase, schema, values } = JSON.parse(
    await readFile(join(FOLDER, name), 'utf8'),
  )
  const tables = unwrap(fromPlain(values))
  const rows = Object.fromEntries(
    Object.keys(schema).map((table) => [table, [...rowsIn(own(tables, table))]]),
  )
  return { name, version, passphrase: passphrase ?? '', schema, rows }
}

function* rowsIn(table: unknown): Generator<object> {
  if (!Array.isArray(table)) throw new Error('a table is a list of rows')
  for (const row of table) {
    if (typeof row !== 'object' || row === null) throw new Error('a row is an object')
    yield row
  }
}

/** Makes the database as that build did. Can be sent into a page as it is. */
export function writeFixture(
  { version, schema, rows }: Pick<DatabaseFixture, 'version' | 'schema' | 'rows'>,
  name = 'allyscope',
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.addEventListener('error', () => reject(new Error('the database could not be made')))
    request.addEventListener('upgradeneeded', () => {
      for (const [table, { keyPath, indices }] of Object.entries(schema)) {
        const store = request.result.createObjectStore(table, { keyPath })
        for (const index of indices) {
          store.createIndex(index.name, index.keyPath, { unique: index.unique })
        }
        for (const row of rows[table] ?? []) store.put(row)
      }
    })
    request.addEventListener('success', () => {
      request.result.close()
      resolve()
    })
  })
}
