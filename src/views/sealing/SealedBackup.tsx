import { useState } from 'react'
import type { MapDoc } from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { fileNameOf, saveBlob } from '../export/download.ts'
import { useServices } from '../services.ts'
import { BusyDialog } from './BusyDialog.tsx'
import { PassphraseFields } from './PassphraseFields.tsx'
import { usePassphrase } from './usePassphrase.ts'
import '../../i18n/parts/sealing.ts'

type FullCopy = () => { readonly doc: MapDoc; readonly text: string }

/** Saves a full copy under a passphrase, in the public age format. `content`: the team's own file. */
export default function SealedBackup({ content }: { content: FullCopy }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('sealing.backup')}</Button>
      {isOpen && <SealedBackupDialog content={content} onClose={() => setOpen(false)} />}
    </>
  )
}

interface SealedBackupDialogProps {
  content: FullCopy
  onClose: () => void
}

export function SealedBackupDialog({ content, onClose }: SealedBackupDialogProps) {
  const { now, reliability } = useServices()
  const chosen = usePassphrase('letter by letter')
  const save = async (passphrase: string) => {
    const { sealAge } = await import('../../sealing/age.ts')
    const { doc, text } = content()
    const sealed = await sealAge(new TextEncoder().encode(text), passphrase)
    if (!sealed.ok)
      return t(sealed.error === 'no memory' ? 'sealing.noMemory' : 'sealing.backup.failed')
    saveBlob(
      new Blob([sealed.value], { type: 'application/octet-stream' }),
      fileNameOf('backup', now(), '.age'),
    )
    void reliability().then(({ backups }) => backups.wasSaved(doc, 'sealed'))
    announce(t('sealing.backup.saved'))
    onClose()
    return null
  }
  return (
    <BusyDialog
      title={t('sealing.backup.title')}
      action={t('sealing.backup.save')}
      work={() => {
        const passphrase = chosen.read()
        return passphrase === null ? null : save(passphrase)
      }}
      onClose={onClose}
    >
      <p>{t('sealing.backup.intro')}</p>
      <PassphraseFields chosen={chosen} />
      <p className="seal-caution">{t('sealing.backup.noRecovery')}</p>
    </BusyDialog>
  )
}
