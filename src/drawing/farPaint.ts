import { farRadius } from './farDot.ts'
import type { FarName, FarPoint } from './farNames.ts'
import { FONT_FAMILY, type Palette } from './palette.ts'

/** Everything as seen from afar. */
export interface FarPicture<P extends FarPoint = FarPoint> {
  readonly points: readonly P[]
  readonly names: ReadonlyMap<string, FarName>
  /** The zoom that dots and names are sized for. */
  readonly zoom: number
  /** All ties in one path of hairlines. */
  readonly ties: Path2D | null
}

/** What the hand has to do with a point just now. */
export interface FarStates<P> {
  readonly isSelected: (point: P) => boolean
  /** In the hand: what stays behind is faint. */
  readonly isLifted: (point: P) => boolean
}

const FADED = 0.22
const TIES = 0.4
const UNPLACED = 2

/**
 * Paints dots, names and ties on a canvas whose transform is set to world units. Only points inside `frame`
 * (world units) are painted. A hairline is one pixel wide at most: wider ones leave the fast way of drawing.
 */
export function paintFar<P extends FarPoint>(
  context: CanvasRenderingContext2D,
  { points, names, zoom, ties }: FarPicture<P>,
  frame: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  },
  { isSelected, isLifted }: FarStates<P>,
  palette: Palette,
): void {
  if (ties) {
    context.globalAlpha = TIES
    context.lineWidth = Math.min(1, 1 / context.getTransform().a)
    context.strokeStyle = palette.muted
    context.stroke(ties)
  }
  const slack = 1 / zoom
  const seen = points.filter(({ x, y, dot: { radius, most } }) => {
    const reach = Math.min(radius * slack, most) * 2
    return (
      x + reach > frame.left &&
      x - reach < frame.right &&
      y + reach > frame.top &&
      y - reach < frame.bottom
    )
  })
  // What steps back is underneath.
  for (const point of seen.toSorted((a, b) => Number(b.dot.faded) - Number(a.dot.faded))) {
    context.globalAlpha = point.dot.faded || isLifted(point) ? FADED : 1
    paintDot(context, point, zoom, palette)
    if (isSelected(point)) paintRing(context, point, zoom, 1.45, 0.45, palette.ink)
  }
  context.globalAlpha = 1
  for (const point of points) {
    const name = names.get(point.key)
    if (name && !isLifted(point)) paintName(context, point, name, palette)
  }
}

/** Influence as size, stance as colour; a ring when nothing is known of the influence. */
function paintDot(
  context: CanvasRenderingContext2D,
  point: FarPoint,
  zoom: number,
  palette: Palette,
): void {
  const { x, y, dot } = point
  const radius = farRadius(dot, zoom)
  const { strong } = palette.segments[dot.segment ?? UNPLACED]
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = dot.known ? strong : palette.card
  context.fill()
  if (!dot.known) {
    context.strokeStyle = strong
    context.lineWidth = radius * 0.3
    context.stroke()
  }
  if (!dot.confidential) return
  context.setLineDash([radius * 0.55, radius * 0.4])
  paintRing(context, point, zoom, 1.55, 0.26, palette.confidential.strong)
  context.setLineDash([])
}

function paintRing(
  context: CanvasRenderingContext2D,
  { x, y, dot }: FarPoint,
  zoom: number,
  reach: number,
  width: number,
  colour: string,
): void {
  const radius = farRadius(dot, zoom)
  context.beginPath()
  context.arc(x, y, radius * reach, 0, 2 * Math.PI)
  context.strokeStyle = colour
  context.lineWidth = radius * width
  context.stroke()
}

function paintName(
  context: CanvasRenderingContext2D,
  { x, y, dot }: FarPoint,
  { text, size, baseline }: FarName,
  palette: Palette,
): void {
  context.font = `${dot.bold ? 700 : 400} ${size}px ${FONT_FAMILY}`
  context.textAlign = 'center'
  context.direction = dot.rtl ? 'rtl' : 'ltr'
  context.lineJoin = 'round'
  context.lineWidth = size / 4
  context.strokeStyle = dot.onPaper ? palette.paper : palette.segments[dot.segment ?? UNPLACED].tint
  context.strokeText(text, x, y + baseline)
  context.fillStyle = palette.ink
  context.fillText(text, x, y + baseline)
}
