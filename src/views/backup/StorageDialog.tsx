import { t } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useReliability } from '../reliability.ts'
import { DevicePanel } from './DevicePanel.tsx'
import '../../i18n/parts/backup.ts'

/** The place where all maps lie, for somebody who has none of them open. */
export default function StorageDialog({ onClose }: { onClose: () => void }) {
  const reliability = useReliability()
  return (
    <Dialog title={t('start.storage')} onClose={onClose}>
      {reliability && <DevicePanel device={reliability.device} />}
      <section className="settings-part" aria-label={t('device.backups')}>
        <h3>{t('device.backups')}</h3>
        <p>{t('device.backups.text')}</p>
      </section>
    </Dialog>
  )
}
