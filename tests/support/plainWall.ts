import type { WallChoices } from '../../src/wall/picture.ts'
import type { WallPicture } from '../../src/wall/protocol.ts'

/** The spectrum on the wall, with nothing chosen for it. */
export const PLAIN_WALL: WallChoices & Pick<WallPicture, 'places'> = {
  drawing: 'spectrum',
  powerAxes: 'stance across',
  targets: false,
  ties: false,
  places: null,
  spotlight: null,
  closeUp: null,
  earlier: null,
}
