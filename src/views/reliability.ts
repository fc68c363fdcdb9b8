import { useEffect, useState } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import type { MapDoc, MapId } from '../domain/records.ts'
import type { PointId, RestorePoint } from '../domain/restorePoints.ts'
import type { Result } from '../domain/result.ts'
import { type KeepingFailure, useServices } from './services.ts'

type Outcome<T> = Promise<Result<T, KeepingFailure>>

export interface PointList {
  /** Latest first. */
  readonly points: readonly RestorePoint[]
  /** How many more there are that can't be read. */
  readonly damaged: number
}

export interface PointContent {
  readonly doc: MapDoc
  /** How many parts of the copy could not be read: they stand in `doc` as they are in the map now. */
  readonly unreadable: number
}

/** Copies of the open map to go back to. Sealed with it, and out of reach when it is locked. */
export interface PointServices {
  list(): Outcome<PointList>
  /** `damaged` when nothing of it can be read. */
  read(id: PointId): Promise<Result<PointContent, KeepingFailure | 'damaged'>>
  /** Keeps the map as it is now under a name. */
  keep(name: string): Outcome<RestorePoint>
  /** An automatic one stays from then on. */
  rename(id: PointId, name: string): Outcome<null>
  remove(id: PointId): Outcome<null>
}

/** What this browser says of its storage. */
export interface DeviceStorage {
  /** Whether the browser promised not to clear it when the disk runs short; null = it doesn't say. */
  readonly isPersistent: boolean | null
  /** Bytes; null = it doesn't say. */
  readonly used: number | null
  readonly quota: number | null
}

export interface DeviceServices {
  /** As it was last looked at: when a map is opened, and now and then while it is changed. */
  readonly seen: StoreApi<DeviceStorage>
  /** Looks at it now. */
  storage(): Promise<DeviceStorage>
  /** Asks the browser for its promise (again). */
  askToPersist(): Promise<DeviceStorage>
}

/** The last full copy of a map that was saved as a file. */
export interface LastBackup {
  /** ISO 8601, UTC; of the day only. */
  readonly at: string
  /** How many changes have been stored since; of a map that was sealed meanwhile, all. */
  readonly changesSince: number
  /** The map was sealed later: this backup lies in clear wherever it is, and doesn't count as one of a sealed map. */
  readonly isFromBeforeSeal: boolean
}

/**
 * Why a chosen file could not be written: it was not `allowed`, is `gone`, its disk is `full`, or the browser does not
 * say.
 */
export type FileFailure = 'not allowed' | 'gone' | 'full' | 'unknown'

/** A file of somebody's choice in which a backup of the open map is kept. */
export interface BackupFile {
  readonly name: string
  /** It is written some minutes after a change. */
  readonly isAutomatic: boolean
  /** What became of the last try to write it; null = it was written, or not tried since the map was opened. */
  readonly failure: FileFailure | null
}

/** Backups of the open map. */
export interface BackupState {
  /** null = never, as far as this device knows. */
  readonly last: LastBackup | null
  readonly file: BackupFile | null
  /** The browser can write to a chosen file, and the map may lie there in clear. */
  readonly canChooseFile: boolean
}

export interface BackupServices {
  readonly state: StoreApi<BackupState>
  /**
   * Says that a full copy of the open map has been saved as a file, with what was in it: the map may be newer by now. A
   * copy in clear is no backup of a sealed map.
   */
  wasSaved(doc: MapDoc, how: 'clear' | 'sealed'): Promise<void>
  /** Lets somebody choose a file and writes it; null when nobody chose one. To be called by a click itself. */
  chooseFile(): Promise<Result<BackupFile | null, FileFailure>>
  /** Writes the chosen file now, after asking the browser for leave where it wants to be asked. */
  writeFile(): Promise<Result<null, FileFailure>>
  setAutomatic(isAutomatic: boolean): Promise<void>
  /** The file stays where it is, and is written no more. */
  forgetFile(): Promise<void>
  /** Not to be reminded of a backup for a week. */
  remindLater(): Promise<void>
}

/** What becomes of a map that can't be stored any more where it was. */
export interface StrandedServices {
  /**
   * Keeps the open map, as it is on this screen, as another one, which then is to be opened. Fails for a sealed one,
   * whose copy would lie in clear; `sealed` when it was sealed elsewhere meanwhile.
   */
  keepAsNew(): Promise<Result<MapId, KeepingFailure | 'sealed'>>
  /** Gives up what is only on this screen, and shows the map as it is stored. */
  showStored(): Promise<void>
}

