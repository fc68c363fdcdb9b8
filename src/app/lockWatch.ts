import { t } from '../i18n/i18n.ts'
import '../i18n/parts/sealing.ts'
import { announce, clearNotices } from '../ui/announcer.tsx'
import { watchIdle } from './idle.ts'
import { later } from './environment.ts'
import type { Locking, LockingPorts } from './lockingPorts.ts'

interface LockWatchPorts extends Pick<LockingPorts, 'flushNow' | 'dropKeys' | 'safety'> {
  /** In this tab only: nobody has asked for it, and another may be in use. */
  readonly lockHere: Locking['lock']
  readonly panic: Locking['panic']
  cover(isCovered: boolean): void
  restart(): void
}

const TWICE_MS = 600
const MINUTE_MS = 60_000

/**
 * What locks a sealed map without a button: Escape twice, anywhere; a while without a touch; its window being
 * hidden, if so chosen. Returns how to stop.
 */
export function watchSealedMap(ports: LockWatchPorts): () => void {
  const { safety } = ports
  let lastEscape = Number.NEGATIVE_INFINITY

  const onKey = ({ key, repeat }: KeyboardEvent) => {
    if (key !== 'Escape' || repeat) return
    const at = Date.now()
    if (at - lastEscape <= TWICE_MS) ports.panic()
    lastEscape = at
  }
  const onVisibility = () => {
    if (document.visibilityState === 'hidden' && safety.getState().lockWhenHidden) {
      void ports.lockHere()
    }
  }
  // A page that waits in the browser's memory for "Back" must not come back with the map on it.
  const onPageHide = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return
    ports.cover(true)
    ports.flushNow()
    ports.dropKeys()
  }
  const onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) ports.restart()
  }

  const idle = watchIdle({
    limit() {
      const { lockAfter } = safety.getState()
      return lockAfter === null ? null : lockAfter * MINUTE_MS
    },
    // It goes on while the device sleeps.
    now: Date.now,
    later,
    onWarning: () => announce(t('sealing.idleWarning'), 'problem'),
    onBack: clearNotices,
    onIdle: () => void ports.lockHere(),
  })
  // It may have been hidden while its key was being worked out.
  onVisibility()
  const forgetSafety = safety.subscribe(idle.look)
  window.addEventListener('keydown', onKey, { capture: true })
  document.addEventListener('visibilitychange', onVisibility)
  window.addEventListener('pagehide', onPageHide)
  window.addEventListener('pageshow', onPageShow)
  return () => {
    idle.stop()
    forgetSafety()
    window.removeEventListener('keydown', onKey, { capture: true })
    document.removeEventListener('visibilitychange', onVisibility)
    window.removeEventListener('pagehide', onPageHide)
    window.removeEventListener('pageshow', onPageShow)
  }
}
