import type { DecodedImport } from '../../domain/imported.ts'
import { t } from '../../i18n/i18n.ts'
import { kindName } from '../../i18n/terms.ts'
import { Button } from '../../ui/Button.tsx'
import '../../i18n/parts/teaching.ts'

const SHOWN = 6

interface TeachingPreviewProps {
  copy: DecodedImport
  onOthers: () => void
}

/** The first invented names; nothing of the map itself stands beside them, so that it may be looked at by others. */
export function TeachingPreview({ copy, onOthers }: TeachingPreviewProps) {
  const { map, stakeholders } = copy
  const more = stakeholders.length - SHOWN
  return (
    <section className="teaching-preview" aria-label={t('teaching.preview')}>
      <div className="teaching-head">
        <h3>{t('teaching.preview')}</h3>
        <Button onClick={onOthers}>{t('teaching.others')}</Button>
      </div>
      <div aria-live="polite">
        <p className="teaching-map">
          <bdi>{map.name}</bdi>
        </p>
        {stakeholders.length === 0 && <p className="field-hint">{t('teaching.nobody')}</p>}
        <ul>
          {stakeholders.slice(0, SHOWN).map(({ id, name, kind }) => (
            <li key={id}>
              <bdi>{name}</bdi> <span className="teaching-kind">{kindName(kind)}</span>
            </li>
          ))}
        </ul>
        {more > 0 && <p className="teaching-kind">{t('teaching.more', { count: more })}</p>}
      </div>
    </section>
  )
}
