import type { Shown } from '../../editing/useSubject.ts'
import type { OpenMap } from '../../store/openMap.ts'

/** Leaving a field by Escape leads back to the card it was about. */
export function focusCardOf(
  { selection }: OpenMap,
  { subject }: Shown,
  root: HTMLElement | null,
  field: HTMLElement,
): void {
  const [id] = selection.getState().ids
  const key = id && subject.shown(id)?.key
  if (key) keepFocusOn(root, key)
  else field.blur()
}

/** The card to go on with when the one in focus is removed: the next one, or else the one before. */
export function neighbourOf(target: EventTarget | null): string | null {
  const place = target instanceof Element && target.closest('.canvas, .editor-tray')
  if (!place) return null
  const cards = [...place.querySelectorAll<HTMLElement>('[data-stakeholder]')]
  const at = cards.findIndex((card) => card === target)
  if (at === -1) return null
  return (cards[at + 1] ?? cards[at - 1])?.dataset['stakeholder'] ?? null
}

export const isTextField = (
  target: EventTarget | null,
): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox')

export const focusedCard = (target: EventTarget | null): string | null => {
  const card = target instanceof Element ? target.closest('[data-stakeholder]') : null
  return card instanceof HTMLElement ? (card.dataset['stakeholder'] ?? null) : null
}

/**
 * A card that moves between tray and canvas is drawn anew; the focus goes with it. Whoever is in both (the network
 * shows also those who are not placed) keeps it on the canvas, unless it was in the tray and still is.
 */
export function keepFocusOn(root: HTMLElement | null, key: string | null): void {
  requestAnimationFrame(() => {
    if (focusedCard(document.activeElement) === key) return
    const selector = `[data-stakeholder="${CSS.escape(key ?? '')}"]`
    const card = root?.querySelector(`.canvas ${selector}`) ?? root?.querySelector(selector)
    if (card instanceof HTMLElement) card.focus({ preventScroll: true })
  })
}
