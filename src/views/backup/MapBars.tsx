import { useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { t } from '../../i18n/i18n.ts'
import { useDoc } from '../../store/openMap.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { ReadOnlyBar } from '../editor/ReadOnlyBar.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { type DeviceServices, useReliability } from '../reliability.ts'
import { useServices } from '../services.ts'
import { nearlyFull } from './nearlyFull.ts'
import { useSaveBackup } from './useSaveBackup.tsx'
import '../../i18n/parts/backup.ts'

/** What happens to the open map in other tabs, and what is about to run short. */
export default function MapBars() {
  const reliability = useReliability()
  return (
    <>
      <ReadOnlyBar />
      <BinnedBar />
      {reliability && <SpaceBar device={reliability.device} />}
    </>
  )
}

/** The map was moved to the bin, from another tab: here it is still open. */
function BinnedBar() {
  const services = useServices()
  const { id } = useDoc().info
  const inBin = useStore(
    services.maps,
    (list) => list.status === 'ready' && list.maps.some((map) => map.id === id && map.inBin),
  )
  const [isBusy, setBusy] = useState(false)
  const unbin = async () => {
    setBusy(true)
    const result = await services.restoreMap(id)
    setBusy(false)
    if (!result.ok) announce(keepingFailureWords(result.error), 'problem')
  }
  if (!inBin) return null
  return (
    <div className="read-only-bar" role="status">
      <span>{t('stranded.binned')}</span>
      <Button look="primary" disabled={isBusy} onClick={() => void unbin()}>
        {t('stranded.unbin')}
      </Button>
    </div>
  )
}

/** Who has read it once is not told again until the app is started anew. */
const dismissed = createStore(() => ({ isDismissed: false }))

function SpaceBar({ device }: { device: DeviceServices }) {
  const percent = useStore(device.seen, nearlyFull)
  const { isDismissed } = useStore(dismissed)
  const { isSealed, save, dialog } = useSaveBackup()
  if (percent === null || isDismissed) return null
  return (
    <div className="read-only-bar" role="status">
      <span>{t('device.nearlyFull', { percent })}</span>
      <Button look="primary" onClick={save}>
        {t(isSealed ? 'stranded.backupSealed' : 'stranded.backup')}
      </Button>
      <Button onClick={() => dismissed.setState({ isDismissed: true })}>
        {t('device.dismiss')}
      </Button>
      {dialog}
    </div>
  )
}
