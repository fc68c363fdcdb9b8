import { ok } from '../domain/result.ts'
import { finishTyping } from './leaving.ts'
import type { Locking, LockingPorts } from './lockingPorts.ts'
import { watchSealedMap } from './lockWatch.ts'
import { inTime } from './storing.ts'

const UNPAINTED_MS = 80

/**
 * Leaves a sealed map so that nothing of it stays: the screen is blank before anything else is done. What makes it
 * lock by itself is in `lockWatch.ts`.
 */
export function createLocking(ports: LockingPorts): Locking {
  const listeners = new Set<() => void>()
  let isLeaving = false
  let stopWatching: (() => void) | null = null

  const leave = () => {
    if (isLeaving || !ports.isSealedOpen()) return
    isLeaving = true
    const typing = document.activeElement
    blank()
    for (const listener of listeners) attempt(listener)
    // What is being typed becomes part of the map, although its field is no longer on the page.
    attempt(() => finishTyping(typing))
    attempt(ports.flushNow)
    attempt(ports.dropKeys)
    stopWatching?.()
    afterPaint(restart)
  }
  const panic = () => {
    if (isLeaving || !ports.isSealedOpen()) return
    leave()
    attempt(() => ports.tellOtherTabs('panic'))
  }
  /** Takes the question back, if there is one. */
  let unask: (() => void) | null = null
  const endAsking = () => {
    unask?.()
    unask = null
  }
  /** What can't be stored is neither lost nor shown: the screen stays covered until somebody has decided. */
  const lockHere: Locking['lock'] = async () => {
    if (isLeaving || !ports.isSealedOpen()) return ok(null)
    const typing = document.activeElement
    if (typing instanceof HTMLElement) typing.blur()
    endAsking()
    cover(true)
    const storing = ports.flush()
    const stored = await inTime(storing)
    if (stored.ok) leave()
    if (stored.ok || isLeaving || unask) return stored
    const taken = ports.ask(stored.error, {
      onAgain: () => void lockHere(),
      onShow() {
        endAsking()
        cover(false)
      },
      onHide: panic,
    })
    unask = taken
    // It took long, and came to a good end after all.
    void storing.then((late) => late.ok && unask === taken && leave())
    return stored
  }
  const watch: Locking['watch'] = (isOpen) => {
    stopWatching?.()
    stopWatching = isOpen ? watchSealedMap({ ...ports, lockHere, panic, cover, restart }) : null
  }
  return {
    async lock() {
      const stored = await lockHere()
      if (stored.ok) ports.tellOtherTabs('lock')
      return stored
    },
    panic,
    here: (message) => (message === 'lock' ? void lockHere() : leave()),
    onLock(run) {
      listeners.add(run)
      return () => listeners.delete(run)
    },
    watch,
  }
}

/** A step of leaving; whatever goes wrong in it must not keep the next ones, and the key, from their end. */
function attempt(step: () => void): void {
  try {
    step()
  } catch {
    // There is nobody left on this page to be told of it.
  }
}

/**
 * Takes everything off the page. The elements are let go in one piece, so that React, which may still be told of
 * something, finds them as it left them.
 */
function blank(): void {
  document.body.replaceChildren()
  document.title = 'Allyscope'
}

/** Hides everything, dialogs too, as long as it isn't sure that all is stored. */
function cover(isCovered: boolean): void {
  for (const element of document.body.children)
    if (element instanceof HTMLElement) element.style.display = isCovered ? 'none' : ''
}

/** As long as the next page is on its way, browsers may go on showing what was painted last: that has to be blank. */
function afterPaint(run: () => void): void {
  let isDone = false
  const once = () => {
    if (!isDone) run()
    isDone = true
  }
  requestAnimationFrame(() => setTimeout(once))
  // A hidden page is not painted.
  setTimeout(once, UNPAINTED_MS)
}

/** The page loads anew at its neutral start; the address of the map goes first, or it would be opened again. */
function restart(): void {
  history.replaceState(null, '', '#/')
  location.reload()
}
