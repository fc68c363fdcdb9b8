import { useStore } from 'zustand'
import { t } from '../i18n/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { useServices } from './services.ts'
import './updateBar.css'

/** A newer build is offered, never forced. */
export function UpdateBar() {
  const services = useServices()
  const { state } = useStore(services.update)
  if (state === 'none') return null
  return (
    <div className="update-bar" role="status">
      <span>
        {t(
          state === 'ready'
            ? 'update.ready'
            : state === 'waiting'
              ? 'update.waiting'
              : 'update.done',
        )}
      </span>
      {state === 'ready' && <Button onClick={services.applyUpdate}>{t('update.reload')}</Button>}
    </div>
  )
}
