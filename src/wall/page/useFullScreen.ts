import { useEffect, useSyncExternalStore } from 'react'

const subscribe = (listener: () => void) => {
  document.addEventListener('fullscreenchange', listener)
  return () => document.removeEventListener('fullscreenchange', listener)
}
const isFullScreen = (): boolean => Boolean(document.fullscreenElement)

/** Some browsers refuse, or can't: the window then stays as it is. */
function toggle(): void {
  const done = isFullScreen()
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.()
  done?.catch(() => undefined)
}

/** Double-click, F or Enter fill the screen with the page, and give it back. */
export function useFullScreen(): boolean {
  useEffect(() => {
    const onKeyDown = ({ key, ctrlKey, metaKey, altKey, repeat }: KeyboardEvent) => {
      if (ctrlKey || metaKey || altKey || repeat) return
      if (key === 'Enter' || key.toLowerCase() === 'f') toggle()
    }
    addEventListener('dblclick', toggle)
    addEventListener('keydown', onKeyDown)
    return () => {
      removeEventListener('dblclick', toggle)
      removeEventListener('keydown', onKeyDown)
    }
  }, [])
  return useSyncExternalStore(subscribe, isFullScreen)
}
