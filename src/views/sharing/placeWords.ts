import type { TextPlace } from '../../audience/review.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/sharing.ts'

/** Where a text stands, for people: "Description of Nurses' union". */
export function placeWords(place: TextPlace): string {
  switch (place.kind) {
    case 'map name':
      return t('sharing.place.mapName')
    case 'we':
      return t('sharing.place.we')
    case 'goal':
      return t('sharing.place.goal')
    case 'segment':
      return t('sharing.place.segment', { segment: t(`segment.${place.segment}`) })
    case 'sector':
      return t('sharing.place.sector')
    case 'resource':
      return t('sharing.place.resource')
    case 'tag':
      return t('sharing.place.tag', { name: place.of })
    case 'description':
      return t('sharing.place.description', { name: place.of })
    case 'tie':
      return t('sharing.place.tie', { from: place.from, to: place.to })
  }
}
