import type { MapDoc } from '../../../src/domain/records.ts'
import { deriveArgon2id } from '../../../src/sealing/derive.ts'
import type { Database } from '../../../src/storage/database.ts'
import type { Deriving } from '../../../src/storage/mapKeys.ts'
import { createSealedMap } from '../../../src/storage/sealing.ts'
import type { SealOptions, Secret } from '../../../src/sealing/secrets.ts'
import { fresh, openNamed, repositoryOn, unwrap } from './support.ts'

/** The real derivations, made quick. */
export const QUICK: Deriving = {
  argon2id: deriveArgon2id,
  costs: { memory: 256, passes: 1, lanes: 1 },
  iterations: 1000,
}

const PASSPHRASE = 'crumb ladder vivid otter plan moss'
export const OPTIONS: SealOptions = { passphrase: PASSPHRASE, withRecoveryKey: true }

export const withPassphrase = (passphrase = PASSPHRASE): Secret => ({
  kind: 'passphrase',
  passphrase,
})

export const contextOn = (db: Database) => ({ db, by: fresh('sealer'), deriving: QUICK })

/** A sealed map on a disk of its own, with its key at hand. */
export async function sealedMapOf(doc: MapDoc, name = fresh('db')) {
  const db = await openNamed(name)
  const made = unwrap(
    await createSealedMap(
      contextOn(db),
      { doc, summary: [1, 2, 3, 4, 5], now: '2026-01-02T03:04:05.000Z' },
      OPTIONS,
    ),
  )
  return { name, db, repository: repositoryOn(db), id: doc.info.id, ...made }
}

/** Everything in the database, strings and bytes alike, as one text. */
export async function dump(db: Database): Promise<string> {
  const { maps, records, claims, viewStates, settings, restorePoints, quarantine } = db.dexie
  const parts: string[] = []
  const walk = (value: unknown): void => {
    if (value instanceof Uint8Array) parts.push(new TextDecoder('utf-8').decode(value))
    else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        parts.push(key)
        walk(part)
      }
    } else parts.push(String(value))
  }
  const tables = [maps, records, claims, viewStates, settings, restorePoints, quarantine]
  for (const table of tables) walk(await table.toArray())
  return parts.join('\n')
}
