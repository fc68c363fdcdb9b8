import type { MapView } from '../../audience/view.ts'
import type { MapDoc } from '../../domain/records.ts'
import type { NetworkPlaces } from '../../drawing/network/networkLayout.ts'
import type { PictureFrame } from '../../drawing/pictureFrame.ts'
import type { Scene } from '../../drawing/scene.ts'
import type { ViewSettings } from '../../store/viewSettings.ts'
import { exportFrame, exportScene } from '../export/exportModel.ts'

/** Wide enough for print; the sheet scales it to the paper. */
const WIDTH = 1920

/**
 * What goes on paper: the public picture of what is looked at, whoever looks at it. The network needs the places of
 * that view; without them the spectrum is printed, for paper can't wait.
 */
export function printedPicture(
  doc: MapDoc,
  view: MapView<'public'>,
  settings: Pick<ViewSettings, 'view' | 'powerAxes' | 'showTies'>,
  places: NetworkPlaces | null,
  now: Date,
): { readonly scene: Scene; readonly frame: PictureFrame } | null {
  const { powerAxes, showTies } = settings
  const drawing = settings.view === 'network' && !places ? 'spectrum' : settings.view
  const scene = exportScene(view, { drawing, powerAxes, ties: showTies, targets: false }, places)
  const { name: title, we: subtitle } = view.info
  const around = { title, subtitle, legend: true, date: true, width: WIDTH }
  return scene && { scene, frame: exportFrame(doc, view, around, now) }
}
