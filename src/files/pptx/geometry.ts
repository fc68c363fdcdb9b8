import type { XmlNode } from '../network/xmlWrite.ts'
import { element } from '../office/element.ts'
import type { Matrix, PathStep } from '../picture/marks.ts'
import { applied } from '../picture/matrix.ts'
import { around, type Box, emu } from './emu.ts'

/** A path as it lies on the slide. */
export const placedPath = (steps: readonly PathStep[], matrix: Matrix): readonly PathStep[] =>
  steps.map((step): PathStep => {
    switch (step.to) {
      case 'close':
        return step
      case 'curve': {
        const one = applied(matrix, step.x1, step.y1)
        const two = applied(matrix, step.x2, step.y2)
        const end = applied(matrix, step.x, step.y)
        return { to: 'curve', x1: one.x, y1: one.y, x2: two.x, y2: two.y, ...end }
      }
      case 'move':
      case 'line':
        return { to: step.to, ...applied(matrix, step.x, step.y) }
    }
  })

/** The stretches of a path between its moves: each can be a line of its own. */
export function stretchesOf(steps: readonly PathStep[]): readonly (readonly PathStep[])[] {
  const stretches: PathStep[][] = []
  for (const step of steps) {
    if (step.to === 'move') stretches.push([])
    stretches.at(-1)?.push(step)
  }
  return stretches.filter((stretch) => stretch.length > 1)
}

/** Where a path is to be seen: exact for lines; curves lie within their handles. */
export const boxOfPath = (steps: readonly PathStep[]): Box =>
  around(
    steps.flatMap((step) => {
      const point = (x: number, y: number): Box => ({ x, y, width: 0, height: 0 })
      if (step.to === 'close') return []
      if (step.to !== 'curve') return [point(step.x, step.y)]
      return [point(step.x1, step.y1), point(step.x2, step.y2), point(step.x, step.y)]
    }),
  )

/** Where something lies, and how far it is turned (in degrees, about its middle). */
export function placeOf(
  { x, y, width, height }: Box,
  turn = 0,
  flip: 'none' | 'up' = 'none',
): XmlNode {
  const degrees = ((turn % 360) + 360) % 360
  return element(
    'a:xfrm',
    {
      rot: Math.round(degrees * 60_000) || undefined,
      flipV: flip === 'up' ? 1 : undefined,
    },
    element('a:off', { x: emu(x), y: emu(y) }),
    element('a:ext', { cx: emu(width), cy: emu(height) }),
  )
}

/** A shape that every program knows by name. */
export const preset = (name: string, adjust?: number): XmlNode =>
  element(
    'a:prstGeom',
    { prst: name },
    element(
      'a:avLst',
      {},
      ...(adjust === undefined ? [] : [element('a:gd', { name: 'adj', fmla: `val ${adjust}` })]),
    ),
  )

/** A shape of its own: the path, in a box whose sides are not empty. */
export function freeform(steps: readonly PathStep[], box: Box, isFilled: boolean): XmlNode {
  const pt = (x: number, y: number): XmlNode =>
    element('a:pt', { x: emu(x - box.x), y: emu(y - box.y) })
  const drawn = steps.map((step): XmlNode => {
    switch (step.to) {
      case 'move':
        return element('a:moveTo', {}, pt(step.x, step.y))
      case 'line':
        return element('a:lnTo', {}, pt(step.x, step.y))
      case 'curve':
        return element(
          'a:cubicBezTo',
          {},
          pt(step.x1, step.y1),
          pt(step.x2, step.y2),
          pt(step.x, step.y),
        )
      case 'close':
        return element('a:close')
    }
  })
  return element(
    'a:custGeom',
    {},
    element('a:avLst'),
    element('a:gdLst'),
    element('a:ahLst'),
    element('a:cxnLst'),
    element('a:rect', { l: 0, t: 0, r: 'r', b: 'b' }),
    element(
      'a:pathLst',
      {},
      element(
        'a:path',
        { w: emu(box.width), h: emu(box.height), fill: isFilled ? undefined : 'none' },
        ...drawn,
      ),
    ),
  )
}
