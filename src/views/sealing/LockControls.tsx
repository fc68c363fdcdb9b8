import { EyeOff, LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import { IconButton } from '../../ui/Button.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import { type KeepingFailure, useServices } from '../services.ts'
import './sealing.css'
import '../../i18n/parts/sealing.ts'

const NotLockedDialog = onDemand(() => import('./NotLockedDialog.tsx'))

/** Locks a sealed map: with everything stored, or at once. */
export default function LockControls() {
  const { sealing } = useServices()
  const [failure, setFailure] = useState<KeepingFailure | null>(null)
  const lock = async () => {
    const locked = await sealing.lock()
    if (!locked.ok) setFailure(locked.error)
  }
  return (
    <div className="lock-controls">
      <IconButton
        label={t('sealing.lock')}
        title={t('sealing.lock.title')}
        onClick={() => void lock()}
      >
        <LockKeyhole aria-hidden />
      </IconButton>
      <IconButton label={t('sealing.hideNow')} title={t('sealing.hide')} onClick={sealing.panic}>
        <EyeOff aria-hidden />
      </IconButton>
      {failure && <NotLockedDialog failure={failure} onClose={() => setFailure(null)} />}
    </div>
  )
}
