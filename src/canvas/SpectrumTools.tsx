import { t } from '../i18n/i18n.ts'
import { useOpenMap, useViewSettings } from '../store/openMap.ts'
import { ToolSwitch } from './CanvasTools.tsx'

/** What the half-pie can draw besides the cards. */
export function SpectrumTools() {
  const { settings } = useOpenMap()
  const showTies = useViewSettings((state) => state.showTies)
  const showTargets = useViewSettings((state) => state.showTargets)
  return (
    <>
      <ToolSwitch
        label={t('canvas.targets')}
        pressed={showTargets}
        onClick={() => settings.setState({ showTargets: !showTargets })}
      />
      <ToolSwitch
        label={t('canvas.ties')}
        pressed={showTies}
        onClick={() => settings.setState({ showTies: !showTies })}
      />
    </>
  )
}
