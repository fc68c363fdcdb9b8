import { useMemo } from 'react'
import { findingGroups, isOfFinding } from '../../editing/findingWords.ts'
import { useInsights } from '../../editing/useInsights.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { t } from '../../i18n/i18n.ts'
import { useOpenMap, useViewSettings } from '../../store/openMap.ts'
import { Button } from '../../ui/Button.tsx'
import { InsightsPanel } from './InsightsPanel.tsx'
import '../../i18n/parts/insights.ts'

/** What the network tells: all of it is about ties, so it is shown in the Network view. */
export function FindingsPanel() {
  const worked = useInsights()
  const { view } = useSubject()
  const { found } = worked
  const groups = useMemo(
    () => found && findingGroups(found.answer.findings, found.subject),
    [found],
  )
  const lacksMembers =
    view.relationships.length > 0 && view.stakeholders.every(({ role }) => role !== 'member')
  return (
    <InsightsPanel
      worked={worked}
      groups={groups}
      opens="network"
      isOurs={isOfFinding}
      note={lacksMembers && <p className="insight-note">{t('finding.noMembers')}</p>}
      empty={<NothingFound />}
    />
  )
}

function NothingFound() {
  const { settings } = useOpenMap()
  const { view } = useSubject()
  const inNetwork = useViewSettings((state) => state.view === 'network')
  const words =
    view.stakeholders.length < 2
      ? t('finding.empty.nobody')
      : view.relationships.length === 0
        ? t('finding.empty.ties')
        : t('finding.empty.none')
  return (
    <div className="insight-note">
      <p>{words}</p>
      {!inNetwork && view.stakeholders.length > 1 && (
        <Button onClick={() => settings.setState({ view: 'network' })}>
          {t('finding.openNetwork')}
        </Button>
      )}
    </div>
  )
}
