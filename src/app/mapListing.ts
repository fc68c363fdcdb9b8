import { hasRecoveryKey } from '../storage/rows.ts'
import type { Header } from '../storage/types.ts'
import type { MapListing } from '../views/services.ts'
import { summaryFrom } from './summary.ts'

/** What the list of maps shows of a map: as the public may see it. */
export function listingOf(header: Header): MapListing {
  const { id, info, changedAt, deletedAt, sealed } = header
  const { counts, namesHidden } = summaryFrom(header.summary)
  return {
    id,
    name: namesHidden ? '' : info.name,
    sealed: sealed !== undefined,
    hasRecoveryKey: hasRecoveryKey(sealed),
    alliesSide: info.alliesSide,
    changedAt: new Date(changedAt),
    inBin: deletedAt !== null,
    counts,
  }
}
