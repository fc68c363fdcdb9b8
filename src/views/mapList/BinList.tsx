import { useState } from 'react'
import type { Result } from '../../domain/result.ts'
import { formatDate, formatMoment, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/dialogs.ts'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/announcer.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { mapTitle } from '../mapTitle.ts'
import { mapSign } from '../sealing/mapSign.ts'
import { type KeepingFailure, type MapListing, useServices } from '../services.ts'

const DeleteForeverDialog = onDemand(() => import('./DeleteForeverDialog.tsx'))

const titleOf = (map: MapListing): string =>
  map.sealed ? t('start.sealed', { sign: mapSign(map.id) }) : mapTitle(map)

/** Deleted maps wait here until they are restored or deleted for good. */
export default function BinList({ maps }: { maps: readonly MapListing[] }) {
  const services = useServices()
  const [leaving, setLeaving] = useState<MapListing | null>(null)
  const run = async (work: Promise<Result<unknown, KeepingFailure>>, done: string) => {
    const result = await work
    announce(result.ok ? done : keepingFailureWords(result.error), result.ok ? 'info' : 'problem')
  }
  return (
    <details className="bin">
      <summary>{t('bin.title', { count: maps.length })}</summary>
      <ul>
        {maps.map((map) => {
          const { changedAt, sealed } = map
          const when = sealed ? formatDate(changedAt) : formatMoment(changedAt)
          const name = sealed ? t('bin.sealed', { sign: mapSign(map.id) }) : mapTitle(map)
          return (
            <li key={map.id}>
              <span className="bin-name">
                <bdi>{titleOf(map)}</bdi>
                <span className="map-changed">{t('start.changed', { when })}</span>
              </span>
              <Button
                aria-label={t('bin.restore.named', { name })}
                onClick={() => void run(services.restoreMap(map.id), t('bin.restored'))}
              >
                {t('bin.restore')}
              </Button>
              <Button
                look="danger"
                aria-label={t('bin.delete.named', { name })}
                onClick={() => setLeaving(map)}
              >
                {t('bin.delete')}
              </Button>
            </li>
          )
        })}
      </ul>
      {leaving && (
        <DeleteForeverDialog
          name={titleOf(leaving)}
          onDelete={() => void run(services.deleteForever(leaving.id), t('bin.deleted'))}
          onClose={() => setLeaving(null)}
        />
      )}
    </details>
  )
}
