import type { NetworkFormatId } from '../files/network/plan.ts'
import { type MessageKey, t } from '../i18n/i18n.ts'
import '../i18n/parts/exchange.ts'

const NAMES = {
  'kumu csv': 'format.kumuCsv',
  'kumu xlsx': 'format.kumuXlsx',
  'kumu json': 'format.kumuJson',
  'gephi csv': 'format.gephiCsv',
  gexf: 'format.gexf',
  graphml: 'format.graphml',
  oligrapher: 'format.oligrapher',
  'json canvas': 'format.jsonCanvas',
  'allyscope ties csv': 'format.allyscopeTies',
} as const satisfies Record<NetworkFormatId, MessageKey>

/** A format of other tools as people know it. */
export const formatName = (format: NetworkFormatId): string => t(NAMES[format])
