import type { MapView } from '../audience/view.ts'
import type { SegmentIndex } from '../domain/records.ts'

/**
 * What console and wall say to each other, over one BroadcastChannel a wall. The wall is opened without an opener:
 * these messages are all that it ever gets, and each is made of the public view alone.
 */

/** Grows with every change of the messages; ends that differ reload the wall. */
export const WALL_PROTOCOL = 1

export type WallDrawing = 'spectrum' | 'network' | 'power'

/** Who is in the light; everybody else fades. `key` is one of the picture's own view. */
export type Spotlight =
  | { readonly kind: 'stakeholder'; readonly key: string }
  | { readonly kind: 'segment'; readonly segment: SegmentIndex }

/** Where those of the picture stood before, as the public was to see it then. */
export interface WallThen {
  /** When that was, written out for the reader. */
  readonly when: string
  /** By key of the picture's view: only those whom the public saw then; null = not placed then. */
  readonly segments: readonly (readonly [key: string, segment: SegmentIndex | null])[]
}

/** One state of the wall: all it needs to draw itself. */
export interface WallPicture {
  readonly view: MapView<'public'>
  readonly drawing: WallDrawing
  readonly powerAxes: 'stance across' | 'influence across'
  /** Arrows to target segments, as chosen for this wall; the view then has them. */
  readonly targets: boolean
  /** Ties on the spectrum. */
  readonly ties: boolean
  /** Where everybody of the view stands in the network, worked out from this view alone; null for other drawings. */
  readonly places: readonly (readonly [key: string, x: number, y: number])[] | null
  readonly spotlight: Spotlight | null
  /** Keys of those whom the picture is about, so that they fill it; null = the whole map. */
  readonly closeUp: readonly string[] | null
  readonly earlier: WallThen | null
}

/** What a wall shows: a picture, black, or the quiet paper that it has when no map is on it. */
export interface WallShown {
  readonly picture: WallPicture | null
  readonly dark: boolean
  /** The console is holding this picture while it goes on editing. The wall itself draws no difference. */
  readonly frozen: boolean
}

export type ToWall =
  | { readonly protocol: number; readonly kind: 'show'; readonly shown: WallShown }
  /** Is anybody there? Answered by `here`. */
  | { readonly protocol: number; readonly kind: 'call' }
  | { readonly protocol: number; readonly kind: 'close' }

/** `here`: after loading, when asked, and whenever its size changes. What it shows comes along, for a console that was reloaded. */
export type FromWall =
  | {
      readonly protocol: number
      readonly kind: 'here'
      /** In CSS px. */
      readonly width: number
      readonly height: number
      /** null: just loaded, nothing shown yet. */
      readonly shown: WallShown | null
    }
  | { readonly protocol: number; readonly kind: 'gone' }

export const wallChannelName = (wall: string): string => `allyscope-wall-${wall}`

/** The lock that a wall's console holds for as long as its page lives. */
export const wallLockName = (wall: string): string => `allyscope-wall-${wall}-guided`

/** The page's address carries nothing but the wall's random name. */
export const wallAddress = (wall: string): string => `wall.html#${wall}`
