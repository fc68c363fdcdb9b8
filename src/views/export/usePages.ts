import { useDeferredValue, useMemo, useState } from 'react'
import type { MapView, PublicChoices } from '../../audience/view.ts'
import type { NetworkPlaces } from '../../drawing/network/networkLayout.ts'
import { useNetworkPlacesFor } from '../../editing/useNetworkPlaces.ts'
import { useDoc, useViewSettings } from '../../store/openMap.ts'
import { useServices } from '../services.ts'
import type { ExportChoices } from './choices.ts'
import { exportView } from './exportModel.ts'
import { type PageParts, pagesOf, type SubjectPages } from './pages.ts'
import { shownView } from './shownView.ts'

interface Exported {
  /** Of the chosen audience, for files: with what they were chosen to tell. */
  readonly view: MapView
  /** Places of that view in the network; null while they are worked out, or as long as nobody wants them. */
  readonly places: NetworkPlaces | null
  readonly parts: PageParts
  /** What is shown: all of it follows a moment later, so that typing a title stays quick. */
  readonly shown: {
    readonly choices: ExportChoices
    readonly pages: readonly SubjectPages[]
  }
  /** Whom pages show, as they call them. */
  readonly called: MapView
  /** Stakeholders that are shown, of all there are. */
  readonly counts: { readonly shown: number; readonly all: number }
  /** The network could not be laid out on this device: there will be no picture of it. */
  readonly failed: boolean
}

/** What leaves the device with these choices; the preview shows the very pages that are saved. */
export function usePages(
  choices: ExportChoices,
  tells: PublicChoices,
  wantsPlaces: boolean,
): Exported {
  const doc = useDoc()
  const services = useServices()
  const [now] = useState(() => services.now())
  const filter = useViewSettings((state) => state.filter)
  const { audience, subjects } = choices
  const view = useMemo(() => exportView(doc, audience), [doc, audience])
  const nobody = useMemo(() => ({ ...view, stakeholders: [], relationships: [] }), [view])
  const needsPlaces = wantsPlaces || subjects.includes('network')
  const found = useNetworkPlacesFor(needsPlaces ? view : nobody)
  const places = needsPlaces ? found.places : null
  const parts = useMemo(
    () => ({ doc, filter, places, now, tells }),
    [doc, filter, places, now, tells],
  )
  const asked = useMemo(() => ({ parts, choices }), [parts, choices])
  // One value: pages of one audience are never drawn with the places of another.
  const drawn = useDeferredValue(asked)
  const shown = useMemo(
    () => ({ choices: drawn.choices, pages: pagesOf(drawn.parts, drawn.choices) }),
    [drawn],
  )
  const told = useMemo(() => exportView(doc, audience, tells), [doc, audience, tells])
  const called = shownView(parts, choices, {})
  const counts = { shown: called.stakeholders.length, all: view.stakeholders.length }
  return { view: told, called, places, parts, shown, counts, failed: found.failed }
}
