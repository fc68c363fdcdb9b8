import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/dialogs.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

interface DeleteForeverDialogProps {
  name: string
  onDelete: () => void
  onClose: () => void
}

/** The only step that cannot be undone asks first. */
export default function DeleteForeverDialog({ name, onDelete, onClose }: DeleteForeverDialogProps) {
  return (
    <Dialog
      title={t('bin.delete.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            look="danger"
            onClick={() => {
              onDelete()
              onClose()
            }}
          >
            {t('bin.delete')}
          </Button>
        </>
      }
    >
      <p>{t('bin.delete.text', { name })}</p>
    </Dialog>
  )
}
