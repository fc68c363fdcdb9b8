/**
 * Runs something whenever the page may be going away: about to be left, hidden, left, frozen or closed. What is being
 * typed has become part of the map before. `beforeunload` gives the disk a head start, as it waits for this page;
 * the others do not, and a browser may throw away whatever then still has to wait for another write.
 * The browser asks first when something would be lost.
 */
export function onLeaving(run: () => void, wouldLose: () => boolean): () => void {
  const leave = () => {
    finishTyping(document.activeElement)
    run()
  }
  const before = (event: BeforeUnloadEvent) => {
    leave()
    if (wouldLose()) event.preventDefault()
  }
  const whenHidden = () => {
    if (document.visibilityState === 'hidden') leave()
  }
  document.addEventListener('visibilitychange', whenHidden)
  window.addEventListener('beforeunload', before)
  window.addEventListener('pagehide', leave)
  return () => {
    document.removeEventListener('visibilitychange', whenHidden)
    window.removeEventListener('beforeunload', before)
    window.removeEventListener('pagehide', leave)
  }
}

/** Has a field take in what is being typed, as if it were left; it need not be on the page any more. */
export function finishTyping(field: Element | null): void {
  field?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
}
