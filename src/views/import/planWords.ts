import type {
  NetworkPlan,
  OutsideName,
  PlanChange,
  PlanChangeCode,
  PlanFault,
  PlanFaultCode,
  PlanPlace,
} from '../../files/network/plan.ts'
import type { TakenFile } from '../../files/network/networkFiles.ts'
import { formatList, formatNumber, type MessageKey, t } from '../../i18n/i18n.ts'
import { tieKindName } from '../../i18n/tieTerms.ts'
import { formatName } from '../formatNames.ts'
import '../../i18n/parts/dialogs.ts'
import '../../i18n/parts/exchange.ts'

const FAULTS = {
  'unknown stakeholder': 'exchange.fault.unknownStakeholder',
  'ambiguous stakeholder': 'exchange.fault.ambiguousStakeholder',
  'self-tie': 'exchange.fault.selfTie',
  'duplicate id': 'exchange.fault.duplicateId',
  'duplicate name': 'exchange.fault.duplicateName',
  'duplicate tie': 'exchange.fault.duplicateTie',
  'empty name': 'exchange.fault.emptyName',
  'missing end': 'exchange.fault.missingEnd',
  'wrong value': 'exchange.fault.wrongValue',
  'too long': 'exchange.fault.tooLong',
  'too many': 'exchange.fault.tooMany',
  'too many cells': 'exchange.fault.tooManyCells',
  'too few cells': 'exchange.fault.tooFewCells',
  'unbalanced quote': 'exchange.fault.unbalancedQuote',
} as const satisfies Record<PlanFaultCode, MessageKey>

/** Why an element or a tie is skipped, and where it stands. */
export function faultWords({ place, code, field, value }: PlanFault): string {
  const reason = t(FAULTS[code], { field: field ?? t('exchange.field.text'), value })
  return t('exchange.fault', { place: placeWords(place), reason })
}

function placeWords(place: PlanPlace): string {
  const inside = 'line' in place ? t('exchange.place.line', { line: place.line }) : place.id
  return place.source === undefined
    ? inside
    : t('exchange.place.inSource', { source: place.source, place: inside })
}

const CHANGES = {
  'undirected as mutual': 'exchange.change.undirected',
  'id as name': 'exchange.change.idAsName',
  'value in notes': 'exchange.change.valueInNotes',
  'same name': 'exchange.change.sameName',
  nested: 'exchange.change.nested',
  'text as name': 'exchange.change.textAsName',
} as const satisfies Record<PlanChangeCode, MessageKey>

/** What is taken otherwise than it stands in the file. */
export function changeWords(change: PlanChange): string {
  const { count } = change
  if (change.code === 'strength in thirds') {
    const lowest = formatNumber(change.lowest)
    return t('exchange.change.strength', { count, lowest, highest: formatNumber(change.highest) })
  }
  if (change.code === 'tie kind') {
    const kind = tieKindName(change.kind)
    return t('exchange.change.tieKind', { count, value: change.value, kind })
  }
  return t(CHANGES[change.code], { count, value: change.value ?? '' })
}

/** What a file was taken for. */
export function fileWords({ name, holds }: TakenFile, { format }: NetworkPlan): string {
  // That format's own name says what it holds.
  const said = format === 'allyscope ties csv' ? 'both' : holds
  return t(`exchange.file.${said}`, { name, format: formatName(format) })
}

/** "12 stakeholders and 20 ties", or the one of them that there is. */
export function amountWords(stakeholders: number, ties: number): string {
  const parts = [
    ...(stakeholders > 0 || ties === 0 ? [t('count.stakeholders', { count: stakeholders })] : []),
    ...(ties > 0 ? [t('count.ties', { count: ties })] : []),
  ]
  return formatList(parts)
}

const NAMES_SHOWN = 8

/** The first names, and how many more there are. */
export function nameList(names: readonly string[], most = NAMES_SHOWN): string {
  const count = names.length - most
  return count > 0
    ? t('exchange.names.more', { names: names.slice(0, most).join(', '), count })
    : formatList(names)
}

/** Names that only ties have, and how many of them come in as confidential. */
export function unknownWords(unknown: readonly OutsideName[]): string {
  const names = nameList(unknown.map(({ name }) => name))
  const count = unknown.filter(({ isConfidential }) => isConfidential).length
  return count === 0 ? names : `${names}. ${t('exchange.outside.hidden', { count })}`
}
