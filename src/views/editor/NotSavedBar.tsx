import { useStore } from 'zustand'
import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { useServices } from '../services.ts'

/** Said as loudly as can be: what is changed now is nowhere but on this screen. */
export function NotSavedBar() {
  const services = useServices()
  const save = useStore(services.save)
  if (save.status !== 'not saved') return null
  return (
    <div className="read-only-bar not-saved-bar" role="alert">
      <span>{t('save.failed', { reason: keepingFailureWords(save.code) })}</span>
      {save.code !== 'conflict' && (
        <Button onClick={services.retrySaving}>{t('save.retry')}</Button>
      )}
    </div>
  )
}
