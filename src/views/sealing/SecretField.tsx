import { type ReactNode, type Ref, useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import { Field } from '../../ui/fields.tsx'
import './sealing.css'
import '../../i18n/parts/sealing.ts'

interface SecretFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: ReactNode
  error?: string | null
  ref?: Ref<HTMLInputElement> | undefined
}

/**
 * A field for a passphrase, covered unless "Show" is ticked. It has no name and tells password managers to keep
 * away: a passphrase that the browser keeps opens the map for whoever uses the device.
 */
export function SecretField({ label, value, onChange, hint, error = null, ref }: SecretFieldProps) {
  const [shown, setShown] = useState(false)
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy }) => (
        <span className="secret">
          <input
            ref={ref}
            id={id}
            className="input"
            type={shown ? 'text' : 'password'}
            dir="auto"
            autoComplete="off"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            data-1p-ignore
            data-bwignore
            data-lpignore="true"
            data-form-type="other"
            aria-describedby={describedBy}
            aria-invalid={error ? true : undefined}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <label className="secret-show">
            <input
              type="checkbox"
              checked={shown}
              onChange={(event) => setShown(event.target.checked)}
            />
            {t('sealing.show')}
          </label>
        </span>
      )}
    </Field>
  )
}
