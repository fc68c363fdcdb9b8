import { viewFor } from '../../audience/gate.ts'
import type { MapId } from '../../domain/records.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/recovery.ts'
import { readCopy } from '../../storage/copyFile.ts'
import { beforeName, newerName, openCopyFolder } from '../../storage/copyFolder.ts'
import { eraseMap } from '../../storage/mapChanges.ts'
import { type Lost, putBack } from '../../storage/putBack.ts'
import { findRemains, rebuilt, type RemainsOf } from '../../storage/remains.ts'
import { decodeHeader, isSealed } from '../../storage/rows.ts'
import type { Header } from '../../storage/types.ts'
import type { SecondCopy } from '../../views/reliability.ts'
import type { KeepingFailure } from '../../views/services.ts'
import { isoNow, newId } from '../environment.ts'
import type { Stock } from '../keeping.ts'
import { listingOf } from '../mapListing.ts'
import { summaryOf } from '../summary.ts'

type Outcome<T> = Promise<Result<T, KeepingFailure>>

/** Getting back maps whose own row in the database is gone, and their second copy with it. */
export interface RemainsServices {
  ids(): Outcome<readonly MapId[]>
  /** All of them, and what the list may show of each. */
  list(): Promise<readonly SecondCopy[]>
  /** Gives a map a row of its own again. `missing` when nothing is left of it, or it can't be opened any more. */
  putBack(id: MapId): Outcome<null>
  /** Deletes for good what is left of a map, unless that is there again. */
  erase(id: MapId): Outcome<null>
}

export function remainsServices({ db }: Stock): RemainsServices {
  const find = async (): Promise<readonly RemainsOf[]> => {
    const found = await findRemains(db)
    return found.ok ? found.value : []
  }

  const clearRemains = async (id: MapId) => {
    const read = await rebuilt(db, id, { name: t('recovery.remains.name'), now: isoNow() })
    if (!read.ok) return read
    const { doc, rows, pointAt } = read.value
    const header: Header = { ...read.value.header, summary: summaryOf(doc) }
    return ok({ header, rows, doc, pointAt })
  }

  const shown = async ({ id, isSealed: sealed }: RemainsOf): Promise<SecondCopy> => {
    if (sealed) {
      const header = await spareHeader(id)
      return { ...SEALED, id, remains: { stakeholders: null, isShut: header === null } }
    }
    const read = await clearRemains(id)
    if (!read.ok) return { ...SEALED, sealed, id, remains: { stakeholders: 0, isShut: true } }
    const { header, doc, pointAt } = read.value
    return {
      ...listingOf(header),
      isNewer: false,
      changedAt: pointAt === null ? null : new Date(pointAt),
      remains: { stakeholders: viewFor(doc, 'public').stakeholders.length, isShut: false },
    }
  }

  const lostOf = async ({ id, isSealed: sealed }: RemainsOf): Promise<Lost | null> => {
    if (!sealed) {
      const read = await clearRemains(id)
      return read.ok ? { header: read.value.header, rows: read.value.rows } : null
    }
    const header = await spareHeader(id)
    return header && { header, rows: [] }
  }

  return {
    async ids() {
      const found = await findRemains(db)
      return found.ok ? ok(found.value.map(({ id }) => id)) : fail(found.error.code)
    },
    list: async () => Promise.all((await find()).map(shown)),
    async putBack(id) {
      const found = (await find()).find((one) => one.id === id)
      const lost = found && (await lostOf(found))
      if (!lost) return fail('missing')
      const written = await putBack(db, lost, { by: newId(), now: isoNow() })
      return written.ok ? ok(null) : fail(written.error.code)
    },
    async erase(id) {
      const erased = await eraseMap(db, id, { onlyRemains: true })
      return erased.ok || erased.error.code === 'conflict' ? ok(null) : fail(erased.error.code)
    },
  }
}

const SEALED = {
  name: '',
  sealed: true,
  inBin: false,
  isNewer: false,
  changedAt: null,
  alliesSide: 'left',
  counts: [],
} as const

/**
 * The row of a sealed map as it lies beside its second copy, with what its passphrase opens: a changed passphrase takes
 * those files along, so that an old one never opens a map again.
 */
async function spareHeader(id: MapId): Promise<Header | null> {
  const folder = await openCopyFolder(false)
  for (const name of [newerName(id), beforeName(id)]) {
    const file = await folder?.file(name)
    const copy = file ? await readCopy(file) : null
    const header = copy?.ok ? decodeHeader(copy.value.header) : null
    if (header?.ok && header.value.id === id && isSealed(header.value)) return header.value
  }
  return null
}
