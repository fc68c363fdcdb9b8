import { Copy, PencilLine, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Result } from '../../domain/result.ts'
import { formatMoment, t } from '../../i18n/i18n.ts'
import { IconButton } from '../../ui/Button.tsx'
import { announce } from '../../ui/announcer.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { mapTitle } from '../mapTitle.ts'
import { type KeepingFailure, type MapListing, useServices } from '../services.ts'
import { Thumbnail } from './Thumbnail.tsx'

const RenameDialog = onDemand(() => import('./RenameDialog.tsx'))

export function MapCard({ map }: { map: MapListing }) {
  const services = useServices()
  const name = mapTitle(map)
  const [isRenaming, setRenaming] = useState(false)
  const run = async (work: Promise<Result<unknown, KeepingFailure>>, done: string) => {
    const result = await work
    announce(result.ok ? done : keepingFailureWords(result.error), result.ok ? 'info' : 'problem')
  }
  return (
    <li className="map-card">
      <button type="button" className="map-open" onClick={() => services.openMap(map.id)}>
        <Thumbnail counts={map.counts} alliesSide={map.alliesSide} />
        <span className="map-name">
          <bdi>{name}</bdi>
        </span>
        <span className="map-changed">
          {t('start.changed', { when: formatMoment(map.changedAt) })}
        </span>
      </button>
      <div className="map-actions">
        <IconButton label={t('start.rename', { name })} onClick={() => setRenaming(true)}>
          <PencilLine aria-hidden />
        </IconButton>
        <IconButton
          label={t('start.duplicate', { name })}
          onClick={() => void run(services.duplicateMap(map.id), t('start.duplicated'))}
        >
          <Copy aria-hidden />
        </IconButton>
        <IconButton
          label={t('start.bin', { name })}
          onClick={() => void run(services.binMap(map.id), t('start.binned'))}
        >
          <Trash2 aria-hidden />
        </IconButton>
      </div>
      {isRenaming && <RenameDialog map={map} onClose={() => setRenaming(false)} />}
    </li>
  )
}
