import { useMemo } from 'react'
import { createPortal } from 'react-dom'
import { viewFor } from '../../audience/gate.ts'
import type { MapView } from '../../audience/view.ts'
import { PictureSvg } from '../../drawing/PictureSvg.tsx'
import { mayStand } from '../../drawing/sheet.ts'
import { publicPlacesOf } from '../../editing/useNetworkPlaces.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { useDoc, useOpenMap } from '../../store/openMap.ts'
import { useServices } from '../services.ts'
import { askedPages, type PaperPages } from './askedPages.ts'
import { printedPages } from './printModel.ts'

const isPublic = (view: MapView): view is MapView<'public'> => view.audience === 'public'

/** The sheets themselves, beside the app and not in it. */
export default function PrintedMap() {
  const doc = useDoc()
  const { settings } = useOpenMap()
  const services = useServices()
  const looked = useSubject().view
  const pages = useMemo(() => {
    const asked = askedPages(doc)
    if (asked) return asked
    // The very view that is looked at, when it is public: its network may have been worked out already.
    const view = isPublic(looked) ? looked : viewFor(doc, 'public')
    return printedPages(doc, settings.getState(), publicPlacesOf(view), services.now())
  }, [doc, looked, settings, services])
  return createPortal(
    <div className={`print-sheet ${pageClass(pages)}`}>
      {pages.pictures.map(({ name, picture }) => (
        <div key={name} className="print-page">
          <PictureSvg picture={picture} idPrefix={`print-${name}`} />
        </div>
      ))}
    </div>,
    document.body,
  )
}

/** Slides have no paper of their own: they lie on whatever is in the printer. */
const pageClass = ({ sheet, orientation }: PaperPages): string =>
  mayStand(sheet) ? `print-${sheet}-${orientation}` : 'print-slide'
