import { useStore } from 'zustand'
import { t } from '../../i18n/i18n.ts'
import { useMapState } from '../../store/openMap.ts'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { useServices } from '../services.ts'
import './saveStatus.css'

/** One line that never lies: "saved" is only said once the change is on the disk. */
export function SaveStatus() {
  const services = useServices()
  const save = useStore(services.save)
  const readOnly = useMapState((state) => state.readOnly)
  if (save.status === 'not saved') {
    return (
      <span className="save-status save-failed" role="alert">
        {t('save.failed', { reason: keepingFailureWords(save.code) })}{' '}
        {save.code !== 'conflict' && (
          <button type="button" className="link-button" onClick={services.retrySaving}>
            {t('save.retry')}
          </button>
        )}
      </span>
    )
  }
  if (readOnly) return <span className="save-status">{t('save.following')}</span>
  return (
    <span className="save-status" role="status" data-widest={t('save.saved')}>
      {t(save.status === 'saved' ? 'save.saved' : 'save.saving')}
    </span>
  )
}
