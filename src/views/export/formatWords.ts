import type { SegmentIndex, SegmentNames } from '../../domain/records.ts'
import type { NetworkFormatId } from '../../files/network/plan.ts'
import type { FormatWords } from '../../files/network/writer.ts'
import { type MessageKey, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/exchange.ts'
import { segmentName } from '../../i18n/terms.ts'
import { tieKindNames } from '../../i18n/tieTerms.ts'

/** The words for people in files of other tools; the map's own names of segments win. */
export function formatWords(names: SegmentNames): FormatWords {
  const name = (segment: SegmentIndex) => segmentName(segment, names)
  return {
    segments: [name(0), name(1), name(2), name(3), name(4)],
    notPlaced: t('tray.notPlaced'),
    ties: tieKindNames(),
  }
}

/** What each format keeps; those that are only read have nothing to say. */
const HINTS: Readonly<Partial<Record<NetworkFormatId, MessageKey>>> = {
  'kumu csv': 'format.kumuCsv.hint',
  'kumu xlsx': 'format.kumuXlsx.hint',
  'kumu json': 'format.kumuJson.hint',
  'gephi csv': 'format.gephiCsv.hint',
  gexf: 'format.gexf.hint',
  graphml: 'format.graphml.hint',
  'json canvas': 'format.jsonCanvas.hint',
}

export function formatHint(format: NetworkFormatId): string {
  const key = HINTS[format]
  return key ? t(key) : ''
}
