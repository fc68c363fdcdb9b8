import type { MapView } from '../../audience/view.ts'
import { SEGMENTS, segmentOf } from '../../domain/spectrum.ts'
import { formatNumber, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/sharing.ts'
import { segmentName } from '../../i18n/terms.ts'

/** Everybody whom the public sees, where the public sees them. May be shown to anybody. */
export function VisibleList({ view }: { view: MapView<'public'> }) {
  const { info, stakeholders, relationships } = view
  const groups = [
    ...SEGMENTS.map((segment) => ({
      title: segmentName(segment, info.segmentNames),
      people: stakeholders.filter(
        ({ placement }) => placement && segmentOf(placement.stance) === segment,
      ),
    })),
    {
      title: t('tray.notPlaced'),
      people: stakeholders.filter(({ placement }) => placement === null),
    },
  ]
  const texts = [info.name, info.we, info.goal, ...info.segmentNames, ...view.sectors].filter(
    (text) => text?.trim(),
  )
  return (
    <section className="review-part" aria-label={t('sharing.visible')}>
      <h3>
        {t('sharing.visible')} <span className="count">{formatNumber(stakeholders.length)}</span>
      </h3>
      {stakeholders.length === 0 && <p>{t('sharing.visible.nobody')}</p>}
      {groups.map(
        ({ title, people }) =>
          people.length > 0 && (
            <section key={title} className="review-group" aria-label={title}>
              <h4>
                <bdi>{title}</bdi> <span className="count">{formatNumber(people.length)}</span>
              </h4>
              <ul className="review-names">
                {people.map(({ key, name }) => (
                  <li key={key}>
                    <bdi>{name}</bdi>
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
      {texts.length > 0 && (
        <section className="review-group" aria-label={t('sharing.visible.texts')}>
          <h4>{t('sharing.visible.texts')}</h4>
          <ul className="review-names">
            {[...new Set(texts)].map((text) => (
              <li key={text}>
                <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="review-hint">{t('sharing.visible.ties', { count: relationships.length })}</p>
    </section>
  )
}
