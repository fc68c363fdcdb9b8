import { useState } from 'react'
import type { MapView, PublicChoices } from '../../audience/view.ts'
import type { NetworkPlaces } from '../../drawing/network/networkLayout.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import { Button } from '../../ui/Button.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import { Section } from './Section.tsx'
import { TellChoices } from './TellChoices.tsx'
import type { ExportActionsOf } from './useExportActions.ts'

const OtherFormats = onDemand(() => import('./OtherFormats.tsx'))

interface MapFileProps {
  view: MapView
  places: NetworkPlaces | null
  /** What tables and files for the public tell; null for the team, which is told everything. */
  tells: PublicChoices | null
  onTells: (tells: PublicChoices) => void
  blocked: boolean
  actions: Pick<ExportActionsOf, 'saveFile' | 'saveMade'>
  onWantsPlaces: (wanted: boolean) => void
}

/** The map itself, in our own format and in those of other tools. */
export function MapFile({
  view,
  places,
  tells,
  onTells,
  blocked,
  actions,
  onWantsPlaces,
}: MapFileProps) {
  const [showsOthers, setShowsOthers] = useState(false)
  return (
    <Section name={t('export.mapFile')}>
      {tells && <TellChoices tells={tells} onChange={onTells} />}
      <Button disabled={blocked} onClick={actions.saveFile}>
        {t('export.file')}
      </Button>
      <details
        onToggle={({ currentTarget }) => {
          setShowsOthers(currentTarget.open)
          onWantsPlaces(currentTarget.open)
        }}
      >
        <summary>{t('export.others')}</summary>
        {showsOthers && (
          <OtherFormats view={view} places={places} disabled={blocked} onSave={actions.saveMade} />
        )}
      </details>
    </Section>
  )
}
