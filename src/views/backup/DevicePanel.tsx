import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import type { DeviceServices, DeviceStorage } from '../reliability.ts'
import { nearlyFull } from './nearlyFull.ts'
import { sizeWords } from './sizeWords.ts'
import '../../i18n/parts/backup.ts'
import '../settings/settings.css'
import './backup.css'

interface DevicePanelProps {
  device: DeviceServices
  /** In front of others: how much is kept here depends on what is hidden as well. */
  isPublic?: boolean
}

/** What the browser says of the place where all maps lie. */
export function DevicePanel({ device, isPublic = false }: DevicePanelProps) {
  const seen = useStore(device.seen)
  const [isAsking, setAsking] = useState(false)
  const [wasAsked, setWasAsked] = useState(false)
  useEffect(() => void device.storage(), [device])
  const ask = async () => {
    setAsking(true)
    await device.askToPersist()
    setAsking(false)
    setWasAsked(true)
  }
  const percent = nearlyFull(seen)
  return (
    <div className="backup-panel">
      <section className="settings-part" aria-label={t('device.persist')}>
        <h3>{t('device.persist')}</h3>
        <p role="status">
          {wasAsked && seen.isPersistent === false && t('device.persist.refused')}{' '}
          {persistWords(seen)}
        </p>
        {seen.isPersistent !== true && (
          <>
            <p className="field-hint">{t('device.persist.hint')}</p>
            <div className="backup-actions">
              <Button disabled={isAsking} onClick={() => void ask()}>
                {t(isAsking ? 'device.ask.asking' : 'device.ask')}
              </Button>
            </div>
          </>
        )}
      </section>
      <section className="settings-part" aria-label={t('device.space')}>
        <h3>{t('device.space')}</h3>
        <p>{isPublic ? t('device.space.public') : spaceWords(seen)}</p>
        {!isPublic && seen.used !== null && seen.quota !== null && (
          <meter
            className="backup-meter"
            aria-label={t('device.space')}
            max={seen.quota}
            value={seen.used}
          />
        )}
        {percent !== null && <p className="field-error">{t('device.nearlyFull', { percent })}</p>}
        <p className="field-hint">{t('device.room')}</p>
      </section>
    </div>
  )
}

function persistWords({ isPersistent }: DeviceStorage): string {
  if (isPersistent === null) return t('device.persist.unknown')
  return t(isPersistent ? 'device.persist.granted' : 'device.persist.denied')
}

function spaceWords({ used, quota }: DeviceStorage): string {
  if (used === null) return t('device.space.unknown')
  return quota === null
    ? t('device.space.usedOnly', { used: sizeWords(used) })
    : t('device.space.used', { used: sizeWords(used), quota: sizeWords(quota) })
}
