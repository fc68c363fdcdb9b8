import type { Point } from '../domain/records.ts'
import type { Camera } from '../store/viewSettings.ts'
import { pinch, zoomAt } from './camera.ts'
import { cardUnder, hasOwnGesture } from './cardUnder.ts'

export interface CameraPorts {
  /** The camera as React Flow was last told. */
  readonly settled: () => Camera
  /** Shows a camera without telling React Flow: waking its store at every step costs more than the move. */
  readonly show: (camera: Camera) => void
  /** The gesture is over: the camera that stays. */
  readonly settle: (camera: Camera) => void
  /** A press on the empty canvas that did not become a gesture. */
  readonly onPress: (event: PointerEvent) => void
  readonly onBox: (box: DOMRect, phase: 'during' | 'end', adding: boolean) => void
}

/** A wheel has no end of its own; this long after its last turn the gesture is over, in ms. */
const WHEEL_PAUSE = 150
/** Fingers and mice tremble: less than this is a press, in CSS px. */
const TREMBLE = 4
const WHEEL_RATE = 0.002
/** Trackpads send pinches as small wheel steps with the Ctrl key. */
const PINCH_RATE = 0.01
const LINE_HEIGHT = 16

/**
 * Panning, zooming and box selection on the canvas element. While something moves the element has the class
 * `is-moving` (or `is-zooming`), under which a shield ends hit tests. Returns the function that lets go.
 */
export function watchCamera(pane: HTMLElement, ports: CameraPorts): () => void {
  let live: Camera | null = null
  let wheelTimer: ReturnType<typeof setTimeout> | undefined
  const pointers = new Map<number, Point>()
  let press: { at: Point; mode: 'pan' | 'box'; adding: boolean; moved: boolean } | null = null

  const now = () => live ?? ports.settled()
  // Asked once a gesture: at every step it would make the browser lay out the page between two frames.
  let corner: Point = { x: 0, y: 0 }
  const findCorner = () => {
    if (live || pointers.size > 0) return
    const { left, top } = pane.getBoundingClientRect()
    corner = { x: left, y: top }
  }
  const local = (event: { clientX: number; clientY: number }): Point => ({
    x: event.clientX - corner.x,
    y: event.clientY - corner.y,
  })
  const move = (event: Event, camera: Camera, kind: 'is-moving' | 'is-zooming') => {
    live = camera
    pane.classList.add(kind)
    // Nobody further up needs to hear of it: React would look for listeners at each step.
    event.stopPropagation()
    // At once: the browser draws no more often than it must, and a wheel's turn would cost it two frames otherwise.
    ports.show(camera)
  }
  const settle = () => {
    clearTimeout(wheelTimer)
    pane.classList.remove('is-moving', 'is-zooming')
    if (!live) return
    const camera = live
    live = null
    ports.settle(camera)
  }

  const onDown = (event: PointerEvent) => {
    if (!(event.target instanceof Element) || hasOwnGesture(event.target)) return
    if (event.button > 1) return
    findCorner()
    if (pointers.size === 0 && event.button === 0 && cardUnder(event)) {
      // A card is dragged by its own gesture; its finger counts only once a second one comes to zoom.
      if (event.pointerType === 'touch') pointers.set(event.pointerId, local(event))
      return
    }
    // Without the mouse events that would follow each move; what else the press would do, it still does.
    event.preventDefault()
    letGoOfFocus(pane)
    pointers.set(event.pointerId, local(event))
    if (pointers.size > 1) {
      if (press?.mode === 'box') ports.onBox(new DOMRect(), 'end', true)
      press = null
    } else {
      const box = event.shiftKey && event.button === 0
      const adding = event.ctrlKey || event.metaKey
      press = { at: local(event), mode: box ? 'box' : 'pan', adding, moved: false }
    }
    pane.setPointerCapture(event.pointerId)
  }
  const onMove = (event: PointerEvent) => {
    const before = pointers.get(event.pointerId)
    if (!before) return
    const at = local(event)
    pointers.set(event.pointerId, at)
    if (pointers.size === 2) {
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1]
      if (other) move(event, pinch(now(), [before, other], [at, other]), 'is-zooming')
      return
    }
    if (!press) return
    if (!press.moved && Math.hypot(at.x - press.at.x, at.y - press.at.y) < TREMBLE) return
    // From here on the whole way counts, so that the map stays under the pointer.
    const from = press.moved ? before : press.at
    press.moved = true
    if (press.mode === 'box') ports.onBox(boxOf(press.at, at), 'during', press.adding)
    else {
      const camera = now()
      move(
        event,
        { ...camera, x: camera.x + at.x - from.x, y: camera.y + at.y - from.y },
        'is-moving',
      )
    }
  }
  const onUp = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId)) return
    if (press?.moved && press.mode === 'box') {
      ports.onBox(boxOf(press.at, local(event)), 'end', press.adding)
    } else if (press && !press.moved && event.type === 'pointerup' && event.button === 0)
      ports.onPress(event)
    press = null
    if (pointers.size === 0) settle()
  }
  const onWheel = (event: WheelEvent) => {
    if (event.target instanceof Element && event.target.closest('.canvas-tools')) return
    event.preventDefault()
    findCorner()
    const delta =
      event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE_HEIGHT : event.deltaY
    const rate = event.ctrlKey ? PINCH_RATE : WHEEL_RATE
    move(event, zoomAt(now(), local(event), 2 ** (-delta * rate)), 'is-zooming')
    clearTimeout(wheelTimer)
    wheelTimer = setTimeout(settle, WHEEL_PAUSE)
  }

  pane.addEventListener('pointerdown', onDown)
  pane.addEventListener('pointermove', onMove)
  pane.addEventListener('pointerup', onUp)
  pane.addEventListener('pointercancel', onUp)
  pane.addEventListener('wheel', onWheel, { passive: false })
  return () => {
    settle()
    pane.removeEventListener('pointerdown', onDown)
    pane.removeEventListener('pointermove', onMove)
    pane.removeEventListener('pointerup', onUp)
    pane.removeEventListener('pointercancel', onUp)
    pane.removeEventListener('wheel', onWheel)
  }
}

const boxOf = (a: Point, b: Point): DOMRect =>
  new DOMRect(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.abs(a.x - b.x), Math.abs(a.y - b.y))

/** As any press beside a field does. */
function letGoOfFocus({ ownerDocument }: HTMLElement): void {
  if (ownerDocument.activeElement instanceof HTMLElement) ownerDocument.activeElement.blur()
}
