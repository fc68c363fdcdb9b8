import { useEffect } from 'react'

/** Keeps the screen from going to sleep while there is something on it, where the browser can. */
export function useScreenAwake(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | null = null
    let isOver = false
    const take = async () => {
      const taken = await navigator.wakeLock.request('screen').catch(() => null)
      if (isOver) await taken?.release()
      else lock = taken
    }
    // The browser takes it back whenever the page is out of sight.
    const onSight = () => {
      if (document.visibilityState === 'visible') void take()
    }
    onSight()
    document.addEventListener('visibilitychange', onSight)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', onSight)
      void lock?.release().catch(() => undefined)
    }
  }, [wanted])
}
