import type { MapView, PublicChoices } from '../../audience/view.ts'
import type { MapDoc } from '../../domain/records.ts'
import type { ExportChoices, Naming } from './choices.ts'
import { exportView } from './exportModel.ts'
import type { PageParts } from './pages.ts'
import { filteredView, namedView } from './shown.ts'

/** Views by what was chosen, so that a layout is worked out once for all that is drawn of it. */
const views = new WeakMap<MapDoc, Map<string, MapView>>()

/** Whom tables show, and how they are called: where pictures have dots, rows have numbers. */
export const listedView = (
  parts: Pick<PageParts, 'doc' | 'filter'>,
  choices: Pick<ExportChoices, 'audience' | 'filtered' | 'naming'>,
  told: Partial<PublicChoices>,
): MapView =>
  shownView(
    parts,
    { ...choices, naming: choices.naming === 'dots' ? 'numbers' : choices.naming },
    told,
  )

/** Whom pictures show, and how they are called. */
export function shownView(
  { doc, filter }: Pick<PageParts, 'doc' | 'filter'>,
  {
    audience,
    filtered,
    naming,
  }: Pick<ExportChoices, 'audience' | 'filtered'> & { readonly naming: Naming | 'numbers' },
  told: Partial<PublicChoices>,
): MapView {
  let ofDoc = views.get(doc)
  if (!ofDoc) views.set(doc, (ofDoc = new Map()))
  const key = JSON.stringify([audience, told, naming, filtered && filter])
  let view = ofDoc.get(key)
  if (!view) {
    const whole = exportView(doc, audience, told)
    const kept = filtered ? filteredView(whole, filter, exportView(doc, audience)) : whole
    // The team's view for the aliases in it; what mentions anybody hidden is not in a public view to begin with.
    view = naming === 'names' ? kept : namedView(kept, naming, exportView(doc, 'team'))
    ofDoc.set(key, view)
  }
  return view
}
