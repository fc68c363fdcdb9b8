import type { SegmentNames } from '../domain/records.ts'
import type { TableWords } from '../drawing/table/tableWords.ts'
import { formatNumber, language, t } from './i18n.ts'
import './parts/dialogs.ts'
import './parts/pictures.ts'
import { kindName, roleName, segmentNames } from './terms.ts'

const names = new Intl.Collator(language, { numeric: true })
const items = new Intl.ListFormat(language, { type: 'unit', style: 'short' })

/** The words of a table on paper; the map's own names of segments win. */
export const tableWords = (own: SegmentNames): TableWords => ({
  columns: {
    name: t('details.name'),
    influence: t('details.influence'),
    kind: t('details.kind'),
    sector: t('details.sector'),
    role: t('details.role'),
    offers: t('details.offers'),
    needs: t('details.needs'),
    tags: t('details.tags'),
    target: t('details.target'),
  },
  segments: segmentNames(own),
  notPlaced: t('tray.notPlaced'),
  influence: {
    high: t('influence.high'),
    medium: t('influence.medium'),
    low: t('influence.low'),
    unknown: t('influence.none'),
  },
  kinds: {
    person: kindName('person'),
    group: kindName('group'),
    organisation: kindName('organisation'),
    institution: kindName('institution'),
  },
  roles: {
    member: roleName('member'),
    prospect: roleName('prospect'),
    target: roleName('target'),
    other: roleName('other'),
  },
  hidden: t('pictures.table.hidden'),
  inPublic: (segment) => t('pictures.table.inPublic', { segment }),
  continued: (segment) => t('pictures.table.continued', { segment }),
  page: (page, of) => t('pictures.table.page', { page, of }),
  count: formatNumber,
  list: (list) => items.format(list),
  nobody: t('pictures.table.nobody'),
  compare: (a, b) => names.compare(a, b),
})
