import type { DeviceStorage } from '../reliability.ts'

/** From here on somebody should make room before it is needed. */
const WARN_AT = 0.8

/** How many percent of the space are used when it is time to say so; otherwise null. */
export function nearlyFull({ used, quota }: DeviceStorage): number | null {
  if (used === null || quota === null || quota <= 0) return null
  const share = used / quota
  return share < WARN_AT ? null : Math.min(100, Math.floor(share * 100))
}
