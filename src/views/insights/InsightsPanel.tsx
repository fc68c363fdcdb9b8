import { type ReactNode, useMemo } from 'react'
import type { InsightGroup } from '../../editing/insightLine.ts'
import { useKeepShowing } from '../../editing/insightShown.ts'
import type { WorkedOut } from '../../editing/useWorkedOut.ts'
import { t } from '../../i18n/i18n.ts'
import type { CanvasView } from '../../store/viewSettings.ts'
import { InsightList } from './InsightList.tsx'
import { WorkFailed } from './WorkFailed.tsx'
import '../../i18n/parts/insights.ts'
import './insights.css'

interface InsightsPanelProps {
  worked: Pick<WorkedOut<unknown>, 'working' | 'failed' | 'retry'>
  /** Null while nothing is known yet. */
  groups: readonly InsightGroup[] | null
  /** The view that shows them best; null is whichever is open. */
  opens: CanvasView | null
  /** Tells the lines of this panel from those of others by what they are about. */
  isOurs: (about: string) => boolean
  /** Stands in place of the groups when there are none. */
  empty: ReactNode
  /** Stands above the groups. */
  note?: ReactNode
}

/** A panel of sentences about the map; what was known stays while it is worked out anew. */
export function InsightsPanel({
  worked: { working, failed, retry },
  groups,
  opens,
  isOurs,
  empty,
  note,
}: InsightsPanelProps) {
  const newest = working ? null : groups
  const lines = useMemo(() => newest?.flatMap((group) => group.lines) ?? null, [newest])
  useKeepShowing(lines, isOurs)
  return (
    <div className="panel insights" aria-busy={working}>
      {failed ? (
        <WorkFailed retry={retry} />
      ) : !groups ? (
        <p className="panel-empty insight-working">{t('insight.working')}</p>
      ) : (
        <>
          {note}
          {groups.length === 0 ? empty : <InsightList groups={groups} opens={opens} />}
        </>
      )}
    </div>
  )
}
