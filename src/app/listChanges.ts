import type { MapDoc, MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { createMapChanges, type MapChanges } from '../storage/mapChanges.ts'
import type { KeepingFailure } from '../views/services.ts'
import { asWriter } from './asWriter.ts'
import { isoNow, newId } from './environment.ts'
import type { Stock } from './keeping.ts'
import { deletedOnPurpose, newlyMade } from './missing.ts'
import { forgetCopy } from './reliability/secondCopies.ts'
import { summaryOf } from './summary.ts'

/** What is done to maps as wholes, without opening them. */

type Outcome = Promise<Result<null, KeepingFailure>>

export const changesOf = ({ db, repository }: Stock): MapChanges =>
  createMapChanges(db, repository, { now: isoNow, newToken: newId })

export async function create(stock: Stock, doc: MapDoc): Outcome {
  const made = await newlyMade(stock.repository, () =>
    changesOf(stock).createMap(doc, summaryOf(doc)),
  )
  return made.ok ? ok(null) : fail(made.error.code)
}

export async function duplicate(stock: Stock, id: MapId, copyId: MapId, name: string): Outcome {
  const made = await newlyMade(stock.repository, () =>
    changesOf(stock).duplicateMap(id, { newId: copyId, name }),
  )
  return made.ok ? ok(null) : fail(made.error.code)
}

export const rename = (stock: Stock, id: MapId, name: string): Outcome =>
  asWriter(id, async () => {
    const loaded = await stock.repository.loadMap(id)
    if (!loaded.ok) {
      const { code } = loaded.error
      return fail({ code: code === 'locked' ? 'unavailable' : code })
    }
    const { doc, rev } = loaded.value
    const summary = summaryOf({ ...doc, info: { ...doc.info, name } })
    return changesOf(stock).renameMap(id, { name, summary }, rev)
  })

export const bin = (stock: Stock, id: MapId): Outcome =>
  asWriter(id, () => changesOf(stock).binMap(id))

export const restore = (stock: Stock, id: MapId): Outcome =>
  asWriter(id, () => changesOf(stock).restoreMap(id))

/** With its second copies; and it is not counted any more, so that nobody takes it for lost. */
export async function deleteForever(stock: Stock, id: MapId): Outcome {
  const deleted = await deletedOnPurpose(stock.repository, () =>
    asWriter(id, () => changesOf(stock).deleteForever(id)),
  )
  if (deleted.ok) await forgetCopy(id)
  return deleted
}
