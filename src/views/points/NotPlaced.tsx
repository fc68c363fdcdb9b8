import type { MapDoc } from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/points.ts'

/** So few are shown without being asked for. */
const FEW = 12
/** More names than these nobody reads one by one. */
const MOST_SHOWN = 100

/** Who was on the map and had no place on the spectrum: the picture has nobody of them. */
export function NotPlaced({ doc }: { doc: MapDoc }) {
  const people = [...doc.stakeholders.values()]
    .filter(({ placement }) => placement === null)
    .toSorted((a, b) => a.order - b.order)
  if (people.length === 0) return null
  const more = people.length - MOST_SHOWN
  return (
    <details className="point-not-placed" open={people.length <= FEW}>
      <summary>{t('points.notPlaced', { count: people.length })}</summary>
      <ul aria-label={t('tray.notPlaced')}>
        {people.slice(0, MOST_SHOWN).map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="field-hint">{t('points.more', { count: more })}</p>}
    </details>
  )
}
