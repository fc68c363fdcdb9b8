import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/announcer.tsx'
import { Logo } from '../../ui/Logo.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { type MapListing, useServices } from '../services.ts'
import { ImportMapButton } from './ImportMapButton.tsx'
import { MapCard } from './MapCard.tsx'
import { Thumbnail } from './Thumbnail.tsx'
import './startPage.css'

const BinList = onDemand(() => import('./BinList.tsx'))
const NewMapDialog = onDemand(() => import('./NewMapDialog.tsx'))
const SafetyDialog = onDemand(() => import('../sealing/SafetyDialog.tsx'))
const StorageDialog = onDemand(() => import('../backup/StorageDialog.tsx'))
const RecoveryBar = onDemand(() => import('../recovery/RecoveryBar.tsx'))
const RecoveryScreen = onDemand(() => import('../recovery/RecoveryScreen.tsx'))
const SealedCard = onDemand(() => import('../sealing/SealedCard.tsx'))

/** All maps on this device, and the ways to another one. */
export function StartPage() {
  const services = useServices()
  const list = useStore(services.maps)
  const [dialog, setDialog] = useState<'new' | 'safety' | 'storage' | null>(null)
  const close = () => setDialog(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => NewMapDialog.fetchAhead(), [])
  const openExample = async () => {
    setBusy(true)
    const made = await services.createExample()
    setBusy(false)
    if (made.ok) services.openMap(made.value)
    else announce(keepingFailureWords(made.error), 'problem')
  }
  const ready = list.status === 'ready' ? list : null
  // Until somebody goes on: the first map that is put back is not the last.
  const [isRecovering, setRecovering] = useState(false)
  if (ready?.isLost && !isRecovering) setRecovering(true)
  const goOn = useCallback(() => setRecovering(false), [])
  const maps = ready?.maps ?? []
  const kept = maps.filter(({ inBin }) => !inBin)
  const inBin = maps.filter((map) => map.inBin)
  return (
    <div className="start">
      <header className="start-head">
        <Logo />
        <span className="start-brand">Allyscope</span>
      </header>
      <main className="start-main">
        {list.code && (
          <p className="start-problem" role="alert">
            {keepingFailureWords(list.code)}
          </p>
        )}
        {isRecovering ? (
          <RecoveryScreen onDone={goOn} />
        ) : (
          <>
            {list.status !== 'reading' && !ready?.code && (
              <RecoveryBar unreadable={ready?.unreadable ?? 0} isFailed={!ready} />
            )}
            {ready && kept.length === 0 && !ready.unreadable && (
              <section className="start-welcome">
                <div>
                  <h1>{t('start.welcome.title')}</h1>
                  <p>{t('start.welcome.text')}</p>
                </div>
                <Thumbnail counts={PICTURED} alliesSide="left" />
              </section>
            )}
            {kept.length > 0 && <h1 className="start-title">{t('start.title')}</h1>}
            {list.status !== 'reading' && (
              <div className="start-actions">
                <Button look="primary" onClick={() => setDialog('new')}>
                  {t('start.new')}
                </Button>
                <Button disabled={busy} onClick={() => void openExample()}>
                  {t('start.example')}
                </Button>
                <ImportMapButton />
              </div>
            )}
            {list.status === 'reading' && <p role="status">{t('start.reading')}</p>}
            {kept.length > 0 && <MapGrid maps={kept} />}
            {inBin.length > 0 && <BinList maps={inBin} />}
          </>
        )}
      </main>
      <footer className="start-foot">
        {t('start.privacy')}
        <button type="button" className="link-button" onClick={() => setDialog('safety')}>
          {t('start.safety')}
        </button>
        <button type="button" className="link-button" onClick={() => setDialog('storage')}>
          {t('start.storage')}
        </button>
      </footer>
      {dialog === 'new' && <NewMapDialog onClose={close} />}
      {dialog === 'safety' && <SafetyDialog part="all" onClose={close} />}
      {dialog === 'storage' && <StorageDialog onClose={close} />}
    </div>
  )
}

/** How many stand in each segment of the picture that greets a newcomer. */
const PICTURED = [7, 6, 4, 5, 6]

const MapGrid = ({ maps }: { maps: readonly MapListing[] }) => (
  <ul className="map-grid" aria-label={t('start.title')}>
    {maps.map((map) => {
      const Card = map.sealed ? SealedCard : MapCard
      return <Card key={map.id} map={map} />
    })}
  </ul>
)
