import type { MapDoc } from '../../domain/records.ts'
import type { NetworkPlaces } from '../../drawing/network/networkLayout.ts'
import type { ViewSettings } from '../../store/viewSettings.ts'
import { choicesFrom } from '../export/choices.ts'
import { namedPictures } from '../export/pageFiles.ts'
import { pagesOf } from '../export/pages.ts'
import { NOTHING_CHOSEN } from '../../audience/policy.ts'
import type { PaperPages } from './askedPages.ts'

/**
 * What the browser's own command puts on paper: the public picture of what is looked at, whoever looks at it, on the
 * paper chosen in the export dialog. The network needs the places of the public view; without them the spectrum is
 * printed, for paper can't wait.
 */
export function printedPages(
  doc: MapDoc,
  settings: ViewSettings,
  places: NetworkPlaces | null,
  now: Date,
): PaperPages {
  const looked = settings.view === 'network' && !places ? 'spectrum' : settings.view
  const choices = {
    ...choicesFrom(settings),
    audience: 'public',
    subjects: [looked],
    targets: false,
  } as const
  const parts = { doc, filter: settings.filter, places, now, tells: NOTHING_CHOSEN }
  const { sheet, orientation } = choices
  const pictures = namedPictures(pagesOf(parts, choices))
  return { pictures, sheet, orientation }
}
