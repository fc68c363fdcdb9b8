import type { Result } from '../../domain/result.ts'
import { t } from '../../i18n/i18n.ts'
import { type Sealed, type SealOptions, type UnlockFailure, useServices } from '../services.ts'
import { SealDialog } from './SealDialog.tsx'
import { SecretFields } from './SecretFields.tsx'
import { unlockFailureWords } from './sealingWords.ts'
import { useSecret } from './useSecret.ts'
import '../../i18n/parts/sealing.ts'

interface ChangePassphraseDialogProps {
  withRecoveryKey: boolean
  onChanged: () => void
  onClose: () => void
}

/** The passphrase so far, or the recovery key, and a new one. */
export function ChangePassphraseDialog(props: ChangePassphraseDialogProps) {
  const { sealing } = useServices()
  const secret = useSecret()
  const change = (options: SealOptions): Promise<Result<Sealed, UnlockFailure>> | null => {
    const typed = secret.read()
    if (!typed) return null
    const work = sealing.changePassphrase(typed, options)
    void work.then((changed) => {
      if (!changed.ok) secret.complain(unlockFailureWords(changed.error, typed.kind))
    })
    return work
  }
  return (
    <SealDialog
      title={t('sealing.change.title')}
      action={t('sealing.change.do')}
      caution={t('sealing.change.caution')}
      recoveryHint={t('sealing.change.recoveryHint')}
      withRecoveryKey={props.withRecoveryKey}
      onSeal={change}
      onSealed={props.onChanged}
      onClose={props.onClose}
    >
      <SecretFields secret={secret} label={t('sealing.passphrase.now')} />
    </SealDialog>
  )
}
