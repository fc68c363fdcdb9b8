import { t } from '../i18n/i18n.ts'
import '../i18n/parts/dialogs.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { keepingFailureWords } from './keepingFailureWords.ts'
import type { KeepingFailure } from './services.ts'

/** Nobody leaves a map whose last changes can't be stored without knowing it. Closing the question stays. */
export default function NotStoredDialog({
  failure,
  onAgain,
  onStay,
  onLeave,
}: {
  failure: KeepingFailure
  onAgain: () => void
  onStay: () => void
  onLeave: () => void
}) {
  return (
    <Dialog
      title={t('leave.title')}
      onClose={onStay}
      actions={
        <>
          <Button look="danger" onClick={onLeave}>
            {t('leave.lose')}
          </Button>
          {failure !== 'conflict' && failure !== 'missing' && (
            <Button onClick={onAgain}>{t('save.retry')}</Button>
          )}
          <Button look="primary" onClick={onStay}>
            {t('leave.stay')}
          </Button>
        </>
      }
    >
      <p role="alert">{keepingFailureWords(failure)}</p>
      <p>{t('leave.text')}</p>
    </Dialog>
  )
}
