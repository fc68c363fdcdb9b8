import { useEffect, useState } from 'react'
import type { MapId } from '../../domain/records.ts'
import { formatDate, formatMoment, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/recovery.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { type SecondCopy, useReliability } from '../reliability.ts'
import { type KeepingFailure, useServices } from '../services.ts'
import { RawCopyButton } from './RawCopyButton.tsx'
import { isWhole } from './usePutBack.ts'
import './recovery.css'

interface FailedMapProps {
  id: MapId | null
  code: KeepingFailure
}

/** A map that could not be opened: why, and every way to get at it all the same. */
export default function FailedMap({ id, code }: FailedMapProps) {
  const services = useServices()
  const reliability = useReliability()
  const [copy, setCopy] = useState<SecondCopy | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    void reliability?.recovery
      .copies()
      .then((copies) => setCopy(copies.find((one) => one.id === id && isWhole(one)) ?? null))
  }, [reliability, id])
  const putBack = async () => {
    if (!reliability || !copy) return
    setBusy(true)
    const restored = await reliability.recovery.restore(copy.id)
    setBusy(false)
    if (restored.ok) location.reload()
    else announce(keepingFailureWords(restored.error), 'problem')
  }
  return (
    <div className="app-message recovery-message" role="alert">
      <p>{code === 'unknown' ? t('recovery.failed.unknown') : keepingFailureWords(code)}</p>
      {copy?.remains && <p>{t('recovery.failed.remains')}</p>}
      {copy?.changedAt && !copy.remains && (
        <p>
          {t('recovery.failed.copy', {
            when: copy.sealed ? formatDate(copy.changedAt) : formatMoment(copy.changedAt),
          })}
        </p>
      )}
      <div className="recovery-actions">
        {copy && (
          <Button look="primary" disabled={busy} onClick={() => void putBack()}>
            {t('recovery.putBack')}
          </Button>
        )}
        {code !== 'missing' && (
          <Button onClick={() => location.reload()}>{t('crash.reload')}</Button>
        )}
        {code !== 'missing' && reliability && <RawCopyButton recovery={reliability.recovery} />}
        <Button onClick={services.closeMap}>{t('header.maps')}</Button>
      </div>
    </div>
  )
}