/** A row that could not be read, as it was found. */
export interface DamagedPart {
  readonly id: string
  /** `field: what is wrong`; no contents. */
  readonly reason: string
  /** It can't be read now either; otherwise something else stands in its place by now. */
  readonly isStill: boolean
}

export interface QuarantineServices {
  /** Of the open map. */
  list(): Outcome<readonly DamagedPart[]>
  /** All of them as one file's text, byte for byte as they were found. */
  exported(): Outcome<string>
  /** Forgets them, after somebody agreed. */
  discard(): Outcome<null>
}

/** What is left in the database of a map whose own row is gone, and of which there is no copy either. */
export interface Remains {
  /** How many the public may see; null where that can't be read: of a sealed map. */
  readonly stakeholders: number | null
  /** It is sealed, and what its passphrase opens stood in the row that is gone. */
  readonly isShut: boolean
}

/**
 * A copy of a map that lives beside the database, of one that the database no longer has, can't read or has an older
 * state of; or what is left of it where there is no copy.
 */
export interface SecondCopy {
  readonly id: MapId
  /** Empty where it must not be read: of a sealed map, or when it mentions somebody hidden. */
  readonly name: string
  readonly sealed: boolean
  readonly inBin: boolean
  /** The map is there, but in an older state: the database has lost what came after. */
  readonly isNewer: boolean
  /**
   * null when the copy itself can't be read: it is damaged, and can't be put back. Of remains, the day of the last restore
   * point; null when there is none.
   */
  readonly changedAt: Date | null
  /** Its own row is there and can't be read: the list counts it among those that can't. */
  readonly isUnreadable?: boolean
  /** There is no copy: the map can be put together from these. */
  readonly remains?: Remains
  readonly alliesSide: 'left' | 'right'
  /** Public stakeholders in each of the five segments. */
  readonly counts: readonly number[]
}

/** What became of the maps in a raw copy. */
export interface PutBack {
  readonly restored: number
  /** Left alone: the map is there. */
  readonly there: number
  /** Left alone: the map was deleted for good. */
  readonly deleted: number
  /** They could not be read, or not be stored. */
  readonly failed: number
}

export interface RecoveryServices {
  copies(): Promise<readonly SecondCopy[]>
  /** How many maps there were when the app was last used, unless they were deleted on purpose; 0 = none is known. */
  mapsBefore(): Promise<number>
  /** How many maps were here, were not deleted on purpose, and can't be brought back from anything on this device. */
  gone(): Promise<number>
  /** Somebody knows of those: they are not told again. */
  acceptGone(): Promise<void>
  /** Puts one back into the database and reads it again. */
  restore(id: MapId): Outcome<null>
  /**
   * Deletes these second copies, as they were shown, and what is left in the database of maps that it doesn't list: nobody
   * misses them. None where the list of maps can't be read.
   */
  forgetCopies(shown: readonly Pick<SecondCopy, 'id' | 'isNewer'>[]): Outcome<null>
  /** Deletes what is left in the database of maps that it doesn't list any more. Nothing where it still lists one. */
  forgetRows(): Outcome<null>
  /** From here on a device without maps is one that is new. */
  startAnew(): void
  /** The whole database as it stands, readable or not, as one file's text. Sealed maps stay sealed in it. */
  rawCopy(): Outcome<string>
  /** Puts the maps of a raw copy back that the database does not have. */
  restoreRawCopy(text: string): Outcome<PutBack>
}

/** Everything that keeps work from being lost, beyond saving it. Loaded when it is first asked for. */
export interface Reliability {
  readonly points: PointServices
  readonly backups: BackupServices
  readonly device: DeviceServices
  readonly stranded: StrandedServices
  readonly quarantine: QuarantineServices
  readonly recovery: RecoveryServices
}

/** null until it is loaded. */
export function useReliability(): Reliability | null {
  const services = useServices()
  const [loaded, setLoaded] = useState<Reliability | null>(null)
  useEffect(() => {
    let isGone = false
    void services.reliability().then((reliability) => isGone || setLoaded(reliability))
    return () => {
      isGone = true
    }
  }, [services])
  return loaded
}
