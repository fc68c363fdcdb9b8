import { useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { fileNameOf, saveBlob } from '../export/download.ts'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import type { RecoveryServices } from '../reliability.ts'
import '../../i18n/parts/recovery.ts'

interface RawCopyButtonProps {
  recovery: Pick<RecoveryServices, 'rawCopy'>
  look?: 'plain' | 'primary' | 'quiet'
  onSaved?: () => void
}

/** Saves the whole storage as one file, for when nothing else can be read. */
export function RawCopyButton({ recovery, look = 'plain', onSaved }: RawCopyButtonProps) {
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    const made = await recovery.rawCopy()
    setBusy(false)
    if (!made.ok) {
      const reason = keepingFailureWords(made.error)
      return announce(t('recovery.rawCopy.failed', { reason }), 'problem')
    }
    const name = fileNameOf('raw-copy', new Date(), '.json')
    saveBlob(new Blob([made.value], { type: 'application/json' }), name)
    announce(t('recovery.rawCopy.saved'))
    onSaved?.()
  }
  return (
    <Button look={look} disabled={busy} onClick={() => void save()}>
      {t('recovery.rawCopy')}
    </Button>
  )
}
