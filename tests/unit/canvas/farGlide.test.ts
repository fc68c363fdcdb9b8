import { expect, it } from 'vitest'
import type { CanvasItem } from '../../../src/canvas/canvasItem.ts'
import { glideOf } from '../../../src/canvas/farGlide.ts'
import { personId } from '../../support/records.ts'

const itemOn = (key: string, x: number, y: number): CanvasItem => ({
  key,
  id: personId(key),
  x,
  y,
  width: 10,
  height: 10,
  node: { id: key, position: { x, y }, data: {} },
  dot: {
    radius: 4,
    most: 10,
    segment: 0,
    known: true,
    confidential: false,
    faded: false,
    name: key,
    bold: false,
    rtl: false,
  },
})
const places = (items: readonly CanvasItem[] | undefined) =>
  items?.map(({ key, x, y }) => `${key} ${Math.round(x)},${Math.round(y)}`)

it('everybody glides from where they were to where they are; newcomers stand at once', () => {
  const way = glideOf(
    [itemOn('moved', 0, 0), itemOn('stays', 5, 5), itemOn('gone', 9, 9)],
    [itemOn('stays', 5, 5), itemOn('moved', 100, 40), itemOn('new', 7, 7)],
  )
  expect(places(way?.(0))).toEqual(['stays 5,5', 'moved 0,0', 'new 7,7'])
  expect(places(way?.(1))).toEqual(['stays 5,5', 'moved 100,40', 'new 7,7'])
  const [, half] = way?.(0.5) ?? []
  expect(half?.x).toBeGreaterThan(50)
  expect(half?.x).toBeLessThan(100)
})

it('there is no way when nobody moves, and none for thousands', () => {
  const crowd = (x: number) => Array.from({ length: 5000 }, (_, i) => itemOn(`p${i}`, x, 0))
  expect(glideOf([itemOn('a', 1, 1)], [itemOn('a', 1, 1), itemOn('b', 2, 2)])).toBeNull()
  expect(glideOf(crowd(0), crowd(1))).toBeNull()
})
