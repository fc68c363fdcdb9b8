import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import type { KeepingFailure } from '../services.ts'
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
    <Dialog
      title={t('sealing.lock.failed')}
      onClose={onAgain}
      actions={
        <>
          <Button look="danger" onClick={onHide}>
            {t('sealing.hideNow')}
          </Button>
          <Button onClick={onShow}>{t('sealing.lock.show')}</Button>
          <Button look="primary" onClick={onAgain}>
            {t('sealing.lock.again')}
          </Button>
        </>
      }
    >
      <p role="alert">{t('sealing.lock.failed.text', { reason: keepingFailureWords(failure) })}</p>
    </Dialog>
  )
}
