import type { MapView } from '../audience/view.ts'
import type { HalfPie } from './halfPie.ts'
import { standingIn, type SpectrumLayout, unplacedIn } from './layout.ts'
import { pieFor } from './pieFor.ts'
import { tidy, type TidyMode, worldPoint } from './tidy.ts'

const layouts = new WeakMap<MapView, SpectrumLayout>()

/** The layout of a view as Tidy would leave it: near where everybody was put, and nobody on another. */
export function tidiedLayoutFor(view: MapView): SpectrumLayout {
  let layout = layouts.get(view)
  if (!layout) {
    const standing = standingIn(view)
    layout = tidiedIn(view, standing, pieFor(standing, view.info.alliesSide), 'keep')
    layouts.set(view, layout)
  }
  return layout
}

/** The same for cards of any look in any half-pie that holds them. */
export function tidiedIn(
  view: MapView,
  standing: ReturnType<typeof standingIn>,
  pie: HalfPie,
  mode: TidyMode,
): SpectrumLayout {
  const places = tidy(standing, pie, mode)
  return {
    pie,
    cards: standing.map(({ key, placement, segment, shape }) => {
      const place = places.get(key) ?? placement
      return { key, ...worldPoint(place, pie), shape, segment, placement: place }
    }),
    unplaced: unplacedIn(view),
  }
}
