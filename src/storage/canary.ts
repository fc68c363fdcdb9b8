/** Where second copies of maps lie among the browser's private files for this app, beside its database. */
export const COPIES = 'copies'

/** A number, and nothing of what it counts. */
const KEY = 'allyscope-maps'

/** How many maps there were when the list was last changed, those in the bin too; 0 when that is not known. */
export function mapsRemembered(): number {
  try {
    return Math.max(0, Math.floor(Number(localStorage.getItem(KEY)))) || 0
  } catch {
    return 0
  }
}

/** Outlives the database: an empty one is then known for a loss, or for what somebody did on purpose. */
export function rememberMaps(count: number): void {
  try {
    localStorage.setItem(KEY, String(count))
  } catch {
    // Denied or full: second copies tell as well.
  }
}

/** Whether a device whose list of maps is empty looks as if it had some. */
export async function wereThereMaps(): Promise<boolean> {
  if (mapsRemembered() > 0) return true
  try {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle(COPIES)
    return !(await folder.keys().next()).done
  } catch {
    return false
  }
}
