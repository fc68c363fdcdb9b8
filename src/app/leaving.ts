/** Runs something whenever the page may be going away: hidden, left, frozen or closed. */
export function onLeaving(run: () => void): () => void {
  const whenHidden = () => {
    if (document.visibilityState === 'hidden') run()
  }
  document.addEventListener('visibilitychange', whenHidden)
  window.addEventListener('pagehide', run)
  return () => {
    document.removeEventListener('visibilitychange', whenHidden)
    window.removeEventListener('pagehide', run)
  }
}
