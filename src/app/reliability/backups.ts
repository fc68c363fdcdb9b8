import { createStore } from 'zustand/vanilla'
import type { MapDoc } from '../../domain/records.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import { dayOf } from '../../storage/rows.ts'
import { isSeen } from '../../store/wall.ts'
import type { BackupServices, BackupState, FileFailure } from '../../views/reliability.ts'
import { isoNow, later } from '../environment.ts'
import type { OnDisk, Session } from '../keeping.ts'
import { type BackupRows, keepBackupRow, readBackupRows } from './backupRows.ts'
import { canPickFiles, pickFile, type WritableFile, writeFile } from './fileAccess.ts'
import type { ReliabilityPorts } from './reliability.ts'
import { isBackupDue } from './reminder.ts'

/** So long after a change a chosen file is written by itself. */
export const AUTOMATIC_MS = 3 * 60_000

const NOTHING: BackupState = { last: null, file: null, canChooseFile: false }

/** The open map, and what is known of its backups. */
interface Watched {
  readonly session: Session
  readonly onDisk: OnDisk
  /** The revision on the disk while the map was as a document says. */
  readonly revOf: WeakMap<MapDoc, number>
  rows: BackupRows
  /** They are read. */
  ready: Promise<void>
  failure: FileFailure | null
  /** The chosen file will be written in a while. */
  isWaiting: boolean
}

interface WatchedBackups extends BackupServices {
  watch(session: Session, onDisk: OnDisk): void
}

