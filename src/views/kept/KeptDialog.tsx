import { useId, useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import { useOpenMap, useViewSettings } from '../../store/openMap.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { BackupsPanel } from '../backup/BackupsPanel.tsx'
import { DamagedSection } from '../backup/DamagedSection.tsx'
import { DevicePanel } from '../backup/DevicePanel.tsx'
import { PointsPanel } from '../points/PointsPanel.tsx'
import { type Reliability, useReliability } from '../reliability.ts'
import { useServices } from '../services.ts'
import './kept.css'
import '../../i18n/parts/backup.ts'

const PANELS = ['points', 'backups', 'device'] as const
type Panel = (typeof PANELS)[number]

/** What is kept of this map beside the map itself: copies to go back to, files, and where it all lies. */
export default function KeptDialog({ onClose }: { onClose: () => void }) {
  const { reminder } = useServices()
  const { settings } = useOpenMap()
  const [panel, setPanel] = useState<Panel>(() =>
    reminder.getState().isDue && settings.getState().audience === 'team' ? 'backups' : 'points',
  )
  const reliability = useReliability()
  const panelId = useId()
  return (
    <Dialog title={t('header.kept')} size="large" onClose={onClose}>
      <Tabs
        look="line"
        label={t('header.kept')}
        value={panel}
        tabs={PANELS.map((value) => ({ value, label: t(`kept.${value}`) }))}
        onChange={setPanel}
        controls={panelId}
      />
      <div id={panelId} className="kept-panel" role="tabpanel" aria-label={t(`kept.${panel}`)}>
        {reliability && <PanelOf panel={panel} reliability={reliability} onClose={onClose} />}
      </div>
    </Dialog>
  )
}

interface PanelProps {
  panel: Panel
  reliability: Reliability
  onClose: () => void
}

function PanelOf({ panel, reliability, onClose }: PanelProps) {
  const isPublic = useViewSettings(({ audience }) => audience === 'public')
  switch (panel) {
    case 'points':
      return <PointsPanel points={reliability.points} onClose={onClose} />
    case 'backups':
      return <BackupsPanel backups={reliability.backups} />
    case 'device':
      return (
        <div className="backup-panel">
          <DamagedSection quarantine={reliability.quarantine} />
          <DevicePanel device={reliability.device} isPublic={isPublic} />
        </div>
      )
  }
}
