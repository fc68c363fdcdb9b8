import { asId, type MapId } from '../../domain/records.ts'
import { fail, ok } from '../../domain/result.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/dialogs.ts'
import { mapsRemembered, rememberMaps } from '../../storage/canary.ts'
import { type MapRows, readCopy } from '../../storage/copyFile.ts'
import { beforeName, type CopyFolder, newerName, openCopyFolder } from '../../storage/copyFolder.ts'
import { keepBefore, removeUnwanted } from '../../storage/copyTending.ts'
import { browserIndexedDb } from '../../storage/database.ts'
import { DATABASE_NAME } from '../../storage/openRaw.ts'
import { type Lost, putBack } from '../../storage/putBack.ts'
import { mapsFromRaw, rawCopyText, rawTables } from '../../storage/rawCopy.ts'
import { decodeHeader } from '../../storage/rows.ts'
import { commitAtOnce } from '../../storage/transaction.ts'
import type { RecoveryServices, SecondCopy } from '../../views/reliability.ts'
import { asWriter } from '../asWriter.ts'
import { isoNow, newId } from '../environment.ts'
import { listingOf } from '../mapListing.ts'
import { changesOf } from '../listChanges.ts'
import { missFewer, missingMaps } from '../missing.ts'
import type { ReliabilityPorts } from './reliability.ts'
import { remainsServices } from './remains.ts'

/** Ids that an address can carry. */
const OPENABLE = /^[\w.:-]{1,200}$/u

