import type { HandoutPicture } from './handouts/handouts.ts'
import type { PictureFrame } from './pictureFrame.ts'
import type { Scene } from './scene.ts'
import type { TablePicture } from './table/tablePages.ts'

/** A drawing of the map, and all that stands around it. */
export interface MapPicture {
  readonly kind: 'map'
  readonly scene: Scene
  readonly frame: PictureFrame
}

/** One page of whatever leaves the device as a picture. */
export type Picture = MapPicture | TablePicture | HandoutPicture
