import { useSubject } from '../../editing/useSubject.ts'
import { AddStakeholder } from './AddStakeholder.tsx'
import { NotPlacedList } from './NotPlacedList.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import './tray.css'

const Filters = onDemand(() => import('./Filters.tsx'))

/** The panel at the start side: naming, who is not placed yet, and what to show. */
export function Tray({ faded }: { faded: ReadonlySet<string> }) {
  const { view } = useSubject()
  const unplaced = view.stakeholders.filter(({ placement }) => placement === null)
  const total = view.stakeholders.length
  return (
    <div className="panel tray">
      <AddStakeholder />
      <NotPlacedList stakeholders={unplaced} total={total} faded={faded} />
      <Filters matching={total - faded.size} total={total} />
    </div>
  )
}
