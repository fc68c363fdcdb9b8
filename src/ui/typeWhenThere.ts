import { focusWhenThere } from './focusWhenThere.ts'

/**
 * Moves the focus to a field as soon as it is there. What is typed meanwhile, up to the first Enter, is typed into
 * it, and never taken for shortcuts.
 */
export function typeWhenThere(find: () => HTMLElement | null | undefined): void {
  let typed = ''
  const keep = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event
    if (ctrlKey || metaKey || altKey || !/^(.|Enter)$/u.test(key)) return
    if (!typed.endsWith('\n')) typed += key === 'Enter' ? '\n' : key
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  window.addEventListener('keydown', keep, true)
  focusWhenThere(find, (field) => {
    window.removeEventListener('keydown', keep, true)
    if (!field || !typed) return
    // As people type: the field's own listeners hear of it, and the browser can undo it.
    document.execCommand('insertText', false, typed.replace('\n', ''))
    // Not before the field has been drawn with what was typed.
    if (typed.endsWith('\n'))
      setTimeout(() =>
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })),
      )
  })
}
