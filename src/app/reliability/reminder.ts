/** What is known of the backups of a map. Times are ISO 8601, UTC, and may be days. */
export interface BackupFacts {
  /** When the last backup was saved; null = never, as far as this device knows. */
  readonly last: string | null
  /** Changes that are in no backup. */
  readonly changes: number
  readonly createdAt: string
  readonly stakeholders: number
  /** When somebody asked to be reminded later; null = nobody did. */
  readonly askedLater: string | null
  readonly now: string
}

const DAY_MS = 86_400_000
const WEEK = 7
/** So few changes are made again sooner than a reminder is read. */
const CHANGES = 10
/** With fewer stakeholders somebody is only having a look. */
const STAKEHOLDERS = 5

/** Whether it is time to remind somebody of a backup. */
export function isBackupDue(of: BackupFacts): boolean {
  const daysSince = (time: string) => (Date.parse(of.now) - Date.parse(time)) / DAY_MS
  if (of.changes < CHANGES) return false
  if (of.askedLater !== null && daysSince(of.askedLater) < WEEK) return false
  if (of.last !== null) return daysSince(of.last) > WEEK
  return of.stakeholders >= STAKEHOLDERS && daysSince(of.createdAt) > 1
}