/** Full copies of the open map as files: when the last one was saved, and the one that is kept in a chosen file. */
export function backupServices({ stock, session, reminder }: ReliabilityPorts): WatchedBackups {
  const state = createStore<BackupState>(() => NOTHING)
  let watched: Watched | null = null
  const current = () => (watched && watched.session === session() ? watched : null)
  /** A sealed map is written nowhere in clear. */
  const mayLieInClear = ({ onDisk }: Watched) => onDisk.key() === null

  /** Of a sealed map only a sealed backup is one: everything in another lies in clear wherever it was saved. */
  const lastThatCounts = (of: Watched) => {
    const { last } = of.rows
    return last && (last.sealed || mayLieInClear(of)) ? last : null
  }
  const changesSince = (of: Watched) =>
    Math.max(0, of.onDisk.rev() - (lastThatCounts(of)?.rev ?? 0))

  const tell = (of: Watched) => {
    if (of !== current()) return
    const { last, file } = of.rows
    const isClear = mayLieInClear(of)
    state.setState({
      last: last && {
        at: last.at,
        changesSince: changesSince(of),
        isFromBeforeSeal: lastThatCounts(of) === null,
      },
      file:
        file && isClear
          ? { name: file.handle.name, isAutomatic: file.isAutomatic, failure: of.failure }
          : null,
      canChooseFile: isClear && canPickFiles(),
    })
  }

  const remind = async (of: Watched) => {
    const header = await stock?.repository.readHeader(of.onDisk.id)
    if (of !== current() || !header?.ok) return
    const { store, wall } = of.session.map
    const isDue = isBackupDue({
      last: lastThatCounts(of)?.at ?? null,
      changes: changesSince(of),
      createdAt: header.value.createdAt,
      stakeholders: store.state.getState().doc.stakeholders.size,
      askedLater: of.rows.later,
      now: isoNow(),
    })
    // Nobody is reminded of anything before an audience.
    reminder.setState({ isDue: isDue && !isSeen(wall.getState()) })
  }

  const keep = async <K extends keyof BackupRows>(of: Watched, part: K, row: BackupRows[K]) => {
    await of.ready
    of.rows = { ...of.rows, [part]: row }
    tell(of)
    const isThere = await stock?.repository.readHeader(of.onDisk.id)
    // Of a map that is deleted for good nothing is remembered, and of one that is sealed by now no file's name.
    const isTold = row === null || part !== 'file'
    const mayLie = isTold || (isThere?.ok && !isThere.value.sealed && mayLieInClear(of))
    if (stock && isThere?.ok && mayLie)
      await keepBackupRow(stock.smallValues, of.onDisk.id, part, row)
  }

  const noteSaved = async (of: Watched, rev: number, sealed: boolean) => {
    if (!sealed && !mayLieInClear(of)) return
    reminder.setState({ isDue: false })
    await keep(of, 'last', { at: dayOf(isoNow()), rev, sealed })
  }

  const write = async (of: Watched, file: WritableFile, asks: boolean) => {
    const rev = of.onDisk.rev()
    const content = async () => {
      const { exportFile } = await import('../../views/export/exportModel.ts')
      return exportFile(of.session.map.store.state.getState().doc, 'team')
    }
    const written = await writeFile(file, asks, content, () => mayLieInClear(of))
    of.failure = written.ok ? null : written.error
    if (written.ok) await noteSaved(of, rev, false)
    tell(of)
    return written
  }

  const writeByItself = (of: Watched) => {
    if (of.isWaiting || !of.rows.file?.isAutomatic || changesSince(of) === 0) return
    of.isWaiting = true
    later(() => {
      of.isWaiting = false
      const file = of.rows.file
      // Sealed or left meanwhile, or another tab has it now.
      if (of !== current() || !file?.isAutomatic || !of.onDisk.isWriter() || !mayLieInClear(of)) {
        return
      }
      void write(of, file.handle, false).then(({ ok: isWritten }) => {
        if (!isWritten && of === current()) reminder.setState({ isDue: true })
      })
    }, AUTOMATIC_MS)
  }

  const writeChosen = async (): Promise<Result<null, FileFailure>> => {
    const of = current()
    const file = of?.rows.file
    return of && file && mayLieInClear(of) ? write(of, file.handle, true) : fail('gone')
  }

  return {
    state,
    async wasSaved(doc, how) {
      const of = current()
      if (!of) return
      const rev = of.revOf.get(doc)
      await of.ready
      // A document of before anybody watched is older than all that is counted.
      await noteSaved(of, rev ?? of.rows.last?.rev ?? 0, how === 'sealed')
    },
    async chooseFile() {
      const of = current()
      if (!of || !mayLieInClear(of)) return fail('not allowed')
      const { exportFileName } = await import('../../views/export/exportModel.ts')
      const picked = await pickFile(exportFileName('team', '.allyscope.json', new Date()))
      if (!picked.ok) return picked
      const handle = picked.value
      if (!handle || of !== current() || !mayLieInClear(of)) return ok(null)
      const isAutomatic = of.rows.file?.isAutomatic ?? false
      await keep(of, 'file', { handle, isAutomatic })
      const written = await write(of, handle, true)
      return written.ok ? ok(state.getState().file) : written
    },
    writeFile: writeChosen,
    async setAutomatic(isAutomatic) {
      const of = current()
      if (!of?.rows.file || !mayLieInClear(of)) return
      await keep(of, 'file', { ...of.rows.file, isAutomatic })
      writeByItself(of)
    },
    async forgetFile() {
      const of = current()
      if (!of) return
      of.failure = null
      await keep(of, 'file', null)
    },
    async remindLater() {
      const of = current()
      reminder.setState({ isDue: false })
      if (of) await keep(of, 'later', dayOf(isoNow()))
    },
    watch(opened, onDisk) {
      const rows = { last: null, later: null, file: null }
      const ready = Promise.resolve()
      const of: Watched = {
        session: opened,
        onDisk,
        revOf: new WeakMap(),
        rows,
        ready,
        failure: null,
        isWaiting: false,
      }
      watched = of
      const { store } = opened.map
      const noteRev = () => of.revOf.set(store.state.getState().doc, onDisk.rev())
      noteRev()
      // Told as well when nothing is stored: the map may be sealed now, or another tab has changed it.
      store.state.subscribe(() => {
        noteRev()
        tell(of)
      })
      tell(of)
      onDisk.onStored(() => {
        noteRev()
        tell(of)
        writeByItself(of)
      })
      if (!stock) return
      of.ready = readBackupRows(stock.smallValues, onDisk.id).then((kept) => {
        of.rows = kept
        tell(of)
        writeByItself(of)
      })
      void of.ready.then(() => remind(of))
    },
  }
}
