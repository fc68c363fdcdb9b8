import type { MapDoc } from '../../domain/records.ts'
import type { CanvasView, ViewSettings } from '../../store/viewSettings.ts'

/**
 * Views that could not be drawn, by what they had to draw: they would crash on it again, and may not crash once it has
 * changed.
 */
const crashed = new WeakMap<MapDoc, Set<string>>()

type Audience = ViewSettings['audience']
const keyOf = (view: CanvasView, audience: Audience) => `${view} ${audience}`

/** Notes that a view crashed on a document, as its audience sees it. */
export function noteCrash(doc: MapDoc, view: CanvasView, audience: Audience): void {
  crashed.set(doc, (crashed.get(doc) ?? new Set()).add(keyOf(view, audience)))
}

/** Somebody tries it again. */
export function forgetCrash(doc: MapDoc, view: CanvasView, audience: Audience): void {
  crashed.get(doc)?.delete(keyOf(view, audience))
}

export const hasCrashed = (doc: MapDoc, view: CanvasView, audience: Audience): boolean =>
  crashed.get(doc)?.has(keyOf(view, audience)) ?? false
