import type { MapField, StakeholderField } from '../../domain/compareMaps.ts'
import {
  type LocalClock,
  localDays,
  type PointReason,
  type RestorePoint,
} from '../../domain/restorePoints.ts'
import { formatDate, type MessageKey, t } from '../../i18n/i18n.ts'
import { formatTime } from '../../i18n/times.ts'
import '../../i18n/parts/dialogs.ts'
import '../../i18n/parts/points.ts'
import '../../i18n/parts/sharing.ts'

const REASONS = {
  named: 'points.reason.named',
  opened: 'points.reason.opened',
  'before import': 'points.reason.import',
  'before merge': 'points.reason.merge',
  'before restore': 'points.reason.restore',
  'before deleting': 'points.reason.deleting',
  'before seal': 'points.reason.seal',
  'before upgrade': 'points.reason.upgrade',
  'second copy': 'points.reason.copy',
} as const satisfies Record<PointReason, MessageKey>

/** What a copy is called: its name, or why it was taken. */
export const pointTitle = ({ reason, name }: RestorePoint): string => name || t(REASONS[reason])

/** "Today", "Yesterday" or the date, as heading over the copies of a day. */
export function dayWords({ now, timeZone }: LocalClock): (at: string) => string {
  const dayOf = localDays(timeZone)
  const today = dayOf(now) ?? 0
  return (at) => {
    const day = dayOf(new Date(at))
    if (day === today) return t('points.today')
    return day === today - 1 ? t('points.yesterday') : formatDate(new Date(at))
  }
}

/** "Today, 14:05" */
export const momentWords = ({ at }: RestorePoint, day: (at: string) => string): string =>
  t('points.moment', { day: day(at), time: formatTime(new Date(at)) })

const STAKEHOLDER_FIELDS = {
  name: 'csv.column.name',
  aliases: 'sharing.aliases',
  kind: 'csv.column.kind',
  placement: 'points.field.placement',
  influence: 'csv.column.influence',
  targetSegment: 'csv.column.target',
  role: 'csv.column.role',
  sector: 'csv.column.sector',
  offers: 'csv.column.offers',
  needs: 'csv.column.needs',
  tags: 'csv.column.tags',
  confidentiality: 'csv.column.confidentiality',
  description: 'csv.column.description',
  notes: 'csv.column.notes',
  contact: 'csv.column.contact',
  networkPosition: 'points.field.networkPosition',
  order: 'points.field.order',
} as const satisfies Record<StakeholderField, MessageKey>

export const stakeholderFieldName = (field: StakeholderField): string =>
  t(STAKEHOLDER_FIELDS[field])

const MAP_FIELDS = {
  name: 'newMap.issue',
  we: 'newMap.we',
  goal: 'settings.goal',
  alliesSide: 'points.field.alliesSide',
  segmentNames: 'settings.segments',
} as const satisfies Record<MapField, MessageKey>

export const mapFieldName = (field: MapField): string => t(MAP_FIELDS[field])
