import type { SealOptions, Secret } from '../../sealing/secrets.ts'
import { t } from '../../i18n/i18n.ts'
import { useServices } from '../services.ts'
import { SealDialog } from './SealDialog.tsx'
import { SecretFields } from './SecretFields.tsx'
import { unlockFailureWords } from './sealingWords.ts'
import { useSecret } from './useSecret.ts'
import '../../i18n/parts/sealing.ts'

interface ChangePassphraseDialogProps {
  hasRecoveryKey: boolean
  onChanged: () => void
  onClose: () => void
}

/** The passphrase so far, or the recovery key, and a new one. */
export function ChangePassphraseDialog(props: ChangePassphraseDialogProps) {
  const { hasRecoveryKey } = props
  const { sealing } = useServices()
  const secret = useSecret()
  const change = async (typed: Secret, options: SealOptions) => {
    const changed = await sealing.changePassphrase(typed, options)
    if (!changed.ok && changed.error === 'wrong secret')
      secret.complain(unlockFailureWords(changed.error, typed.kind))
    return changed
  }
  return (
    <SealDialog
      title={t('sealing.change.title')}
      action={t('sealing.change.do')}
      said={secret.error}
      caution={t('sealing.change.caution')}
      {...(hasRecoveryKey ? { recoveryHint: t('sealing.change.recoveryHint') } : {})}
      withRecoveryKey={hasRecoveryKey}
      onSeal={(options) => {
        const typed = secret.read()
        return typed && change(typed, options)
      }}
      onSealed={props.onChanged}
      onClose={props.onClose}
    >
      <SecretFields
        secret={secret}
        label={t('sealing.passphrase.now')}
        hasRecoveryKey={hasRecoveryKey}
      />
    </SealDialog>
  )
}
