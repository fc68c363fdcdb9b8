import { Flame, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { formatDate, t } from '../../i18n/i18n.ts'
import { IconButton } from '../../ui/Button.tsx'
import { announce } from '../../ui/announcer.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { type MapListing, useServices } from '../services.ts'
import { BurnDialog } from './BurnDialog.tsx'
import { mapSign } from './mapSign.ts'
import { SealedPicture } from './SealedPicture.tsx'
import './sealing.css'
import '../../i18n/parts/sealing.ts'

/** A sealed map in the list: no name and no counts, nobody knows them yet; only a sign to tell it from others. */
export default function SealedCard({ map }: { map: MapListing }) {
  const services = useServices()
  const [isBurning, setBurning] = useState(false)
  const sign = mapSign(map.id)
  const bin = async () => {
    const result = await services.binMap(map.id)
    if (result.ok) announce(t('start.binned'))
    else announce(keepingFailureWords(result.error), 'problem')
  }
  return (
    <li className="map-card">
      <button type="button" className="map-open" onClick={() => services.openMap(map.id)}>
        <SealedPicture />
        <span className="map-name" translate="no">
          {t('sealing.map', { sign })}
        </span>
        <span className="map-changed">
          {t('sealing.changed', { day: formatDate(map.changedAt) })}
        </span>
        <span className="sealed-unlock">{t('sealing.unlock')}</span>
      </button>
      <div className="map-actions">
        <IconButton label={t('sealing.burn.one', { sign })} onClick={() => setBurning(true)}>
          <Flame aria-hidden />
        </IconButton>
        <IconButton label={t('sealing.delete', { sign })} onClick={() => void bin()}>
          <Trash2 aria-hidden />
        </IconButton>
      </div>
      {isBurning && <BurnDialog id={map.id} onClose={() => setBurning(false)} />}
    </li>
  )
}
