import { useStore } from 'zustand'
import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { useServices } from '../services.ts'
import '../../i18n/parts/backup.ts'

/** Another tab writes this map; this one follows until it is asked to take over. */
export function ReadOnlyBar() {
  const services = useServices()
  const { role } = useStore(services.tab)
  const { status } = useStore(services.save)
  // There may be nobody to follow any more; NotSavedBar says so.
  if (status === 'not saved' || (role !== 'follower' && role !== 'taking over')) return null
  return (
    <div className="read-only-bar" role="status">
      <span>{t('tab.follower')}</span>
      <Button look="primary" disabled={role === 'taking over'} onClick={services.takeOver}>
        {t('tab.editHere')}
      </Button>
    </div>
  )
}
