import type { Point } from '../domain/records.ts'

/** The key of the card painted at a point of the window (CSS px), for cards that are no elements. */
export type HitTest = (at: Point) => string | null

const hitTests = new WeakMap<Element, HitTest>()

/** Lets cards that are only painted on a canvas be found there. Returns the function that ends it. */
export function registerHitTest(pane: Element, hit: HitTest): () => void {
  hitTests.set(pane, hit)
  return () => {
    if (hitTests.get(pane) === hit) hitTests.delete(pane)
  }
}

/** A card under a pointer: in the tray it is a button with a click of its own. */
export interface CardUnder {
  readonly key: string
  readonly inTray: boolean
}

/**
 * The card that a pointer event is about: an element marked `data-stakeholder`, or one that is painted.
 * What is marked `data-own-gesture` (a handle on a card, say) is nobody's card.
 */
export function cardUnder(event: PointerEvent): CardUnder | null {
  const { target } = event
  if (!(target instanceof Element) || hasOwnGesture(target)) return null
  const card = target.closest('[data-stakeholder]')
  if (card instanceof HTMLElement) {
    const key = card.dataset['stakeholder']
    return key ? { key, inTray: card.tagName === 'BUTTON' } : null
  }
  const pane = target.closest('.canvas')
  const key = pane && hitTests.get(pane)?.({ x: event.clientX, y: event.clientY })
  return key ? { key, inTray: false } : null
}

/** Tools above the canvas, and handles that answer to the pointer themselves. */
export const hasOwnGesture = (target: Element): boolean =>
  target.closest('.canvas-tools, [data-own-gesture]') !== null
