import { expect, it } from 'vitest'
import { routeOf } from '../../../src/app/route.ts'

it('opens a map by its opaque id', () => {
  expect(routeOf('#/map/0b3e-9.x_1:2')).toEqual({ kind: 'map', id: '0b3e-9.x_1:2' })
})

it('shows the list of maps for everything else', () => {
  for (const hash of [
    '',
    '#',
    '#/',
    '#/map/',
    '#/map/a/b',
    '#/map/<script>',
    `#/map/${'x'.repeat(201)}`,
    '#/maps/a',
    'map/a',
  ]) {
    expect(routeOf(hash)).toEqual({ kind: 'maps' })
  }
})
