import { LIGHT } from '../../../src/drawing/palette.ts'
import { handGestures } from './handGestures.ts'
import {
  type Camera,
  EMPTY_SPOT,
  fitted,
  mapOfPage,
  middleOfWindow,
  nearestToMiddle,
  type Spot,
} from './page.ts'
import { CARD } from './syntheticMap.ts'
import './subject.css'

/** The map as anyone would write it in plain SVG: a group a card, a line a tie, one transform for the camera. */
const map = mapOfPage()
const places: Spot[] = map.cards.map(({ x, y }) => ({ x, y }))
let camera: Camera = fitted(map, { x: innerWidth, y: innerHeight })
let moving: number | null = null

function element<T extends keyof SVGElementTagNameMap>(
  name: T,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[T] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}

const at = (card: number): Spot => places[card] ?? { x: 0, y: 0 }
const svg = element('svg', { width: '100%', height: '100%' })
const world = element('g', {})
const lines = map.ties.map(() => element('line', { stroke: LIGHT.muted, 'stroke-opacity': 0.4 }))
const tiesOf = map.cards.map((_, card) =>
  map.ties.flatMap(({ from, to }, tie) => (from === card || to === card ? [tie] : [])),
)

function drawTie(tie: number): void {
  const ends = map.ties[tie]
  const line = lines[tie]
  if (!ends || !line) return
  const [a, b] = [at(ends.from), at(ends.to)]
  line.setAttribute('x1', String(a.x))
  line.setAttribute('y1', String(a.y))
  line.setAttribute('x2', String(b.x))
  line.setAttribute('y2', String(b.y))
}

const groups = map.cards.map(({ name, segment }, card) => {
  const group = element('g', { 'data-card': card, class: 'card' })
  const { width, height } = CARD
  const box = { x: -width / 2, y: -height / 2, width, height, rx: 6 }
  const text = element('text', { 'text-anchor': 'middle', y: 4 })
  text.textContent = name
  const stroke = LIGHT.segments[segment].strong
  group.append(element('rect', { ...box, fill: LIGHT.card, stroke }), text)
  return group
})
const drawCard = (card: number): void =>
  groups[card]?.setAttribute('transform', `translate(${at(card).x} ${at(card).y})`)
const drawCamera = (): void =>
  world.setAttribute('transform', `translate(${camera.x} ${camera.y}) scale(${camera.zoom})`)

lines.forEach((_, tie) => drawTie(tie))
groups.forEach((_, card) => drawCard(card))
drawCamera()
world.append(...lines, ...groups)
svg.append(world)
document.body.append(svg)

handGestures(svg, {
  camera: () => camera,
  setCamera: (next) => (camera = next),
  cardAt(_, target) {
    const group = target instanceof Element ? target.closest('[data-card]') : null
    return group ? Number(group.getAttribute('data-card')) : null
  },
  onPick(card) {
    moving = card
    const group = groups[card]
    if (group) world.append(group)
  },
  onDrag(card, by) {
    places[card] = { x: at(card).x + by.x, y: at(card).y + by.y }
  },
  onDrop: () => (moving = null),
  draw() {
    drawCamera()
    if (moving === null) return
    drawCard(moving)
    tiesOf[moving]?.forEach(drawTie)
  },
})

window.bench = {
  ready: () => svg.isConnected,
  cardSpot: () => nearestToMiddle(groups),
  emptySpot: () => EMPTY_SPOT,
  middle: middleOfWindow,
  state: () => `${world.getAttribute('transform')} ${moving === null ? '' : at(moving).x}`,
}
