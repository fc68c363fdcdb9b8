import { createStore, type StoreApi } from 'zustand/vanilla'
import type { MapDoc, SegmentIndex, StakeholderId } from '../domain/records.ts'
import type { CanvasView } from './viewSettings.ts'

/**
 * Whether a wall is there. `looking`: for the one that this window had before it was reloaded. `unanswered`: it was
 * opened, and nothing was heard of it.
 */
export type WallLink = 'closed' | 'looking' | 'opening' | 'unanswered' | 'open'

/** Who is in the light on the wall. */
export type InTheLight =
  | { readonly kind: 'stakeholder'; readonly id: StakeholderId }
  | { readonly kind: 'segment'; readonly segment: SegmentIndex }

/** `follow`: the wall comes as near as my own window is. `fixed`: it stays as near as it was when this was chosen. */
export type WallZoom = 'whole' | 'follow' | 'fixed'

/**
 * What the wall is compared with: a map, of which the gate says what the public may know, or, after a reload, where
 * the wall itself says that people stood then.
 */
export type Earlier =
  | { readonly doc: MapDoc; readonly at: Date }
  | {
      readonly when: string
      readonly segments: ReadonlyMap<StakeholderId, SegmentIndex | null>
    }

export interface Exposed {
  /** null: no such stakeholder is left. */
  readonly id: StakeholderId | null
  readonly name: string
}

/** What the wall shows of the open map, as chosen in this window. Never saved, never undone. */
export interface WallState {
  readonly link: WallLink
  /** The wall's random name; null = none was opened. */
  readonly name: string | null
  /** This map is on the wall. Otherwise an open wall is at rest until somebody puts the map on it. */
  readonly isOnWall: boolean
  /** This window itself is the wall. */
  readonly isPresenting: boolean
  readonly drawing: CanvasView | 'as mine'
  readonly isFrozen: boolean
  readonly isDark: boolean
  readonly spotlight: InTheLight | null
  readonly zoom: WallZoom
  /** Whom the wall has come near to; null = it shows the whole map. */
  readonly closeUp: readonly StakeholderId[] | null
  readonly compares: boolean
  readonly earlier: Earlier
  readonly showsTargets: boolean
  readonly showsTies: boolean
  /** Who is still on the frozen wall, and is not to be seen there any more; under the name that stands there. */
  readonly exposed: readonly Exposed[]
  /** The panel about the wall is folded to its heading. */
  readonly isFolded: boolean
}

export type WallStore = StoreApi<WallState>

/** People are looking at this map: this window is the wall, or one that it opened shows it. */
export const isSeen = ({
  isPresenting,
  isOnWall,
  link,
}: Pick<WallState, 'isPresenting' | 'isOnWall' | 'link'>): boolean =>
  isPresenting || (isOnWall && link !== 'closed')

/** No wall yet; it is compared with the moment at which the map was opened. */
export const createWall = (doc: MapDoc, at: Date): WallStore =>
  createStore<WallState>(() => ({
    link: 'closed',
    name: null,
    isOnWall: false,
    isPresenting: false,
    drawing: 'as mine',
    isFrozen: false,
    isDark: false,
    spotlight: null,
    zoom: 'whole',
    closeUp: null,
    compares: false,
    earlier: { doc, at },
    showsTargets: false,
    showsTies: false,
    exposed: [],
    isFolded: false,
  }))