/** Getting back what the database has lost: out of the copies beside it, and out of raw copies of it. */
export function recoveryServices({
  stock,
  maps,
}: Pick<ReliabilityPorts, 'stock' | 'maps'>): RecoveryServices {
  const name = stock?.db.dexie.name ?? DATABASE_NAME
  const remains = stock && remainsServices(stock)

  /** Ids of copies whose maps are known not to be there, or can't be read. */
  const knownLost = async (folder: CopyFolder) => {
    if (!stock) return fail('unavailable' as const)
    const [list, connected] = await Promise.all([stock.repository.listMaps(), stock.db.connect()])
    if (!list.ok) return fail(list.error.code)
    if (!connected.ok) return fail(connected.error.code)
    const ids = await folder.ids()
    const there = new Set<string>(list.value.maps.map(({ id }) => id))
    const lost: string[] = []
    for (const id of ids) {
      if (there.has(id)) continue
      if (!(await removeUnwanted(connected.value, folder, id))) lost.push(id)
    }
    return ok(lost)
  }

  /** For showing and saving: all of them where there is no database to ask. */
  const lostIds = async (folder: CopyFolder): Promise<readonly string[]> => {
    const lost = await knownLost(folder)
    return lost.ok ? lost.value : folder.ids()
  }

  /** Ids of maps that the database has in a state before their copies'. */
  const olderIds = async (folder: CopyFolder): Promise<readonly string[]> => {
    const [newer, lost] = await Promise.all([folder.named(newerName), lostIds(folder)])
    return newer.filter((id) => !lost.includes(id))
  }

  const lostCopies = async () => {
    const folder = await openCopyFolder(false)
    if (!folder) return []
    const copies: MapRows[] = []
    const before = (await folder.named(beforeName)).map(beforeName)
    // The first of two of a map is the one that is put back.
    for (const found of [...(await lostIds(folder)), ...before]) {
      const file = await folder.file(found)
      const copy = file ? await readCopy(file) : null
      if (copy?.ok) copies.push(copy.value)
    }
    return copies
  }

  /** What was changed since the database went back stays as a map of its own, where it can be copied. */
  const putOver = async (folder: CopyFolder, id: MapId, copy: MapRows) => {
    if (!stock) return fail({ code: 'unavailable' as const })
    const now = await stock.repository.readHeader(id)
    const then = decodeHeader(copy.header)
    if (now.ok && then.ok && !now.value.sealed && now.value.changedAt >= then.value.changedAt) {
      const { name: title } = now.value.info
      const kept = await changesOf(stock).duplicateMap(id, {
        newId: newId(),
        name: t('start.duplicate.name', { name: title }),
      })
      if (!kept.ok) return kept
    }
    if (now.ok && now.value.sealed) {
      const connected = await stock.db.connect()
      if (!connected.ok) return connected
      // A sealed one can't be copied as a map: its rows are kept in their boxes.
      if (!(await keepBefore(connected.value, folder, id))) return fail({ code: 'quota' as const })
    }
    return putBack(stock.db, copy, { by: newId(), now: isoNow(), overOlder: true })
  }

  const put = async (lost: Lost) => {
    if (!stock) return fail('unavailable' as const)
    const written = await putBack(stock.db, lost, { by: newId(), now: isoNow() })
    return written.ok ? ok(null) : fail(written.error.code)
  }

  const offered = async (): Promise<readonly SecondCopy[]> => {
    const folder = await openCopyFolder(false)
    const [lost, older] = folder ? await Promise.all([lostIds(folder), olderIds(folder)]) : [[], []]
    const copied = await Promise.all([
      ...lost.map((id) => copyOf(folder, asId<MapId>(id), false)),
      ...older.map((id) => copyOf(folder, asId<MapId>(id), true)),
    ])
    const whole = new Set(copied.flatMap(({ id, changedAt }) => (changedAt ? [id] : [])))
    // A copy has all of the map; where it can't be read, what is left of the map takes its place.
    const left = ((await remains?.list()) ?? []).filter(({ id }) => !whole.has(id))
    const replaced = new Set(left.map(({ id }) => id))
    const list = await stock?.repository.listMaps()
    const unreadable = new Set<string>(list?.ok ? list.value.unreadable.map(({ id }) => id) : [])
    return [...copied.filter(({ id }) => !replaced.has(id)), ...left]
      .map((copy) => (unreadable.has(copy.id) ? { ...copy, isUnreadable: true } : copy))
      .toSorted((a, b) => Number(b.changedAt) - Number(a.changedAt))
  }

  /** Missing ones that are not offered; a row of its own that can't be read is not missing. */
  const gone = async (): Promise<number> => {
    if (!stock) return 0
    const missing = await missingMaps(stock.repository)
    if (missing === 0) return 0
    const known = (await offered()).filter(({ isNewer, isUnreadable }) => !isNewer && !isUnreadable)
    return Math.max(0, missing - known.length)
  }

  return {
    copies: offered,
    gone,
    acceptGone: async () => missFewer(await gone()),
    mapsBefore: () => Promise.resolve(mapsRemembered()),

    async restore(id) {
      const folder = await openCopyFolder(false)
      const isOlder = folder !== null && (await olderIds(folder)).includes(id)
      const file = await folder?.file(isOlder ? newerName(id) : id)
      const copy = file ? await readCopy(file) : null
      if (!copy?.ok && !isOlder) {
        const back = remains ? await remains.putBack(id) : fail('missing' as const)
        if (!copy || back.ok || back.error !== 'missing') return back
      }
      if (!folder || !copy) return fail('missing')
      if (!copy.ok) return fail(copy.error === 'newer' ? 'newer' : 'unknown')
      if (!isOlder) return put(copy.value)
      const restored = await asWriter(id, () => putOver(folder, id, copy.value))
      if (restored.ok) await folder.alone(id, () => folder.removeFile(newerName(id)))
      return restored
    },

    async forgetCopies(shown) {
      const folder = await openCopyFolder(false)
      const lost = folder ? await knownLost(folder) : ok([])
      if (!lost.ok) return lost
      const left = remains ? await remains.ids() : ok([])
      if (!left.ok) return left
      const goneBefore = await gone()
      for (const { id, isNewer } of shown) {
        if (isNewer) {
          await folder?.alone(id, () => folder.removeFile(newerName(id)))
          continue
        }
        // Put back meanwhile, it is the copy of a map that is there.
        if (lost.value.includes(id)) await folder?.alone(id, () => folder.remove(id))
        const erased = left.value.includes(id) ? await remains?.erase(id) : null
        if (erased && !erased.ok) return erased
      }
      missFewer(Math.max(0, (await gone()) - goneBefore))
      return ok(null)
    },

    async forgetRows() {
      if (!stock) return ok(null)
      const [list, connected] = await Promise.all([stock.repository.listMaps(), stock.db.connect()])
      if (!list.ok) return fail(list.error.code)
      if (!connected.ok) return fail(connected.error.code)
      if (list.value.maps.length + list.value.unreadable.length > 0) return ok(null)
      const tables = ['records', 'viewStates', 'restorePoints', 'quarantine']
      const cleared = await commitAtOnce(connected.value, tables, 'strict', (transaction) => {
        for (const table of tables) transaction.objectStore(table).clear()
      })
      return cleared.ok ? ok(null) : fail(cleared.error.code)
    },

    startAnew() {
      rememberMaps(0)
      maps.setState({ status: 'ready', maps: [] }, true)
    },

    async rawCopy() {
      const factory = browserIndexedDb()
      if (!factory) return fail('unavailable')
      const read = await rawTables(factory, name)
      const copies = await lostCopies()
      // Of a database that is not there, or does not open, the copies beside it are all there is.
      if (!read.ok && copies.length === 0) return fail(read.error.code)
      const found = read.ok ? read.value : { databaseVersion: 0, tables: {}, unreadable: {} }
      return ok(await rawCopyText({ ...found, copies }))
    },

    async restoreRawCopy(text) {
      const found = mapsFromRaw(text)
      if (!found.ok) return found
      const outcome = { restored: 0, there: 0, deleted: 0, failed: 0 }
      for (const map of found.value) {
        const result = OPENABLE.test(map.id) ? await put(map) : fail('unknown' as const)
        if (result.ok) outcome.restored += 1
        else if (result.error === 'quota' || result.error === 'closed') return result
        else if (result.error === 'conflict') outcome.there += 1
        else if (result.error === 'missing') outcome.deleted += 1
        else outcome.failed += 1
      }
      return ok(outcome)
    },
  }
}

const NOTHING_READ = {
  name: '',
  sealed: false,
  inBin: false,
  changedAt: null,
  alliesSide: 'left',
  counts: [],
} as const

/** What a copy shows of its map: no more than the list of maps did. */
async function copyOf(folder: CopyFolder | null, id: MapId, isNewer: boolean): Promise<SecondCopy> {
  const file = await folder?.file(isNewer ? newerName(id) : id)
  const copy = file && (await readCopy(file))
  const header = copy?.ok ? decodeHeader(copy.value.header) : null
  return header?.ok && header.value.id === id
    ? { ...listingOf(header.value), isNewer }
    : { ...NOTHING_READ, id, isNewer }
}
