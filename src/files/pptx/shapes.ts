import type {
  CircleMark,
  GroupMark,
  Matrix,
  Paint,
  PathMark,
  PictureMark,
  RectMark,
  TextMark,
} from '../picture/marks.ts'
import { applied, combined, scaleOf, turnOf } from '../picture/matrix.ts'
import { around, type Box } from './emu.ts'
import { boxOfPath, freeform, placedPath, placeOf, preset, stretchesOf } from './geometry.ts'
import { groupOf, shape, type SlideItem, straightLine } from './item.ts'
import { fillOf, lineOf, share } from './paint.ts'
import { textBox } from './textBox.ts'
import { blocksOf, type TextBlock } from './textLines.ts'

/** Where marks come to lie, and how much of them is to be seen. */
export interface Setting {
  readonly matrix: Matrix
  readonly opacity: number
  /** A group that fills more (in square units) is no thing to be moved, but the drawing itself. */
  readonly largestGroup: number
  /** True of the text that is the slide's title. */
  readonly isTitle: (block: TextBlock) => boolean
}

/** Marks as items of a slide, in their order. */
export function itemsOf(marks: readonly PictureMark[], setting: Setting): readonly SlideItem[] {
  const items: SlideItem[] = []
  let texts: TextMark[] = []
  const endTexts = () => {
    for (const block of blocksOf(texts)) {
      const isTitle = setting.isTitle(block)
      items.push(textBox(block, setting.matrix, setting.opacity, isTitle))
    }
    texts = []
  }
  for (const mark of marks) {
    if (mark.kind === 'text') {
      texts.push(mark)
      continue
    }
    endTexts()
    if (mark.kind === 'group') items.push(...itemsOfGroup(mark, setting))
    else items.push(...halved(mark).flatMap((half) => itemsOfShape(half, setting)))
  }
  endTexts()
  return items
}

function itemsOfGroup({ matrix, opacity, marks }: GroupMark, outer: Setting): readonly SlideItem[] {
  const items = itemsOf(marks, {
    ...outer,
    matrix: combined(outer.matrix, matrix),
    opacity: outer.opacity * opacity,
    isTitle: () => false,
  })
  const { width, height } = around(items.map(({ box }) => box))
  return items.length > 1 && width * height <= outer.largestGroup ? [groupOf(items)] : items
}

type ShapeMark = RectMark | CircleMark | PathMark

/** A halo is drawn under what it surrounds; here lines lie above fills, so that it takes a shape of its own. */
function halved(mark: ShapeMark): readonly ShapeMark[] {
  if (!mark.strokeFirst || !mark.stroke || !mark.fill) return [mark]
  const { colour, opacity } = mark.stroke
  return [
    { ...mark, fill: { colour, opacity }, strokeFirst: false },
    { ...mark, stroke: null, strokeFirst: false },
  ]
}

function itemsOfShape(mark: ShapeMark, setting: Setting): readonly SlideItem[] {
  switch (mark.kind) {
    case 'rect':
      return [rectItem(mark, setting)]
    case 'circle':
      return [circleItem(mark, setting)]
    case 'path':
      return mark.fill
        ? [pathItem(placedPath(mark.steps, setting.matrix), mark, setting)]
        : stretchesOf(placedPath(mark.steps, setting.matrix)).map((stretch) =>
            lineItem(stretch, mark, setting),
          )
  }
}

const paintOf = ({ fill, stroke }: Paint, { matrix, opacity }: Setting) => [
  fillOf(fill, opacity),
  lineOf(stroke, scaleOf(matrix), opacity),
]

function rectItem(mark: RectMark, setting: Setting): SlideItem {
  const { matrix } = setting
  const scale = scaleOf(matrix)
  const [width, height] = [mark.width * scale, mark.height * scale]
  const middle = applied(matrix, mark.x + mark.width / 2, mark.y + mark.height / 2)
  const box: Box = { x: middle.x - width / 2, y: middle.y - height / 2, width, height }
  const corner = mark.radius / Math.min(mark.width, mark.height)
  return shape({
    box,
    kind: 'Shape',
    place: placeOf(box, turnOf(matrix)),
    geometry: corner > 0 ? preset('roundRect', share(Math.min(0.5, corner))) : preset('rect'),
    paint: paintOf(mark, setting),
  })
}

function circleItem(mark: CircleMark, setting: Setting): SlideItem {
  const { matrix } = setting
  const radius = mark.radius * scaleOf(matrix)
  const { x, y } = applied(matrix, mark.x, mark.y)
  return shape({
    box: { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius },
    kind: 'Shape',
    // Turned with its group: that is where its dashes begin.
    geometry: preset('ellipse'),
    paint: paintOf(mark, setting),
  })
}

function pathItem(steps: PathMark['steps'], paint: Paint, setting: Setting): SlideItem {
  const box = solid(boxOfPath(steps))
  return shape({
    box,
    kind: paint.fill ? 'Shape' : 'Line',
    geometry: freeform(steps, box, paint.fill !== null),
    paint: paintOf(paint, setting),
  })
}

/** A line of two ends is one that programs know; others are drawn as they are. */
function lineItem(steps: PathMark['steps'], paint: Paint, setting: Setting): SlideItem {
  const [from, to] = steps
  if (steps.length !== 2 || from?.to !== 'move' || to?.to !== 'line') {
    return pathItem(steps, paint, setting)
  }
  const box = boxOfPath(steps)
  const [left, right] = from.x <= to.x ? [from, to] : [to, from]
  const place = placeOf(box, 0, right.y < left.y ? 'up' : 'none')
  return straightLine(
    box,
    place,
    preset('line'),
    lineOf(paint.stroke, scaleOf(setting.matrix), setting.opacity),
  )
}

/** A box without width or height would stretch what is in it without end. */
const LEAST = 0.01

const solid = (box: Box): Box => ({
  ...box,
  width: Math.max(LEAST, box.width),
  height: Math.max(LEAST, box.height),
})
