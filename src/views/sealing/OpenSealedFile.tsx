import { useEffect, useRef, useState } from 'react'
import type { OpenFailure } from '../../sealing/jobs.ts'
import { type MessageKey, t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { SecretField } from './SecretField.tsx'
import './sealing.css'
import '../../i18n/parts/sealing.ts'

const FAILURES = {
  'wrong passphrase': 'sealing.wrongFile',
  'not age': 'sealing.file.notAge',
  'no passphrase': 'sealing.file.noPassphrase',
  damaged: 'sealing.file.damaged',
  'too much work': 'sealing.file.tooMuchWork',
  'no memory': 'sealing.noMemory',
  failed: 'sealing.file.failed',
} as const satisfies Record<OpenFailure | 'not age', MessageKey>

interface OpenSealedFileProps {
  bytes: Uint8Array
  onOpened: (content: Uint8Array<ArrayBuffer>) => void
}

/** Asks for the passphrase of a chosen sealed file, and gives what is inside. */
export default function OpenSealedFile({ bytes, onOpened }: OpenSealedFileProps) {
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  // At first, and again when what was typed was wrong: it lost the focus while it was tried.
  useEffect(() => {
    if (!busy) field.current?.focus()
  }, [busy])
  const open = async () => {
    setBusy(true)
    const { openAge } = await import('../../sealing/age.ts')
    const opened = await openAge(bytes, passphrase)
    setBusy(false)
    if (opened.ok) onOpened(opened.value)
    else setError(t(FAILURES[opened.error]))
  }
  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && passphrase.trim() !== '') void open()
      }}
    >
      <fieldset className="seal-form" disabled={busy}>
        <p>{t('sealing.file.text')}</p>
        <SecretField
          label={t('sealing.passphrase')}
          ref={field}
          value={passphrase}
          error={error}
          onChange={(typed) => {
            setPassphrase(typed)
            setError(null)
          }}
        />
        <div>
          <Button look="primary" type="submit" disabled={passphrase.trim() === ''}>
            {t('sealing.file.open')}
          </Button>
        </div>
      </fieldset>
      <div role="alert" className="visually-hidden">
        {error}
      </div>
      <div role="status">{busy && <p className="seal-busy">{t('sealing.busy')}</p>}</div>
    </form>
  )
}
