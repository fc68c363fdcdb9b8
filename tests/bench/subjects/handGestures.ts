import { type Camera, type Spot, wheeled } from './page.ts'

export interface HandPorts {
  readonly camera: () => Camera
  readonly setCamera: (camera: Camera) => void
  /** The card under a point of the window, or null. */
  readonly cardAt: (at: Spot, target: EventTarget | null) => number | null
  readonly onPick: (card: number) => void
  /** Moved by so much in the map's own px since the last call. */
  readonly onDrag: (card: number, by: Spot) => void
  readonly onDrop: () => void
  readonly draw: () => void
}

/** Drag, pan and zoom for the hand-written pages: one drawing a frame, as anyone would write it. */
export function handGestures(surface: Element, ports: HandPorts): void {
  let last: Spot | null = null
  let card: number | null = null
  let queued = false
  const draw = () => {
    if (queued) return
    queued = true
    requestAnimationFrame(() => {
      queued = false
      ports.draw()
    })
  }
  surface.addEventListener('pointerdown', (event) => {
    if (!(event instanceof PointerEvent)) return
    last = { x: event.clientX, y: event.clientY }
    card = ports.cardAt(last, event.target)
    surface.setPointerCapture(event.pointerId)
    if (card !== null) ports.onPick(card)
  })
  surface.addEventListener('pointermove', (event) => {
    if (!last || !(event instanceof PointerEvent)) return
    const by = { x: event.clientX - last.x, y: event.clientY - last.y }
    last = { x: event.clientX, y: event.clientY }
    const camera = ports.camera()
    if (card === null) ports.setCamera({ ...camera, x: camera.x + by.x, y: camera.y + by.y })
    else ports.onDrag(card, { x: by.x / camera.zoom, y: by.y / camera.zoom })
    draw()
  })
  surface.addEventListener('pointerup', () => {
    last = null
    if (card !== null) ports.onDrop()
    card = null
    draw()
  })
  surface.addEventListener(
    'wheel',
    (event) => {
      if (!(event instanceof WheelEvent)) return
      event.preventDefault()
      ports.setCamera(wheeled(ports.camera(), { x: event.clientX, y: event.clientY }, event.deltaY))
      draw()
    },
    { passive: false },
  )
}
