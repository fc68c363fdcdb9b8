import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import '../../i18n/parts/sealing.ts'

/**
 * Asks before the team view appears on a screen that showed the public preview from the start. It asks for every
 * map alike: being asked must not tell that there is something to hide.
 */
export default function TeamViewDialog({
  onShow,
  onClose,
}: {
  onShow: () => void
  onClose: () => void
}) {
  return (
    <Dialog
      title={t('teamView.title')}
      onClose={onClose}
      actions={
        <>
          <Button
            onClick={() => {
              onClose()
              onShow()
            }}
          >
            {t('teamView.show')}
          </Button>
          <Button look="primary" onClick={onClose}>
            {t('teamView.stay')}
          </Button>
        </>
      }
    >
      <p>{t('teamView.text')}</p>
    </Dialog>
  )
}
