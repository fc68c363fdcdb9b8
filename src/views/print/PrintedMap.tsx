import { useMemo } from 'react'
import { createPortal } from 'react-dom'
import { viewFor } from '../../audience/gate.ts'
import type { MapView } from '../../audience/view.ts'
import { MapSvg } from '../../drawing/MapSvg.tsx'
import { publicPlacesOf } from '../../editing/useNetworkPlaces.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { useDoc, useOpenMap } from '../../store/openMap.ts'
import { useServices } from '../services.ts'
import { printedPicture } from './printModel.ts'

const isPublic = (view: MapView): view is MapView<'public'> => view.audience === 'public'

/** The sheet itself, beside the app and not in it. */
export default function PrintedMap() {
  const doc = useDoc()
  const { settings } = useOpenMap()
  const services = useServices()
  const looked = useSubject().view
  const picture = useMemo(() => {
    // The very view that is looked at, when it is public: its network may have been worked out already.
    const view = isPublic(looked) ? looked : viewFor(doc, 'public')
    const places = publicPlacesOf(view)
    return printedPicture(doc, view, settings.getState(), places, services.now())
  }, [doc, looked, settings, services])
  return createPortal(
    <div className="print-sheet print-map">
      {picture && <MapSvg {...picture} idPrefix="print" />}
    </div>,
    document.body,
  )
}
