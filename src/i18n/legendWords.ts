import type { SegmentNames } from '../domain/records.ts'
import type { LegendWords } from '../drawing/legendSigns.ts'
import { t } from './i18n.ts'
import './parts/dialogs.ts'
import './parts/network.ts'
import { segmentNames } from './terms.ts'
import { tieKindNames } from './tieTerms.ts'

/** The words of a picture's legend; the map's own names of segments win. */
export const legendWords = (names: SegmentNames): LegendWords => ({
  influence: t('legend.influence'),
  low: t('influence.low'),
  medium: t('influence.medium'),
  high: t('influence.high'),
  notSaid: t('influence.none'),
  target: t('legend.target'),
  confidential: t('legend.confidential'),
  segments: segmentNames(names),
  notPlaced: t('tray.notPlaced'),
  ties: {
    ...tieKindNames(),
    // Its word stands beside the tie itself.
    own: t('legend.ownTie'),
  },
  confidentialTie: t('legend.confidentialTie'),
})
