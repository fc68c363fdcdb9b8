import { useMemo, useState } from 'react'
import type { MapView, PublicChoices } from '../../audience/view.ts'
import type { NetworkPlaces } from '../../drawing/network/networkLayout.ts'
import type { PictureFrame } from '../../drawing/pictureFrame.ts'
import type { Scene } from '../../drawing/scene.ts'
import { useNetworkPlacesFor } from '../../editing/useNetworkPlaces.ts'
import { useDoc } from '../../store/openMap.ts'
import { useServices } from '../services.ts'
import {
  type ExportChoices,
  exportFrame,
  exportScene,
  exportView,
  showsTargets,
} from './exportModel.ts'

/** A drawing and all that stands around it. */
export interface Picture {
  readonly scene: Scene
  readonly frame: PictureFrame
}

interface Exported {
  /** Of the chosen audience, for files: with what they were chosen to tell. */
  readonly view: MapView
  /** Places of that view in the network; null while they are worked out, or as long as nobody wants them. */
  readonly places: NetworkPlaces | null
  /** null while it is worked out. */
  readonly picture: Picture | null
  /** The network could not be laid out on this device: there will be no picture of it. */
  readonly failed: boolean
}

/** What leaves the device with these choices; the preview shows the very picture that is saved. */
export function usePicture(
  choices: ExportChoices,
  tells: PublicChoices,
  wantsPlaces: boolean,
): Exported {
  const doc = useDoc()
  const services = useServices()
  const [now] = useState(() => services.now())
  const { audience, drawing, powerAxes, ties, targets } = choices
  const view = useMemo(() => exportView(doc, audience), [doc, audience])
  const nobody = useMemo(() => ({ ...view, stakeholders: [], relationships: [] }), [view])
  const needsPlaces = wantsPlaces || drawing === 'network'
  const found = useNetworkPlacesFor(needsPlaces ? view : nobody)
  const places = needsPlaces ? found.places : null
  const scene = useMemo(() => {
    const drawn = { drawing, powerAxes, ties, targets }
    const from = showsTargets(drawn) ? exportView(doc, audience, { targets: true }) : view
    return exportScene(from, drawn, places)
  }, [doc, audience, view, places, drawing, powerAxes, ties, targets])
  const picture = useMemo(
    () => scene && { scene, frame: exportFrame(doc, view, choices, now) },
    [scene, doc, view, choices, now],
  )
  const told = useMemo(() => exportView(doc, audience, tells), [doc, audience, tells])
  return { view: told, places, picture, failed: found.failed }
}
