import { useStore } from 'zustand'
import { t } from '../../i18n/i18n.ts'
import { useMapState } from '../../store/openMap.ts'
import { useServices } from '../services.ts'
import './saveStatus.css'

/** One line that never lies: "saved" is only said once the change is on the disk. */
export function SaveStatus() {
  const services = useServices()
  const save = useStore(services.save)
  const readOnly = useMapState((state) => state.readOnly)
  if (save.status === 'not saved') {
    return <span className="save-status save-failed">{t('save.not')}</span>
  }
  if (readOnly) return <span className="save-status">{t('save.following')}</span>
  return (
    <span className="save-status" role="status" data-widest={t('save.saved')}>
      {t(save.status === 'saved' ? 'save.saved' : 'save.saving')}
    </span>
  )
}
