import { useSubject } from '../../editing/useSubject.ts'
import { t } from '../../i18n/i18n.ts'

/** Says on the canvas itself that this is what anybody may see; the team view needs no such note. */
export function AudienceNote() {
  if (useSubject().view.audience === 'team') return null
  return <p className="audience-note">{t('audience.note')}</p>
}
