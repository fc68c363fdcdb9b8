import { Check } from 'lucide-react'
import { formatDate, formatMoment, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/recovery.ts'
import '../../i18n/parts/sealing.ts'
import { Button } from '../../ui/Button.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { Thumbnail } from '../mapList/Thumbnail.tsx'
import { mapTitle } from '../mapTitle.ts'
import type { SecondCopy } from '../reliability.ts'
import { mapSign } from '../sealing/mapSign.ts'
import { SealedPicture } from '../sealing/SealedPicture.tsx'
import { isFailure, isWhole, type PuttingBack } from './usePutBack.ts'
import '../sealing/sealing.css'
import './recovery.css'

interface CopyListProps {
  copies: readonly SecondCopy[]
  putting: PuttingBack
}

/** Second copies of maps, and what is left of others, as far as they may be seen: those that are damaged come last. */
export function CopyList({ copies, putting }: CopyListProps) {
  return (
    <ul className="map-grid" aria-label={listTitle(copies)}>
      {copies.map((copy) => (
        <CopyCard key={copy.id} copy={copy} putting={putting} />
      ))}
    </ul>
  )
}

function CopyCard({ copy, putting }: { copy: SecondCopy; putting: PuttingBack }) {
  const name = copyName(copy)
  const state = putting.of(copy.id)
  return (
    <li className="map-card copy-card">
      {copy.sealed || !isWhole(copy) ? (
        <SealedPicture />
      ) : (
        <Thumbnail counts={copy.counts} alliesSide={copy.alliesSide} />
      )}
      <span className="map-name">
        <bdi>{name}</bdi>
      </span>
      {copy.remains && copy.remains.stakeholders !== null && !copy.remains.isShut && (
        <span className="map-changed">
          {t('recovery.remains.stakeholders', { count: copy.remains.stakeholders })}
        </span>
      )}
      <span className="map-changed">{whenChanged(copy)}</span>
      {copy.isNewer && <span className="map-changed">{t('recovery.isNewer')}</span>}
      {copy.inBin && <span className="map-changed">{t('recovery.inBin')}</span>}
      <div className="copy-state" role="status">
        {state === 'back' && (
          <>
            <Check aria-hidden /> {backWords(copy)}
          </>
        )}
        {state === 'busy' && t('recovery.putting')}
        {isFailure(state) && (
          <span className="copy-problem">
            {t('recovery.notBack', { reason: keepingFailureWords(state) })}
          </span>
        )}
      </div>
      {isWhole(copy) && state !== 'back' && (
        <Button
          disabled={putting.isBusy}
          aria-label={t('recovery.putBack.named', { name })}
          onClick={() => void putting.putBack([copy])}
        >
          {t('recovery.putBack')}
        </Button>
      )}
    </li>
  )
}

/** What the list of these is called. */
export const listTitle = (copies: readonly SecondCopy[]): string =>
  t(copies.some(({ remains }) => remains) ? 'recovery.remains.list' : 'recovery.list')

const copyName = (copy: SecondCopy): string => {
  if (copy.sealed) return t('sealing.map', { sign: mapSign(copy.id) })
  if (isWhole(copy)) return mapTitle(copy)
  return t(copy.remains ? 'recovery.remains.damaged' : 'recovery.damaged.name')
}

function backWords({ sealed, remains }: SecondCopy): string {
  if (sealed) return t('recovery.backSealed')
  return t(remains ? 'recovery.remains.back' : 'recovery.back')
}

function whenChanged({ changedAt, sealed, remains }: SecondCopy): string {
  if (remains?.isShut) {
    return t(sealed ? 'recovery.remains.shutSealed' : 'recovery.remains.unreadable')
  }
  if (remains) {
    return changedAt
      ? t('recovery.remains.asOf', { when: formatMoment(changedAt) })
      : t('recovery.remains.undated')
  }
  if (!changedAt) return t('recovery.damaged')
  return sealed
    ? t('sealing.changed', { day: formatDate(changedAt) })
    : t('start.changed', { when: formatMoment(changedAt) })
}
