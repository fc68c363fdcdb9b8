import type { MapFacts } from '../../domain/merge/mapRules.ts'
import { SEGMENT_OF } from '../../domain/merge/mapRules.ts'
import type { StakeholderFacts, StakeholderField } from '../../domain/merge/stakeholderRules.ts'
import type { TieFacts } from '../../domain/merge/tieRules.ts'
import { influenceLevel } from '../../domain/influence.ts'
import { foldName } from '../../domain/names.ts'
import type { Confidentiality, SegmentNames } from '../../domain/records.ts'
import { segmentOf } from '../../domain/spectrum.ts'
import { type MessageKey, t } from '../../i18n/i18n.ts'
import { kindName, roleName, segmentName } from '../../i18n/terms.ts'
import { asWritten, isolated } from '../../i18n/direction.ts'
import { strengthName, tieSentence } from '../../i18n/tieTerms.ts'
import '../../i18n/parts/dialogs.ts'
import '../../i18n/parts/merge.ts'
import '../../i18n/parts/network.ts'
import '../../i18n/parts/sharing.ts'

/** What a field says, to be shown: one text, or words one by one; null = nothing. */
export type Said = string | readonly string[] | null

const FIELD_KEYS = {
  name: 'details.name',
  confidentiality: 'details.confidentiality',
  placement: 'details.stance',
  targetSegment: 'details.target',
  influence: 'details.influence',
  role: 'details.role',
  kind: 'details.kind',
  sector: 'details.sector',
  offers: 'details.offers',
  needs: 'details.needs',
  tags: 'details.tags',
  description: 'details.description',
  notes: 'details.notes',
  contact: 'details.contact',
  aliases: 'sharing.aliases',
} as const satisfies Record<StakeholderField, MessageKey>

export const fieldName = (field: StakeholderField): string => t(FIELD_KEYS[field])

/** What a text of somebody's says; null = nothing. */
export const textSaid = (text: string | null): string | null => asWritten(text ?? '').trim() || null

/** What is said of a stakeholder in a field. */
export function fieldSaid(
  field: StakeholderField,
  facts: StakeholderFacts,
  names: SegmentNames,
): Said {
  switch (field) {
    case 'name':
    case 'sector':
    case 'description':
    case 'notes':
    case 'contact':
      return textSaid(facts[field])
    case 'offers':
    case 'needs':
    case 'tags':
    case 'aliases':
      return facts[field].length === 0 ? null : facts[field].map(asWritten)
    case 'confidentiality':
      return confidentialityWords(facts.confidentiality, names)
    case 'placement':
      return facts.placement === null
        ? t('tray.notPlaced')
        : segmentName(segmentOf(facts.placement.stance), names)
    case 'targetSegment':
      return facts.targetSegment === null
        ? t('details.target.none')
        : segmentName(facts.targetSegment, names)
    case 'influence':
      return facts.influence === null
        ? t('influence.none')
        : t(`influence.${influenceLevel(facts.influence)}`)
    case 'role':
      return roleName(facts.role)
    case 'kind':
      return kindName(facts.kind)
  }
}

function confidentialityWords(value: Confidentiality, names: SegmentNames): string {
  if (value.level === 'public') return t('confidentiality.public')
  if (value.publicStance === null) return t('confidentiality.hidden')
  const segment = segmentName(segmentOf(value.publicStance), names)
  return t('merge.shownAt', { how: t('confidentiality.shown'), segment })
}

const MAP_KEYS = {
  name: 'newMap.issue',
  we: 'newMap.we',
  goal: 'settings.goal',
  alliesSide: 'settings.alliesSide',
} as const satisfies Partial<Record<keyof MapFacts, MessageKey>>

export const mapFieldName = (field: keyof MapFacts): string => {
  const segment = SEGMENT_OF[field]
  if (segment !== null) return t('merge.segment', { segment: t(`segment.${segment}`) })
  return isPlainFact(field) ? t(MAP_KEYS[field]) : field
}

const isPlainFact = (field: keyof MapFacts): field is keyof typeof MAP_KEYS =>
  Object.hasOwn(MAP_KEYS, field)

/** What is said of the map itself. A segment without a name of its own has the usual one. */
export function mapSaid(field: keyof MapFacts, facts: MapFacts): Said {
  if (field === 'alliesSide') return t(`settings.${facts.alliesSide}`)
  const segment = SEGMENT_OF[field]
  return textSaid(facts[field]) ?? (segment === null ? null : t(`segment.${segment}`))
}

export const tieFieldName = (field: keyof TieFacts): string => t(TIE_KEYS[field])

const TIE_KEYS = {
  says: 'tie.title',
  strength: 'tie.strength',
  confidentiality: 'details.confidentiality',
  notes: 'tie.notes',
} as const satisfies Record<keyof TieFacts, MessageKey>

export type NameOfEnd = (end: string) => string

export const tieWords = ({ says }: TieFacts, nameOf: NameOfEnd): string =>
  tieSentence(says, isolated(nameOf(says.from)), isolated(nameOf(says.to)))

export function tieSaid(field: keyof TieFacts, facts: TieFacts, nameOf: NameOfEnd): Said {
  switch (field) {
    case 'says':
      return tieWords(facts, nameOf)
    case 'strength':
      return strengthName(facts.strength)
    case 'confidentiality':
      return t(facts.confidentiality === 'public' ? 'confidentiality.public' : 'tie.confidential')
    case 'notes':
      return textSaid(facts.notes)
  }
}

/** Whether the other side does not have a word. */
export const isOnlyIn = (word: string, other: Said): boolean =>
  !Array.isArray(other) || !other.some((one: string) => foldName(one) === foldName(word))

/** What does not fit into four lines, about. */
const MOST_CHARACTERS = 180
const MOST_LINES = 4

export const isLongText = (said: Said): boolean =>
  typeof said === 'string' &&
  (said.length > MOST_CHARACTERS || said.split('\n').length > MOST_LINES)
