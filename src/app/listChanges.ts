import type { MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { rememberMaps } from '../storage/canary.ts'
import type { KeepingFailure } from '../views/services.ts'
import { asWriter } from './asWriter.ts'
import type { Stock } from './keeping.ts'
import { forgetCopy } from './reliability/secondCopies.ts'
import { summaryOf } from './summary.ts'

/** What is done to maps in the list, without opening them. */

type Outcome = Promise<Result<null, KeepingFailure>>

export async function duplicate(
  { repository }: Stock,
  id: MapId,
  newId: MapId,
  name: string,
): Outcome {
  const made = await repository.duplicateMap(id, { newId, name })
  return made.ok ? ok(null) : fail(made.error.code)
}

export const rename = ({ repository }: Stock, id: MapId, name: string): Outcome =>
  asWriter(id, async () => {
    const loaded = await repository.loadMap(id)
    if (!loaded.ok) {
      const { code } = loaded.error
      return fail({ code: code === 'locked' ? 'unavailable' : code })
    }
    const { doc, rev } = loaded.value
    const summary = summaryOf({ ...doc, info: { ...doc.info, name } })
    return repository.renameMap(id, { name, summary }, rev)
  })

export const bin = ({ repository }: Stock, id: MapId): Outcome =>
  asWriter(id, () => repository.binMap(id))

export const restore = ({ repository }: Stock, id: MapId): Outcome =>
  asWriter(id, () => repository.restoreMap(id))

/** With its second copies; and it is not counted any more, so that nobody takes it for lost. */
export async function deleteForever({ repository }: Stock, id: MapId): Outcome {
  const deleted = await asWriter(id, () => repository.deleteForever(id))
  if (!deleted.ok) return deleted
  const list = await repository.listMaps()
  if (list.ok) rememberMaps(list.value.maps.length + list.value.unreadable.length)
  await forgetCopy(id)
  return deleted
}
