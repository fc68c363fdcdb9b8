import type { Point } from '../../domain/records.ts'
import { cardUnder } from '../cardUnder.ts'

/** A tie that is being drawn, in world units. */
export interface TieInHand {
  readonly from: string
  readonly to: Point
  /** The stakeholder that it would lead to if it were let go now. */
  readonly over: string | null
}

export interface TieDragPorts {
  /** Whether a press on a dot draws a tie instead of moving the dot. */
  readonly isConnecting: () => boolean
  readonly canDraw: () => boolean
  /** The point of the world under a point of the window. */
  readonly worldAt: (at: Point) => Point | null
  /** Whose dot is at a point of the world. */
  readonly dotAt: (world: Point) => string | null
  readonly onMove: (tie: TieInHand) => void
  /** Null = let go over nobody, or given up. */
  readonly onEnd: (ends: { readonly from: string; readonly to: string } | null) => void
}

/**
 * Drawing ties with the pointer: from a dot's knob, or from anywhere on it while `isConnecting`. Listens before
 * the drags of cards and camera do, which never hear of a press that is taken here. Escape, a second finger or a
 * lost pointer gives the tie up. Returns the function that lets go.
 */
export function watchTieDrags(root: HTMLElement, ports: TieDragPorts): () => void {
  let inHand: { readonly pointerId: number; readonly from: string } | null = null

  const start = (event: PointerEvent): string | null => {
    const { target } = event
    if (!(target instanceof Element)) return null
    const knob = target.closest('[data-tie-from]')
    if (knob instanceof HTMLElement) return knob.dataset['tieFrom'] ?? null
    return ports.isConnecting() ? (cardUnder(event)?.key ?? null) : null
  }
  const release = () => {
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onUp)
    window.removeEventListener('pointercancel', giveUp)
    window.removeEventListener('blur', giveUp)
    window.removeEventListener('keydown', onKey, true)
    inHand = null
  }
  const giveUp = () => {
    if (!inHand) return
    release()
    ports.onEnd(null)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    giveUp()
  }
  const over = (event: PointerEvent, from: string): TieInHand | null => {
    const world = ports.worldAt({ x: event.clientX, y: event.clientY })
    if (!world) return null
    const key = ports.dotAt(world)
    return { from, to: world, over: key === from ? null : key }
  }
  const onDown = (event: PointerEvent) => {
    if (inHand) {
      if (event.pointerId !== inHand.pointerId) giveUp()
      return
    }
    if (event.button !== 0 || !event.isPrimary) return
    const from = start(event)
    if (from === null || !ports.canDraw()) return
    event.stopPropagation()
    event.preventDefault()
    inHand = { pointerId: event.pointerId, from }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', giveUp)
    window.addEventListener('blur', giveUp)
    window.addEventListener('keydown', onKey, true)
  }
  const onMove = (event: PointerEvent) => {
    if (!inHand || event.pointerId !== inHand.pointerId) return
    const tie = over(event, inHand.from)
    if (tie) ports.onMove(tie)
  }
  const onUp = (event: PointerEvent) => {
    if (!inHand || event.pointerId !== inHand.pointerId) return
    const { from } = inHand
    const to = over(event, from)?.over ?? null
    release()
    ports.onEnd(to === null ? null : { from, to })
  }

  root.addEventListener('pointerdown', onDown, { capture: true })
  return () => {
    giveUp()
    root.removeEventListener('pointerdown', onDown, { capture: true })
  }
}
