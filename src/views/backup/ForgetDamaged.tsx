import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import '../../i18n/parts/backup.ts'

interface ForgetDamagedProps {
  onForget: () => void
  onClose: () => void
}

/** Asks before what could not be read is deleted. */
export const ForgetDamaged = ({ onForget, onClose }: ForgetDamagedProps) => (
  <Dialog
    title={t('damaged.forget.title')}
    onClose={onClose}
    actions={
      <>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button look="danger" onClick={onForget}>
          {t('damaged.forget.do')}
        </Button>
      </>
    }
  >
    <p>{t('damaged.forget.text')}</p>
  </Dialog>
)
