import { focusWhenThere } from './focusWhenThere.ts'

/**
 * Moves the focus to a field as soon as it is there. What is typed meanwhile, up to the first Enter, is typed into
 * it, and never taken for shortcuts; Escape gives the wait up.
 */
export function typeWhenThere(find: () => HTMLElement | null | undefined): void {
  const waiting = new AbortController()
  const { signal } = waiting
  const typed: string[] = []
  const keep = (event: KeyboardEvent) => {
    const { key } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (key === 'Escape' || key === 'Tab') return waiting.abort()
    event.preventDefault()
    event.stopImmediatePropagation()
    if (typed.at(-1) === 'Enter') return
    if (key === 'Backspace') typed.pop()
    else if (/^(.|Enter)$/u.test(key)) typed.push(key)
  }
  window.addEventListener('keydown', keep, { capture: true, signal })
  focusWhenThere(
    () => (signal.aborted ? null : find()),
    (field) => {
      waiting.abort()
      if (!field || !typed[0]) return
      const isEntered = typed.at(-1) === 'Enter' && typed.pop()
      // As people type: the field's own listeners hear of it, and the browser can undo it.
      document.execCommand('insertText', false, typed.join(''))
      // Not before the field has been drawn with what was typed.
      if (isEntered)
        setTimeout(() =>
          field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })),
        )
    },
  )
}
