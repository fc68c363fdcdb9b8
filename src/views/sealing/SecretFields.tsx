import { type RefObject, useEffect, useRef } from 'react'
import { t } from '../../i18n/i18n.ts'
import { TextField } from '../../ui/fields.tsx'
import { SecretField } from './SecretField.tsx'
import type { TypedSecret } from './useSecret.ts'
import './sealing.css'
import '../../i18n/parts/sealing.ts'

interface SecretFieldsProps {
  secret: TypedSecret
  /** What the passphrase is called here. */
  label?: string
  /** Else the way to type one is not offered. */
  hasRecoveryKey: boolean
  /** The field in use. */
  field?: RefObject<HTMLInputElement | null>
}

/** The passphrase, or instead of it the recovery key. */
export function SecretFields({
  secret,
  label = t('sealing.passphrase'),
  hasRecoveryKey,
  field,
}: SecretFieldsProps) {
  const { kind, text, error, type, change } = secret
  const ownField = useRef<HTMLInputElement>(null)
  const input = field ?? ownField
  const last = useRef(kind)
  // The button that changed the kind goes with its field.
  useEffect(() => {
    if (last.current !== kind) input.current?.focus()
    last.current = kind
  }, [kind, input])
  return kind === 'passphrase' ? (
    <div className="secret-fields">
      <SecretField label={label} value={text} error={error} onChange={type} ref={input} />
      {hasRecoveryKey && (
        <button type="button" className="link-button" onClick={() => change('recovery key')}>
          {t('sealing.recoveryKey.useIt')}
        </button>
      )}
    </div>
  ) : (
    <div className="secret-fields">
      <TextField
        label={t('sealing.recoveryKey')}
        className="input recovery-input"
        autoCapitalize="characters"
        autoCorrect="off"
        ref={input}
        value={text}
        error={error}
        onChange={(event) => type(event.target.value)}
      />
      <button type="button" className="link-button" onClick={() => change('passphrase')}>
        {t('sealing.recoveryKey.usePassphrase')}
      </button>
    </div>
  )
}
