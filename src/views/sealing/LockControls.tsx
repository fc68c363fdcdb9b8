import { EyeOff, LockKeyhole } from 'lucide-react'
import { t } from '../../i18n/i18n.ts'
import { IconButton } from '../../ui/Button.tsx'
import { useServices } from '../services.ts'
import './sealing.css'
import '../../i18n/parts/sealing.ts'

/** Locks a sealed map: with everything stored, or at once. */
export default function LockControls() {
  const { sealing } = useServices()
  return (
    <div className="lock-controls">
      <IconButton
        label={t('sealing.lock')}
        title={t('sealing.lock.title')}
        onClick={() => void sealing.lock()}
      >
        <LockKeyhole aria-hidden />
      </IconButton>
      <IconButton label={t('sealing.hideNow')} title={t('sealing.hide')} onClick={sealing.panic}>
        <EyeOff aria-hidden />
      </IconButton>
    </div>
  )
}
