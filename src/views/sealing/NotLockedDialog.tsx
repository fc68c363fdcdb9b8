import { type ReactNode, useId } from 'react'
import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import type { KeepingFailure } from '../services.ts'
import './sealing.css'
import '../../i18n/parts/sealing.ts'

/**
 * A map that can't be stored is neither locked by itself, which would lose its last changes, nor shown to whoever is
 * there now. Closing the question tries again.
 */
export default function NotLockedDialog({
  failure,
  onAgain,
  onShow,
  onHide,
}: {
  failure: KeepingFailure
  onAgain: () => void
  onShow: () => void
  onHide: () => void
}) {
  return (
    <Dialog title={t('sealing.lock.failed')} onClose={onAgain}>
      <p role="alert">{t('sealing.lock.failed.text', { reason: keepingFailureWords(failure) })}</p>
      <Way look="primary" does={t('sealing.lock.again.does')} onClick={onAgain}>
        {t('sealing.lock.again')}
      </Way>
      <Way look="plain" does={t('sealing.lock.show.does')} onClick={onShow}>
        {t('sealing.lock.show')}
      </Way>
      <Way look="danger" does={t('sealing.lock.lose.does')} onClick={onHide}>
        {t('sealing.lock.lose')}
      </Way>
    </Dialog>
  )
}

interface WayProps {
  look: 'primary' | 'plain' | 'danger'
  does: string
  onClick: () => void
  children: ReactNode
}

/** One of the ways out, with what it does: none of them is to be taken by guessing. */
function Way({ look, does, onClick, children }: WayProps) {
  const id = useId()
  return (
    <div className="not-locked-way">
      <Button look={look} onClick={onClick} aria-describedby={id}>
        {children}
      </Button>
      <p id={id} className="field-hint">
        {does}
      </p>
    </div>
  )
}
