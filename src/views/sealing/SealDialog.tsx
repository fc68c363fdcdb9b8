import { type ReactNode, useState } from 'react'
import type { Result } from '../../domain/result.ts'
import type { SealOptions } from '../../sealing/secrets.ts'
import { t } from '../../i18n/i18n.ts'
import { Checkbox } from '../../ui/fields.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import type { Sealed, UnlockFailure } from '../services.ts'
import { BusyDialog } from './BusyDialog.tsx'
import { PassphraseFields } from './PassphraseFields.tsx'
import { RecoveryKeyDialog } from './RecoveryKeyDialog.tsx'
import { sealFailureWords } from './sealingWords.ts'
import { usePassphrase } from './usePassphrase.ts'
import '../../i18n/parts/sealing.ts'

const SafetyDialog = onDemand(() => import('./SafetyDialog.tsx'))

interface SealDialogProps {
  title: string
  action: string
  /** What stands above the passphrase. */
  children: ReactNode
  /** What is wrong with what was typed there. */
  said?: string | null
  /** What stands at the end, as what this can't do. */
  caution?: string
  recoveryHint?: string
  withRecoveryKey?: boolean
  /** Does it; null when what was typed above has to be mended first. */
  onSeal: (options: SealOptions) => Promise<Result<Sealed, UnlockFailure>> | null
  /** After a recovery key, if there is one, was shown. */
  onSealed: () => void
  onClose: () => void
}

/** Chooses a passphrase for a map, and whether there is a recovery key. */
export function SealDialog(props: SealDialogProps) {
  const chosen = usePassphrase('normal')
  const [withRecoveryKey, setWithRecoveryKey] = useState(props.withRecoveryKey ?? false)
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null)
  const [reading, setReading] = useState(false)
  const finish = async (work: Promise<Result<Sealed, UnlockFailure>>) => {
    const sealed = await work
    if (!sealed.ok) return sealFailureWords(sealed.error)
    if (sealed.value.recoveryKey === null) props.onSealed()
    else setRecoveryKey(sealed.value.recoveryKey)
    return null
  }
  const seal = () => {
    const passphrase = chosen.read()
    if (passphrase === null) return null
    const work = props.onSeal({ passphrase, withRecoveryKey })
    return work && finish(work)
  }
  if (recoveryKey !== null)
    return <RecoveryKeyDialog recoveryKey={recoveryKey} onDone={props.onSealed} />
  return (
    <BusyDialog
      title={props.title}
      action={props.action}
      said={props.said ?? null}
      work={seal}
      onClose={props.onClose}
      over={reading && <SafetyDialog part="page" onClose={() => setReading(false)} />}
    >
      {props.children}
      <PassphraseFields chosen={chosen} />
      <p className="seal-caution">
        {t(withRecoveryKey ? 'sealing.noRecovery.butKey' : 'sealing.noRecovery')}
      </p>
      <Checkbox
        label={t('sealing.recovery.make')}
        hint={props.recoveryHint ?? t('sealing.recovery.make.hint')}
        checked={withRecoveryKey}
        onChange={setWithRecoveryKey}
      />
      <p className="field-hint">
        {t('sealing.limits')} {props.caution}{' '}
        <button type="button" className="link-button" onClick={() => setReading(true)}>
          {t('safety.page')}
        </button>
      </p>
    </BusyDialog>
  )
}
