import type { MapView } from '../audience/view.ts'
import type { NetworkPlaces } from '../drawing/network/networkLayout.ts'
import type { WallPicture } from './protocol.ts'

/** What was chosen for the wall, in the words of the public view: its keys, never the records behind them. */
export type WallChoices = Pick<
  WallPicture,
  'drawing' | 'powerAxes' | 'targets' | 'ties' | 'spotlight' | 'closeUp' | 'earlier'
>

/**
 * The picture of a public view on the wall; the only maker of what is sent there. Choices about somebody whom the
 * view does not have are dropped. null as long as a network has no places.
 */
export function wallPictureOf(
  view: MapView<'public'>,
  places: NetworkPlaces | null,
  choices: WallChoices,
): WallPicture | null {
  const isNetwork = choices.drawing === 'network'
  if (isNetwork && !places) return null
  const keys = new Set(view.stakeholders.map(({ key }) => key))
  const { spotlight, earlier } = choices
  const closeUp = choices.closeUp?.filter((key) => keys.has(key)) ?? []
  return {
    view,
    drawing: choices.drawing,
    powerAxes: choices.powerAxes,
    targets: choices.targets,
    ties: choices.ties,
    places: isNetwork ? placesOf(view, places) : null,
    spotlight: spotlight?.kind === 'stakeholder' && !keys.has(spotlight.key) ? null : spotlight,
    closeUp: closeUp.length > 0 ? closeUp : null,
    earlier: earlier && {
      when: earlier.when,
      segments: earlier.segments.filter(([key]) => keys.has(key)),
    },
  }
}

/** In the view's order, which does not depend on how the places came about. */
const placesOf = (view: MapView<'public'>, places: NetworkPlaces | null): WallPicture['places'] =>
  view.stakeholders.flatMap(({ key }) => {
    const place = places?.get(key)
    return place ? [[key, place.x, place.y] as const] : []
  })
