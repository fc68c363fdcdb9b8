import type { Audience, MapView } from '../../audience/view.ts'
import type { Rect } from '../halfPie.ts'
import { SIZES } from '../palette.ts'
import { boundsOf } from './networkBounds.ts'
import { dotsOf, type NetworkDot, type NetworkLook } from './networkDots.ts'
import type { NetworkPlaces } from './networkLayout.ts'
import { tiesOf, type NetworkTie } from './networkTies.ts'

/** The words that a network needs, in the user's language. */
export interface NetworkWords {
  /** Stands at an own tie that has no word of its own; empty = nothing does. */
  readonly ownTie: string
}

/** A network ready to be drawn, in world units (1 = 1 CSS px at zoom 1); y grows downwards. */
export interface NetworkScene {
  readonly kind: 'network'
  readonly audience: Audience
  /** In the view's order. */
  readonly dots: readonly NetworkDot[]
  /** In the view's order. */
  readonly ties: readonly NetworkTie[]
  /** All that is drawn, names included. */
  readonly bounds: Rect
}

const ON_MAP: NetworkLook = { look: 'map', room: null }

/**
 * The scene of a view on its network: who stands at these places, and the ties between them. Stakeholders without
 * a place are left out, with their ties. The same view, places and words give the same scene; a dot or tie that
 * looks as it did in the last scene keeps its object.
 */
export function buildNetworkScene(
  view: MapView,
  places: NetworkPlaces,
  words: NetworkWords,
  drawnAs: NetworkLook = ON_MAP,
): NetworkScene {
  const dots = dotsOf(view, places, drawnAs)
  const { tie, label } = SIZES.network
  const ties = tiesOf(view, dots, words, drawnAs.look === 'map' ? tie.font : label.font)
  return { kind: 'network', audience: view.audience, dots, ties, bounds: boundsOf(dots, ties) }
}
