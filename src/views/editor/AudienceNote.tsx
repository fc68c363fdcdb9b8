import { useSubject } from '../../editing/useSubject.ts'
import { t } from '../../i18n/i18n.ts'
import { useDoc } from '../../store/openMap.ts'
import { ConfidentialGlyph } from '../../ui/ConfidentialGlyph.tsx'
import './audienceNote.css'

/**
 * Says on the canvas itself who may see it: anybody, or, where the map has something to hide, the team alone. How
 * many are confidential is never said in public preview: the number itself would tell.
 */
export function AudienceNote() {
  return useSubject().view.audience === 'team' ? (
    <TeamNote />
  ) : (
    <p className="audience-note">{t('audience.note')}</p>
  )
}

function TeamNote() {
  let count = 0
  for (const { confidentiality } of useDoc().stakeholders.values()) {
    if (confidentiality.level === 'confidential') count++
  }
  if (count === 0) return null
  return (
    <p className="audience-note audience-team">
      <ConfidentialGlyph />
      {t('audience.confidential', { count })}
    </p>
  )
}
