import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { type KeepingFailure, useServices } from '../services.ts'
import '../../i18n/parts/sealing.ts'

/** A map that can't be stored is not locked by itself: that would lose its last changes. */
export default function NotLockedDialog({
  failure,
  onClose,
}: {
  failure: KeepingFailure
  onClose: () => void
}) {
  const { sealing } = useServices()
  return (
    <Dialog
      title={t('sealing.lock.failed')}
      onClose={onClose}
      actions={
        <>
          <Button look="danger" onClick={sealing.panic}>
            {t('sealing.hideNow')}
          </Button>
          <Button look="primary" onClick={onClose}>
            {t('sealing.lock.stay')}
          </Button>
        </>
      }
    >
      <p role="alert">{t('sealing.lock.failed.text', { reason: keepingFailureWords(failure) })}</p>
    </Dialog>
  )
}
