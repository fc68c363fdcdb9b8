import { useEffect } from 'react'
import { useSelection } from '../../store/openMap.ts'
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

/** The panel at the end side: all that can be said of who is selected. */
export function Details() {
  const { shown } = useSubject()
  const ids = useSelection((state) => state.ids)
  const visible = [...ids].filter((id) => shown(id))
  const [only] = visible
  useEffect(() => {
    StakeholderDetails.fetchAhead()
    SeveralDetails.fetchAhead()
  }, [])
  return (
    // A new person is looked at from the top: notes must not land on the wrong one.
    <div
      className="panel details"
      key={visible.length === 1 ? only : visible.length > 1 ? 'several' : 'none'}
    >
      {only === undefined ? (
        <div className="details-empty">
          <h2>{t('details.none.title')}</h2>
          <p>{t('details.none.text')}</p>
        </div>
      ) : visible.length === 1 ? (
        <StakeholderDetails key={only} id={only} />
      ) : (
        <SeveralDetails ids={visible} />
      )}
    </div>
  )
}
