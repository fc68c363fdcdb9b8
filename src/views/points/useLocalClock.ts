import { useState } from 'react'
import type { LocalClock } from '../../domain/restorePoints.ts'
import { timeZoneHere } from '../../i18n/times.ts'
import { useServices } from '../services.ts'

/** Now, as it was when the part was first shown, on this device's clock. */
export function useLocalClock(): LocalClock {
  const { now } = useServices()
  const [clock] = useState(() => ({
    now: now(),
    timeZone: timeZoneHere(),
  }))
  return clock
}
