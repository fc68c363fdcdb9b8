import { type ReactNode, useState } from 'react'
import type { Result } from '../../domain/result.ts'
import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Checkbox } from '../../ui/fields.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import type { Sealed, SealOptions, UnlockFailure } from '../services.ts'
import { PassphraseFields } from './PassphraseFields.tsx'
import { RecoveryKeyDialog } from './RecoveryKeyDialog.tsx'
import { unlockFailureWords } from './sealingWords.ts'
import { usePassphrase } from './usePassphrase.ts'
import '../../i18n/parts/sealing.ts'

const SafetyDialog = onDemand(() => import('./SafetyDialog.tsx'))

interface SealDialogProps {
  title: string
  action: string
  /** What stands above the passphrase. */
  children: ReactNode
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
  const chosen = usePassphrase()
  const [withRecoveryKey, setWithRecoveryKey] = useState(props.withRecoveryKey ?? false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null)
  const [reading, setReading] = useState(false)
  const seal = async () => {
    const passphrase = chosen.read()
    if (passphrase === null) return
    const work = props.onSeal({ passphrase, withRecoveryKey })
    if (!work) return
    setError(null)
    setBusy(true)
    const sealed = await work
    setBusy(false)
    if (!sealed.ok) setError(unlockFailureWords(sealed.error, 'passphrase'))
    else if (sealed.value.recoveryKey === null) props.onSealed()
    else setRecoveryKey(sealed.value.recoveryKey)
  }
  if (recoveryKey !== null)
    return <RecoveryKeyDialog recoveryKey={recoveryKey} onDone={props.onSealed} />
  return (
    <Dialog
      title={props.title}
      onClose={() => busy || props.onClose()}
      actions={
        <>
          <Button disabled={busy} onClick={props.onClose}>
            {t('action.cancel')}
          </Button>
          <Button look="primary" type="submit" form="seal-form" disabled={busy}>
            {props.action}
          </Button>
        </>
      }
    >
      <form
        id="seal-form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          void seal()
        }}
      >
        <fieldset className="seal-form" disabled={busy}>
          {props.children}
          <PassphraseFields chosen={chosen} />
          <p className="seal-caution">{t('sealing.noRecovery')}</p>
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
        </fieldset>
      </form>
      <div role="status">{busy && <p className="seal-busy">{t('sealing.busy')}</p>}</div>
      {error !== null && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      {reading && <SafetyDialog part="page" onClose={() => setReading(false)} />}
    </Dialog>
  )
}
