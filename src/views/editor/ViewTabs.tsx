import { t } from '../../i18n/i18n.ts'
import { useOpenMap, useViewSettings } from '../../store/openMap.ts'
import { CANVAS_VIEWS } from '../../store/viewSettings.ts'
import { Tabs } from '../../ui/Tabs.tsx'

/** The drawings of the map: the same stakeholders by where they stand, by their ties, and by their power. */
export function ViewTabs() {
  const { settings } = useOpenMap()
  const view = useViewSettings((state) => state.view)
  return (
    <Tabs
      label={t('view.label')}
      controls="canvas"
      value={view}
      tabs={CANVAS_VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
      onChange={(chosen) => settings.setState({ view: chosen })}
    />
  )
}
