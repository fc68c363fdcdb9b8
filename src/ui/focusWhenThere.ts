/** What is loaded on demand is there within this many frames, or the device is too slow to wait for. */
const MOST_FRAMES = 180

/**
 * Moves the focus to an element as soon as it is there: parts that are loaded on demand arrive a moment late.
 * Whoever moves the focus elsewhere meanwhile keeps it there; `then` is told null in that case, and when the element
 * never comes.
 */
export function focusWhenThere(
  find: () => HTMLElement | null | undefined,
  then: (element: HTMLElement | null) => void = () => undefined,
): void {
  const before = document.activeElement
  let frames = 0
  const look = () => {
    const moved = document.activeElement !== before && document.activeElement !== document.body
    if (moved && before?.isConnected) return then(null)
    const element = find()
    if (element) {
      element.focus()
      then(element)
    } else if (++frames < MOST_FRAMES) requestAnimationFrame(look)
    else then(null)
  }
  requestAnimationFrame(look)
}
