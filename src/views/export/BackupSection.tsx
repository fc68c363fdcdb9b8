import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import { useDoc } from '../../store/openMap.ts'
import SealedBackup from '../sealing/SealedBackup.tsx'
import { exportFile } from './exportModel.ts'

/** A full copy for yourselves, sealed. */
export default function BackupSection() {
  const doc = useDoc()
  return (
    <section className="export-backup" aria-label={t('export.backup')}>
      <div>
        <h3>{t('export.backup')}</h3>
        <p className="field-hint">{t('export.backup.hint')}</p>
      </div>
      <SealedBackup content={() => ({ doc, text: exportFile(doc, 'team') })} />
    </section>
  )
}
