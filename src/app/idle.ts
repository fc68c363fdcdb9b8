export interface IdlePorts {
  /** Milliseconds without a touch; null = never. */
  limit(): number | null
  /** Milliseconds of a clock that goes on while the device sleeps. */
  now(): number
  later(run: () => void, ms: number): () => void
  /** Not long to go. */
  onWarning(): void
  /** Somebody is there after all. */
  onBack(): void
  onIdle(): void
}

export interface IdleWatch {
  /** The limit is another one, or time may have passed unseen. */
  look(): void
  stop(): void
}

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
const WARNING_MS = 30_000

/** Tells when nobody has touched pointer or keys for a while. A touch only notes the time; one timer looks at it. */
export function watchIdle(ports: IdlePorts): IdleWatch {
  let last = ports.now()
  let warned = false
  let cancel: () => void = () => undefined

  const look = () => {
    cancel()
    const limit = ports.limit()
    if (limit === null) return
    const left = limit - (ports.now() - last)
    if (left <= 0) {
      // Should whoever is told not be able to go, a whole time begins anew.
      last = ports.now()
      warned = false
      ports.onIdle()
    } else if (left <= WARNING_MS && !warned) {
      warned = true
      ports.onWarning()
    }
    const wait = limit - (ports.now() - last)
    cancel = ports.later(look, wait > WARNING_MS ? wait - WARNING_MS : wait)
  }
  const touch = () => {
    const limit = ports.limit()
    // The device slept, and this touch woke it: it comes too late.
    if (limit !== null && ports.now() - last >= limit) return look()
    last = ports.now()
    if (!warned) return
    warned = false
    ports.onBack()
    look()
  }
  const seen = () => {
    if (document.visibilityState === 'visible') look()
  }

  for (const name of TOUCHES) window.addEventListener(name, touch, { capture: true, passive: true })
  document.addEventListener('visibilitychange', seen)
  look()
  return {
    look,
    stop() {
      cancel()
      for (const name of TOUCHES) window.removeEventListener(name, touch, { capture: true })
      document.removeEventListener('visibilitychange', seen)
    },
  }
}
