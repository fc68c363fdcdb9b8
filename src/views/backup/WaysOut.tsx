import { type ReactNode, useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { type KeepingFailure, useServices } from '../services.ts'
import { useSaveBackup } from './useSaveBackup.tsx'
import '../../i18n/parts/backup.ts'

/** What can be done with a map that can't be stored: nothing of it is lost as long as it is on this screen. */
export default function WaysOut({ code }: { code: KeepingFailure }) {
  const services = useServices()
  const [isSealedElsewhere, setSealedElsewhere] = useState(false)
  const { isSealed, save, dialog } = useSaveBackup(isSealedElsewhere)
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const isStranded = code === 'conflict' || code === 'missing'
  const keep = async () => {
    setBusy(true)
    const kept = await services
      .reliability()
      .then(({ stranded }) => stranded.keepAsNew())
      .finally(() => setBusy(false))
    if (kept.ok) return services.openMap(kept.value)
    if (kept.error !== 'sealed') return announce(keepingFailureWords(kept.error), 'problem')
    setSealedElsewhere(true)
    announce(t('stranded.sealed'), 'problem')
  }
  const keepButton = isStranded && !isSealed && (
    <Button look="primary" disabled={isBusy} onClick={() => void keep()}>
      {t(code === 'missing' ? 'stranded.keep' : 'stranded.keepMine')}
    </Button>
  )
  return (
    <>
      {code === 'quota' && <span>{t('stranded.makeRoom')}</span>}
      {code === 'conflict' && <span>{t('stranded.conflict')}</span>}
      {isSealedElsewhere && <span>{t('stranded.sealed')}</span>}
      {code === 'missing' && (
        <span>
          {t('stranded.missing')} {isSealed && t('stranded.missingSealed')}
        </span>
      )}
      {keepButton}
      <Button look={keepButton ? 'plain' : 'primary'} onClick={save}>
        {t(isSealed ? 'stranded.backupSealed' : 'stranded.backup')}
      </Button>
      {code === 'conflict' && <Button onClick={() => setAsking(true)}>{t('stranded.show')}</Button>}
      {code === 'closed' && <Button onClick={() => location.reload()}>{t('crash.reload')}</Button>}
      {code === 'missing' && <Button onClick={services.closeMap}>{t('action.close')}</Button>}
      {dialog}
      {isAsking && (
        <ShowStored
          keepButton={keepButton}
          onShow={() => void services.reliability().then(({ stranded }) => stranded.showStored())}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

interface ShowStoredProps {
  keepButton: ReactNode
  onShow: () => void
  onClose: () => void
}

/** What is only on this screen goes with this step: it is asked. */
const ShowStored = ({ keepButton, onShow, onClose }: ShowStoredProps) => (
  <Dialog
    title={t('stranded.show.title')}
    onClose={onClose}
    actions={
      <>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button look="danger" onClick={onShow}>
          {t('stranded.show')}
        </Button>
        {keepButton}
      </>
    }
  >
    <p>{t('stranded.show.text')}</p>
  </Dialog>
)
