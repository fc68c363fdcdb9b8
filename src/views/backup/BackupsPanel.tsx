import { useState } from 'react'
import { useStore } from 'zustand'
import { formatDate, t } from '../../i18n/i18n.ts'
import { useViewSettings } from '../../store/openMap.ts'
import { Button } from '../../ui/Button.tsx'
import type { BackupServices, LastBackup } from '../reliability.ts'
import { useServices } from '../services.ts'
import { ChosenFile } from './ChosenFile.tsx'
import { useSaveBackup } from './useSaveBackup.tsx'
import '../../i18n/parts/backup.ts'
import '../settings/settings.css'
import './backup.css'

/** When the open map was last saved as a file of its own, and the ways to do it again. */
export function BackupsPanel({ backups }: { backups: BackupServices }) {
  const services = useServices()
  const { last, file, canChooseFile } = useStore(backups.state)
  const { isDue } = useStore(services.reminder)
  const isTeam = useViewSettings(({ audience }) => audience === 'team')
  const { isSealed, save, dialog } = useSaveBackup()
  const [isLater, setLater] = useState(false)
  const later = () => {
    void backups.remindLater()
    setLater(true)
  }
  return (
    <div className="backup-panel">
      <section className="settings-part" aria-label={t('backups.last.title')}>
        <h3>{t('backups.last.title')}</h3>
        <p role="status">
          {last ? lastWords(last, isTeam) : t('backups.never')}{' '}
          {isDue && isTeam && t('backups.due')}
        </p>
        <p className="field-hint">{t(isSealed ? 'backups.sealed' : 'backups.intro')}</p>
        <div className="backup-actions">
          <Button look="primary" onClick={save}>
            {t(isSealed ? 'stranded.backupSealed' : 'backups.save')}
          </Button>
          {isDue && isTeam && <Button onClick={later}>{t('backups.later')}</Button>}
        </div>
        <p role="status" className="backup-outcome">
          {isLater && t('backups.later.done')}
        </p>
        <p className="field-hint">{t('backups.brings')}</p>
      </section>
      {!isSealed && (
        <ChosenFile backups={backups} file={file} canChoose={canChooseFile} showsName={isTeam} />
      )}
      {dialog}
    </div>
  )
}

/** How much has changed may tell of hidden stakeholders: in public preview only the day is said. */
function lastWords({ at, changesSince, isFromBeforeSeal }: LastBackup, isTeam: boolean): string {
  const day = formatDate(new Date(at))
  if (isFromBeforeSeal) return t('backups.last.beforeSeal', { day })
  if (!isTeam) return t('backups.last', { day })
  return changesSince === 0
    ? t('backups.last.none', { day })
    : t('backups.last.changes', { day, count: changesSince })
}
