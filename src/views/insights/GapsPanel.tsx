import { useMemo } from 'react'
import { gapGroups, isOfGap } from '../../editing/gapWords.ts'
import { useInsights } from '../../editing/useInsights.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { t } from '../../i18n/i18n.ts'
import { InsightsPanel } from './InsightsPanel.tsx'
import '../../i18n/parts/insights.ts'

/** What is missing, shown in whichever view is open. */
export function GapsPanel() {
  const worked = useInsights()
  const { view } = useSubject()
  const { found } = worked
  const groups = useMemo(() => found && gapGroups(found.answer.gaps, found.subject), [found])
  return (
    <InsightsPanel
      worked={worked}
      groups={groups}
      opens={null}
      isOurs={isOfGap}
      empty={
        <p className="insight-note">
          {t(view.stakeholders.length === 0 ? 'gap.empty.nobody' : 'gap.empty.none')}
        </p>
      }
    />
  )
}
