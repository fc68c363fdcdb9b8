/** Half a minute: longer than the slowest part takes to arrive. */
const MOST_FRAMES = 1800

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
  let frames = MOST_FRAMES
  const look = () => {
    const moved = document.activeElement !== before && document.activeElement !== document.body
    if (moved && before?.isConnected) return then(null)
    const element = find()
    if (element) {
      element.focus()
      then(element)
    } else if (--frames > 0) requestAnimationFrame(look)
    else then(null)
  }
  requestAnimationFrame(look)
}
