import { useEffect, useRef, useState } from 'react'
import type { OpenFailure } from '../../sealing/jobs.ts'
import { type MessageKey, t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { BusyForm } from './BusyForm.tsx'
import { SecretField } from './SecretField.tsx'
import { useWork } from './useWork.ts'
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
  const [error, setError] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const isEmpty = passphrase.trim() === ''
  const open = async () => {
    const { openAge } = await import('../../sealing/age.ts')
    const opened = await openAge(bytes, passphrase)
    if (opened.ok) onOpened(opened.value)
    else setError(t(FAILURES[opened.error]))
    return null
  }
  const work = useWork(() => (isEmpty ? null : open()))
  return (
    <BusyForm
      work={work}
      said={error}
      actions={
        <div>
          <Button look="primary" type="submit" disabled={work.busy || isEmpty}>
            {t('sealing.file.open')}
          </Button>
        </div>
      }
    >
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
    </BusyForm>
  )
}
