import { LIGHT } from '../../../src/drawing/palette.ts'
import { handGestures } from './handGestures.ts'
import { type Camera, EMPTY_SPOT, fitted, mapOfPage, middleOfWindow, type Spot } from './page.ts'
import { CARD } from './syntheticMap.ts'
import './subject.css'

/** The map on one canvas; while a card is dragged everything else is a picture made once. */
const PICTURE = { width: 3840, height: 2160 } as const
const map = mapOfPage()
const places: Spot[] = map.cards.map(({ x, y }) => ({ x, y }))
let camera: Camera = fitted(map, { x: innerWidth, y: innerHeight })
let moving: number | null = null

function surface(width: number, height: number) {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser has no canvas')
  return { canvas, context }
}

const shown = surface(innerWidth, innerHeight)
const quiet = surface(innerWidth, innerHeight)
const at = (card: number): Spot => places[card] ?? { x: 0, y: 0 }

function drawCard(context: CanvasRenderingContext2D, card: number): void {
  const { x, y } = at(card)
  const { width, height } = CARD
  context.fillStyle = LIGHT.card
  context.strokeStyle = LIGHT.segments[map.cards[card]?.segment ?? 2].strong
  context.beginPath()
  context.roundRect(x - width / 2, y - height / 2, width, height, 6)
  context.fill()
  context.stroke()
  context.fillStyle = LIGHT.ink
  context.fillText(map.cards[card]?.name ?? '', x, y, width - 8)
}

function drawTies(context: CanvasRenderingContext2D, wanted: (ofMoving: boolean) => boolean): void {
  context.strokeStyle = LIGHT.muted
  context.globalAlpha = 0.4
  for (const { from, to } of map.ties) {
    if (!wanted(from === moving || to === moving)) continue
    // One by one: a single path of lines wider than a pixel takes several times as long to draw.
    context.beginPath()
    context.moveTo(at(from).x, at(from).y)
    context.lineTo(at(to).x, at(to).y)
    context.stroke()
  }
  context.globalAlpha = 1
}

function begin({ canvas, context }: typeof shown, { x, y, zoom }: Camera): void {
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.fillStyle = LIGHT.paper
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.setTransform(zoom, 0, 0, zoom, x, y)
  context.font = '12px sans-serif'
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineWidth = 1
}

function drawStill(target: typeof shown, view: Camera): void {
  begin(target, view)
  drawTies(target.context, (ofMoving) => !ofMoving)
  map.cards.forEach((_, card) => card !== moving && drawCard(target.context, card))
}

function draw(): void {
  if (moving === null) {
    drawStill(shown, camera)
    return
  }
  const { context } = shown
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.drawImage(quiet.canvas, 0, 0)
  context.setTransform(camera.zoom, 0, 0, camera.zoom, camera.x, camera.y)
  drawTies(context, (ofMoving) => ofMoving)
  drawCard(context, moving)
}

function cardAt({ x, y }: Spot): number | null {
  const world = { x: (x - camera.x) / camera.zoom, y: (y - camera.y) / camera.zoom }
  const found = places.findLastIndex(
    (place) =>
      Math.abs(place.x - world.x) <= CARD.width / 2 &&
      Math.abs(place.y - world.y) <= CARD.height / 2,
  )
  return found < 0 ? null : found
}

draw()
document.body.append(shown.canvas)
handGestures(shown.canvas, {
  camera: () => camera,
  setCamera: (next) => (camera = next),
  cardAt,
  onPick(card) {
    moving = card
    drawStill(quiet, camera)
  },
  onDrag(card, by) {
    places[card] = { x: at(card).x + by.x, y: at(card).y + by.y }
  },
  onDrop: () => (moving = null),
  draw,
})

const save = document.createElement('button')
save.textContent = 'Save PNG'
save.addEventListener('click', () => {
  const picture = surface(PICTURE.width, PICTURE.height)
  drawStill(picture, fittedLarge())
  let encoding = true
  picture.canvas.toBlob((blob) => {
    encoding = false
    const link = document.createElement('a')
    if (blob) link.href = URL.createObjectURL(blob)
    link.download = 'map.png'
    link.click()
  }, 'image/png')
  // Chromium encodes when idle, and without frames finds out only after a second that it is.
  const keepFrames = () => {
    if (encoding) requestAnimationFrame(keepFrames)
  }
  keepFrames()
})
document.body.append(save)

/** Unlike on the screen the picture may be larger than life. */
function fittedLarge(): Camera {
  const { zoom, x, y } = fitted(map, { x: innerWidth, y: innerHeight })
  const ratio = Math.min(PICTURE.width / innerWidth, PICTURE.height / innerHeight)
  return {
    zoom: zoom * ratio,
    x: x * ratio + (PICTURE.width - innerWidth * ratio) / 2,
    y: y * ratio + (PICTURE.height - innerHeight * ratio) / 2,
  }
}

window.bench = {
  ready: () => shown.canvas.isConnected,
  cardSpot() {
    const middle = middleOfWindow()
    const [nearest] = places
      .map(({ x, y }) => ({ x: x * camera.zoom + camera.x, y: y * camera.zoom + camera.y }))
      .toSorted(
        (a, b) =>
          Math.hypot(a.x - middle.x, a.y - middle.y) - Math.hypot(b.x - middle.x, b.y - middle.y),
      )
    return nearest ?? middle
  },
  emptySpot: () => EMPTY_SPOT,
  middle: middleOfWindow,
  state: () => `${camera.x} ${camera.y} ${camera.zoom} ${moving === null ? '' : at(moving).x}`,
}
