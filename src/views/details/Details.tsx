import { useEffect, useState } from 'react'
import { tieShown } from '../../editing/tieShown.ts'
import { useOpenMap, useSelection, useViewSettings } from '../../store/openMap.ts'
import { t } from '../../i18n/i18n.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { onDemand } from '../../ui/onDemand.tsx'
import './details.css'

const StakeholderDetails = onDemand(async () => ({
  default: (await import('./StakeholderDetails.tsx')).StakeholderDetails,
}))
const SeveralDetails = onDemand(async () => ({
  default: (await import('./SeveralDetails.tsx')).SeveralDetails,
}))

const DraftsWaiting = onDemand(() => import('./DraftsWaiting.tsx'))
const TieDetails = onDemand(() => import('../ties/TieDetails.tsx'))

/** All that can be said of who, or which tie, is selected. */
export function Details({ onConnect }: { onConnect: () => void }) {
  const subject = useSubject()
  const { shown } = subject
  const ids = useSelection((state) => state.ids)
  const tie = tieShown(
    subject,
    useSelection((state) => state.tie),
  )
  const visible = [...ids].filter((id) => shown(id))
  const [only] = visible
  const { settings } = useOpenMap()
  const [began] = useState(() => settings.getState().drafts)
  const hasDrafts = useViewSettings(({ drafts }) => Object.keys(drafts).length > 0)
  useEffect(() => {
    StakeholderDetails.fetchAhead()
    SeveralDetails.fetchAhead()
  }, [])
  return (
    // A new person is looked at from the top: notes must not land on the wrong one.
    <div
      className="panel details"
      key={tie ? tie.id : visible.length === 1 ? only : visible.length > 1 ? 'several' : 'none'}
    >
      {hasDrafts && <DraftsWaiting began={began} />}
      {tie ? (
        <TieDetails id={tie.id} />
      ) : only === undefined ? (
        <div className="details-empty">
          <h2>{t('details.none.title')}</h2>
          <p>{t('details.none.text')}</p>
        </div>
      ) : visible.length === 1 ? (
        <StakeholderDetails key={only} id={only} onConnect={onConnect} />
      ) : (
        <SeveralDetails ids={visible} />
      )}
    </div>
  )
}
