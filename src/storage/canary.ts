/** A number, and nothing of what it counts. */
const KEY = 'allyscope-maps'

/**
 * How many maps there should be, those in the bin too; 0 when that is not known. It grows with the list, and is lowered
 * only where somebody wants a map to go: counting fewer is no reason, they may be lost.
 */
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
