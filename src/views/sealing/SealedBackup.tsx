import { useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { dayForFile, saveBlob } from '../export/download.ts'
import { useServices } from '../services.ts'
import { PassphraseFields } from './PassphraseFields.tsx'
import { usePassphrase } from './usePassphrase.ts'
import '../../i18n/parts/sealing.ts'

/** Saves a full copy under a passphrase, in the public age format. `content`: the team's own file. */
export default function SealedBackup({ content }: { content: () => string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('sealing.backup')}</Button>
      {isOpen && <SealedBackupDialog content={content} onClose={() => setOpen(false)} />}
    </>
  )
}

function SealedBackupDialog({ content, onClose }: { content: () => string; onClose: () => void }) {
  const { now } = useServices()
  const chosen = usePassphrase()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const save = async () => {
    const passphrase = chosen.read()
    if (passphrase === null) return
    setError(null)
    setBusy(true)
    const { sealAge } = await import('../../sealing/age.ts')
    const sealed = await sealAge(new TextEncoder().encode(content()), passphrase)
    setBusy(false)
    if (!sealed.ok) {
      setError(t(sealed.error === 'no memory' ? 'sealing.noMemory' : 'sealing.backup.failed'))
      return
    }
    saveBlob(new Blob([sealed.value], { type: 'application/octet-stream' }), backupName(now()))
    announce(t('sealing.backup.saved'))
    onClose()
  }
  return (
    <Dialog
      title={t('sealing.backup.title')}
      onClose={() => busy || onClose()}
      actions={
        <>
          <Button disabled={busy} onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button look="primary" type="submit" form="backup-form" disabled={busy}>
            {t('sealing.backup.save')}
          </Button>
        </>
      }
    >
      <form
        id="backup-form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void save()
        }}
      >
        <fieldset className="seal-form" disabled={busy}>
          <p>{t('sealing.backup.intro')}</p>
          <PassphraseFields chosen={chosen} />
          <p className="seal-caution">{t('sealing.backup.noRecovery')}</p>
        </fieldset>
      </form>
      <div role="status">{busy && <p className="seal-busy">{t('sealing.busy')}</p>}</div>
      {error !== null && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </Dialog>
  )
}

/** The date, and nothing about the map. */
const backupName = (now: Date): string => `allyscope-backup-${dayForFile(now)}.age`
