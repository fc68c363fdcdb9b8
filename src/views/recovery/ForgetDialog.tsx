import { useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

interface ForgetDialogProps {
  title: string
  text: string
  action: string
  onForget: () => Promise<void>
  onClose: () => void
}

/** Asks once before copies are deleted for good. */
export function ForgetDialog({ title, text, action, onForget, onClose }: ForgetDialogProps) {
  const [busy, setBusy] = useState(false)
  const forget = async () => {
    setBusy(true)
    await onForget()
    onClose()
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button look="danger" disabled={busy} onClick={() => void forget()}>
            {action}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  )
}
