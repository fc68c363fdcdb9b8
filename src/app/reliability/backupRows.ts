import { absentAs, between, object, own, text, yesNo } from '../../domain/check.ts'
import type { MapId } from '../../domain/records.ts'
import { backupKey } from '../../storage/mapWrite.ts'
import type { SmallValues } from '../../storage/smallValues.ts'
import { isWritableFile, type WritableFile } from './fileAccess.ts'

/**
 * What the settings remember of a map's backups. It lies in clear for a sealed map too, and so says no more than a
 * day, a counter that its header says as well, and whether the backup is sealed. The chosen file is there for clear
 * maps alone.
 */
export interface BackupRows {
  readonly last: LastRow | null
  /** The day on which somebody asked to be reminded later. */
  readonly later: string | null
  readonly file: FileRow | null
}

export interface LastRow {
  /** A day, ISO 8601, UTC. */
  readonly at: string
  /** The rev of the map that is in the backup. */
  readonly rev: number
  /** It can't be read without a passphrase. */
  readonly sealed: boolean
}

export interface FileRow {
  readonly handle: WritableFile
  readonly isAutomatic: boolean
}

const checkDay = text(1, 40)
const checkLast = object<LastRow>({
  at: checkDay,
  rev: between(0, Number.MAX_SAFE_INTEGER),
  // Where it was not noted, nothing may be promised of it.
  sealed: absentAs(false, yesNo),
})

/** Reads what is remembered; what can't be read counts as not there. */
export async function readBackupRows(values: SmallValues, id: MapId): Promise<BackupRows> {
  const read = async (part: keyof BackupRows) => {
    const kept = await values.getSetting(backupKey(id, part))
    return kept.ok ? kept.value : undefined
  }
  const [last, later, file] = await Promise.all([read('last'), read('later'), read('file')])
  const checkedLast = checkLast(last)
  const checkedLater = checkDay(later)
  const handle = own(file, 'handle')
  const isAutomatic = yesNo(own(file, 'isAutomatic'))
  return {
    last: checkedLast.ok ? checkedLast.value : null,
    later: checkedLater.ok ? checkedLater.value : null,
    file: isWritableFile(handle)
      ? { handle, isAutomatic: isAutomatic.ok && isAutomatic.value }
      : null,
  }
}

/** Where it can't be remembered, this window knows it until it is closed. */
export async function keepBackupRow<K extends keyof BackupRows>(
  values: SmallValues,
  id: MapId,
  part: K,
  row: BackupRows[K],
): Promise<void> {
  await values.setSetting(backupKey(id, part), row)
}
