import { useEffect, useRef } from 'react'
import { t } from '../../i18n/i18n.ts'
import { useOpenMap, useSelection, useViewSettings, useWall } from '../../store/openMap.ts'
import { SIDE_TABS } from '../../store/viewSettings.ts'
import { onDemand } from '../../ui/onDemand.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { PartBoundary } from '../crash/PartBoundary.tsx'
import { Details } from '../details/Details.tsx'

const WallPanel = onDemand(async () => ({
  default: (await import('../wall/WallPanel.tsx')).WallPanel,
}))
const FindingsPanel = onDemand(async () => ({
  default: (await import('../insights/FindingsPanel.tsx')).FindingsPanel,
}))
const GapsPanel = onDemand(async () => ({
  default: (await import('../insights/GapsPanel.tsx')).GapsPanel,
}))

/** The panel at the end side: who is selected, or what the map as a whole tells. */
export function SidePanel({ onConnect }: { onConnect: () => void }) {
  const { settings } = useOpenMap()
  const tab = useViewSettings((state) => state.sideTab)
  const hasWall = useWall(({ name }) => name !== null)
  const selected = useDetailsOfSelected()
  return (
    <>
      {hasWall && (
        <PartBoundary part="panel">
          <WallPanel />
        </PartBoundary>
      )}
      <Tabs
        look="line"
        label={t('panel.label')}
        controls="side-panel"
        value={tab}
        tabs={SIDE_TABS.map((value) => ({ value, label: t(`panel.${value}`) }))}
        onChange={(sideTab) => settings.setState({ sideTab })}
      />
      <div id="side-panel" className="side-panel" role="tabpanel" aria-label={t(`panel.${tab}`)}>
        <PartBoundary part="panel" of={tab === 'details' ? selected : tab}>
          {tab === 'details' && <Details onConnect={onConnect} />}
          {tab === 'findings' && <FindingsPanel />}
          {tab === 'gaps' && <GapsPanel />}
        </PartBoundary>
      </div>
    </>
  )
}

/** Whoever is clicked is told about: returned is who, or which tie, that is. */
function useDetailsOfSelected(): unknown {
  const { settings } = useOpenMap()
  const ids = useSelection((state) => state.ids)
  const tie = useSelection((state) => state.tie)
  const last = useRef({ ids, tie })
  useEffect(() => {
    const before = last.current
    last.current = { ids, tie }
    if (before.ids === ids && before.tie === tie) return
    if (ids.size > 0 || tie) settings.setState({ sideTab: 'details' })
  }, [ids, tie, settings])
  return tie ?? ids
}
