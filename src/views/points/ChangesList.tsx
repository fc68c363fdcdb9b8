import type { ReactNode } from 'react'
import type { MapChanges, Move } from '../../domain/compareMaps.ts'
import type { SegmentNames, Stakeholder } from '../../domain/records.ts'
import { formatList, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/points.ts'
import { segmentName } from '../../i18n/terms.ts'
import { otherChanges, stakeholderHeadings } from './changesWords.ts'
import { stakeholderFieldName } from './pointWords.ts'

/** More than these of one sort nobody reads one by one. */
const MOST_SHOWN = 100

interface ChangesListProps {
  changes: MapChanges
  /** The map's own names of its segments. */
  names: SegmentNames
}

/** What has happened to the map since a copy was taken, stakeholder by stakeholder. */
export function ChangesList({ changes, names }: ChangesListProps) {
  const { added, removed, moved, edited } = changes
  const headings = stakeholderHeadings(changes)
  const others = otherChanges(changes)
  const place = (segment: Move['toSegment']) =>
    segment === null ? t('tray.notPlaced') : segmentName(segment, names)
  return (
    <section className="point-changes" aria-label={t('points.since')}>
      <h4>{t('points.since')}</h4>
      <Group title={headings.added} of={added}>
        {(one) => <Name of={one} />}
      </Group>
      <Group title={headings.removed} of={removed}>
        {(one) => <Name of={one} />}
      </Group>
      <Group title={headings.moved} of={moved}>
        {({ to, fromSegment, toSegment }) => (
          <>
            <Name of={to} />{' '}
            <span className="point-how">
              {t('points.move', { from: place(fromSegment), to: place(toSegment) })}
            </span>
          </>
        )}
      </Group>
      <Group title={headings.edited} of={edited}>
        {({ to, fields }) => (
          <>
            <Name of={to} />{' '}
            <span className="point-how">{formatList(fields.map(stakeholderFieldName))}</span>
          </>
        )}
      </Group>
      <Group title={t('points.others')} of={others}>
        {(line) => line}
      </Group>
    </section>
  )
}

const Name = ({ of }: { of: Stakeholder }) => <bdi className="point-name">{of.name}</bdi>

interface GroupProps<T> {
  title: string | null
  of: readonly T[]
  children: (one: T) => ReactNode
}

function Group<T>({ title, of, children }: GroupProps<T>) {
  if (of.length === 0) return null
  return (
    <div>
      <h5>{title}</h5>
      <ul>
        {of.slice(0, MOST_SHOWN).map((one, at) => (
          // Nothing is put in between: the whole list is made anew.
          // eslint-disable-next-line react/no-array-index-key
          <li key={at}>{children(one)}</li>
        ))}
      </ul>
      {of.length > MOST_SHOWN && (
        <p className="field-hint">{t('points.more', { count: of.length - MOST_SHOWN })}</p>
      )}
    </div>
  )
}
