import type { Point } from '../domain/records.ts'
import { cardUnder } from './cardUnder.ts'

export interface CardDragPorts {
  /** False when nothing may be moved from here. */
  readonly canDrag: () => boolean
  /** A card was pressed and let go without moving. */
  readonly onPress: (key: string, event: PointerEvent) => void
  readonly onStart: (key: string, at: Point) => void
  /** Points are of the window, in CSS px. */
  readonly onMove: (at: Point) => void
  readonly onDrop: (at: Point) => void
  readonly onCancel: () => void
}

const TREMBLE = 4

/**
 * Drags of any card inside `root` (see cardUnder), in the tray as on the canvas. Nothing is
 * changed until the drop; Escape, a second finger or a lost pointer puts everything back.
 * Returns the function that lets go.
 */
export function watchCardDrags(root: HTMLElement, ports: CardDragPorts): () => void {
  let held: {
    pointerId: number
    key: string
    from: Point
    moving: boolean
    inTray: boolean
  } | null = null

  const release = () => {
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onUp)
    window.removeEventListener('pointercancel', onLost)
    window.removeEventListener('keydown', onKey, true)
    window.removeEventListener('blur', onLost)
    held = null
  }
  const onDown = (event: PointerEvent) => {
    if (held) {
      if (event.pointerId !== held.pointerId) onLost()
      return
    }
    const card = cardUnder(event)
    if (!card || event.button !== 0 || !event.isPrimary) return
    const from = { x: event.clientX, y: event.clientY }
    held = {
      pointerId: event.pointerId,
      key: card.key,
      from,
      moving: false,
      inTray: card.inTray,
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', onLost)
    window.addEventListener('keydown', onKey, true)
    window.addEventListener('blur', onLost)
  }
  const onMove = (event: PointerEvent) => {
    if (!held || event.pointerId !== held.pointerId) return
    const at = { x: event.clientX, y: event.clientY }
    if (!held.moving) {
      if (Math.hypot(at.x - held.from.x, at.y - held.from.y) < TREMBLE || !ports.canDrag()) return
      held.moving = true
      ports.onStart(held.key, held.from)
    }
    ports.onMove(at)
  }
  const onUp = (event: PointerEvent) => {
    if (!held || event.pointerId !== held.pointerId) return
    const { key, moving, inTray } = held
    release()
    if (moving) {
      swallowClick()
      ports.onDrop({ x: event.clientX, y: event.clientY })
    } else if (!inTray) ports.onPress(key, event)
  }
  const onLost = () => {
    const wasMoving = held?.moving
    release()
    if (wasMoving) ports.onCancel()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onLost()
  }

  root.addEventListener('pointerdown', onDown)
  return () => {
    onLost()
    root.removeEventListener('pointerdown', onDown)
  }
}

/** The click that a browser makes out of the end of a drag means nothing. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, true), 0)
}
