import type { Secret } from '../../sealing/secrets.ts'
import { t } from '../../i18n/i18n.ts'
import { useServices } from '../services.ts'
import { BusyDialog } from './BusyDialog.tsx'
import { SecretFields } from './SecretFields.tsx'
import { unlockFailureWords } from './sealingWords.ts'
import { useSecret } from './useSecret.ts'
import '../../i18n/parts/sealing.ts'

interface UnsealDialogProps {
  hasRecoveryKey: boolean
  onDone: () => void
  onClose: () => void
}

/** Takes the seal off the open map; asks for the secret, because the map may just have been left open. */
export function UnsealDialog({ hasRecoveryKey, onDone, onClose }: UnsealDialogProps) {
  const { sealing } = useServices()
  const secret = useSecret()
  const unseal = async (typed: Secret) => {
    const result = await sealing.unseal(typed)
    if (result.ok) onDone()
    else secret.complain(unlockFailureWords(result.error, typed.kind))
    return null
  }
  return (
    <BusyDialog
      title={t('sealing.unseal.title')}
      action={t('sealing.unseal.do')}
      look="danger"
      isEmpty={secret.text.trim() === ''}
      said={secret.error}
      work={() => {
        const typed = secret.read()
        return typed && unseal(typed)
      }}
      onClose={onClose}
    >
      <p>{t('sealing.unseal.text')}</p>
      <SecretFields secret={secret} hasRecoveryKey={hasRecoveryKey} />
    </BusyDialog>
  )
}
