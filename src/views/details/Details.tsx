import { useSelection } from '../../store/openMap.ts'
import { t } from '../../i18n/i18n.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { SeveralDetails } from './SeveralDetails.tsx'
import { StakeholderDetails } from './StakeholderDetails.tsx'
import './details.css'

/** The panel at the end side: all that can be said of who is selected. */
export function Details() {
  const { shown } = useSubject()
  const ids = useSelection((state) => state.ids)
  const visible = [...ids].filter((id) => shown(id))
  const [only] = visible
  return (
    <div className="panel details">
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
