import { useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useServices } from '../services.ts'
import { SecretFields } from './SecretFields.tsx'
import { unlockFailureWords } from './sealingWords.ts'
import { useSecret } from './useSecret.ts'
import '../../i18n/parts/sealing.ts'

/** Takes the seal off the open map; asks for the secret, because the map may just have been left open. */
export function UnsealDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { sealing } = useServices()
  const secret = useSecret()
  const [busy, setBusy] = useState(false)
  const unseal = async () => {
    const typed = secret.read()
    if (!typed) return
    setBusy(true)
    const result = await sealing.unseal(typed)
    setBusy(false)
    if (result.ok) onDone()
    else secret.complain(unlockFailureWords(result.error, typed.kind))
  }
  return (
    <Dialog
      title={t('sealing.unseal.title')}
      onClose={() => busy || onClose()}
      actions={
        <>
          <Button disabled={busy} onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button
            look="danger"
            type="submit"
            form="unseal-form"
            disabled={busy || secret.text.trim() === ''}
          >
            {t('sealing.unseal.do')}
          </Button>
        </>
      }
    >
      <form
        id="unseal-form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void unseal()
        }}
      >
        <fieldset className="seal-form" disabled={busy}>
          <p>{t('sealing.unseal.text')}</p>
          <SecretFields secret={secret} />
        </fieldset>
      </form>
      <div role="status">{busy && <p className="seal-busy">{t('sealing.busy')}</p>}</div>
    </Dialog>
  )
}
