import { useEffect } from 'react'
import { useStore } from 'zustand'
import { t } from '../../i18n/i18n.ts'
import { Boundary } from '../../ui/Boundary.tsx'
import { Button } from '../../ui/Button.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { useServices } from '../services.ts'

const WaysOut = onDemand(() => import('../backup/WaysOut.tsx'))

/** Said as loudly as can be: what is changed now is nowhere but on this screen. */
export function NotSavedBar() {
  const services = useServices()
  const save = useStore(services.save)
  useEffect(() => WaysOut.fetchAhead(), [])
  if (save.status !== 'not saved') return null
  const { code } = save
  return (
    <div className="read-only-bar not-saved-bar">
      <span role="alert">{t('save.failed', { reason: keepingFailureWords(code) })}</span>
      <Boundary>
        <WaysOut code={code} />
      </Boundary>
      {code !== 'conflict' && code !== 'missing' && code !== 'closed' && (
        <Button onClick={services.retrySaving}>{t('save.retry')}</Button>
      )}
    </div>
  )
}
