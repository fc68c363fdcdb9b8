import type { MapId } from '../../domain/records.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/dialogs.ts'
import type { Header, StorageFailure } from '../../storage/types.ts'
import type { StrandedServices } from '../../views/reliability.ts'
import { mapTitle } from '../../views/mapTitle.ts'
import { newId } from '../environment.ts'
import type { Stock } from '../keeping.ts'
import { summaryOf } from '../summary.ts'
import { changesOf } from '../listChanges.ts'
import type { ReliabilityPorts } from './reliability.ts'

/** Ways out for a map that was deleted, or changed elsewhere, under the hands of whoever edits it. */
export const strandedServices = ({
  stock,
  session,
  giveUp,
}: ReliabilityPorts): StrandedServices => ({
  async keepAsNew() {
    const open = session()
    if (!stock || !open?.onDisk || open.onDisk.key()) return fail('unavailable')
    const { doc } = open.map.store.state.getState()
    const stored = await stock.repository.readHeader(open.onDisk.id)
    if (await isSealedElsewhere(stock, open.onDisk.id, stored)) return fail('sealed')
    const id = newId<MapId>()
    // Beside the map of that name it is a copy; where that is gone it is the map.
    const name = stored.ok ? t('start.duplicate.name', { name: mapTitle(doc.info) }) : doc.info.name
    const copy = { ...doc, info: { ...doc.info, id, name } }
    const made = await changesOf(stock).createMap(copy, summaryOf(copy))
    if (!made.ok) return fail(made.error.code)
    await giveUp(false)
    return ok(id)
  },
  showStored: () => giveUp(true),
})

/** Without Web Locks another tab may have sealed what is still open here. What can't be asked counts as sealed. */
async function isSealedElsewhere(
  { db }: Stock,
  id: MapId,
  stored: Result<Header, StorageFailure>,
): Promise<boolean> {
  if (stored.ok && stored.value.sealed !== undefined) return true
  return db.dexie.claims.get([id, 0, 'sealed']).then(
    (claim) => claim !== undefined,
    () => true,
  )
}
