import { useEffect, useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/recovery.ts'
import { announce, Announcer } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Logo } from '../../ui/Logo.tsx'
import type { RecoveryServices } from '../reliability.ts'
import { RawCopyButton } from './RawCopyButton.tsx'
import { isWhole } from './usePutBack.ts'
import './recovery.css'

interface ShutScreenProps {
  /** A newer build made the database, or it can't be opened at all. */
  isNewer: boolean
  recovery: Pick<RecoveryServices, 'copies' | 'rawCopy'>
  /** Loads the page again, with a newer build if there is one. */
  onReload: () => void
  /** Deletes the database; false when the browser does not. */
  onDelete: () => Promise<boolean>
  /** Goes on with maps that are kept in memory alone. */
  onWithout: () => void
}

/** The database does not open: nothing is changed in it, and all that can be done is offered. */
export function ShutScreen({ isNewer, recovery, onReload, onDelete, onWithout }: ShutScreenProps) {
  const [copies, setCopies] = useState<number | null>(null)
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    void recovery.copies().then((found) => setCopies(found.filter(isWhole).length))
  }, [recovery])
  return (
    <div className="start">
      <header className="start-head">
        <Logo />
        <span className="start-brand">Allyscope</span>
      </header>
      <main className="start-main recovery">
        <h1>{t(isNewer ? 'recovery.newer.title' : 'recovery.shut.title')}</h1>
        <p>{t(isNewer ? 'recovery.newer.text' : 'recovery.shut.text')}</p>
        {!isNewer && copies !== null && (
          <p>
            {copies > 0
              ? t('recovery.shut.copies', { count: copies })
              : t('recovery.shut.noCopies')}
          </p>
        )}
        <div className="start-actions">
          <Button look="primary" onClick={onReload}>
            {t(isNewer ? 'crash.reload' : 'recovery.tryAgain')}
          </Button>
          <RawCopyButton recovery={recovery} />
          {!isNewer && (
            <>
              <Button look="quiet" onClick={onWithout}>
                {t('recovery.withoutStorage')}
              </Button>
              <Button look="danger" onClick={() => setAsking(true)}>
                {t('recovery.setAside')}
              </Button>
            </>
          )}
        </div>
        <p className="recovery-hint">{t('recovery.rawCopy.hint')}</p>
      </main>
      {isAsking && (
        <SetAsideDialog recovery={recovery} onDelete={onDelete} onClose={() => setAsking(false)} />
      )}
      <Announcer />
    </div>
  )
}

interface SetAsideDialogProps extends Pick<ShutScreenProps, 'recovery' | 'onDelete'> {
  onClose: () => void
}

function SetAsideDialog({ recovery, onDelete, onClose }: SetAsideDialogProps) {
  const [isSaved, setSaved] = useState(false)
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    if (await onDelete()) return
    setBusy(false)
    announce(t('recovery.setAside.failed'), 'problem')
  }
  return (
    <Dialog
      title={t('recovery.setAside.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button look="danger" disabled={busy} onClick={() => void run()}>
            {t(isSaved ? 'recovery.setAside.do' : 'recovery.setAside.doUnsaved')}
          </Button>
        </>
      }
    >
      <p>{t(isSaved ? 'recovery.setAside.saved' : 'recovery.setAside.text')}</p>
      {!isSaved && (
        <div className="recovery-actions">
          <RawCopyButton look="primary" recovery={recovery} onSaved={() => setSaved(true)} />
        </div>
      )}
    </Dialog>
  )
}
