import { Maximize, Minus, Plus } from 'lucide-react'
import { t } from '../i18n/i18n.ts'
import { useOpenMap, useViewSettings } from '../store/openMap.ts'
import { IconButton } from '../ui/Button.tsx'

interface CanvasToolsProps {
  fit: () => void
  zoomBy: (factor: number) => void
  isFitted: boolean
}

const STEP = 1.25

/** Zoom and what is drawn besides the cards. */
export function CanvasTools({ fit, zoomBy, isFitted }: CanvasToolsProps) {
  const { settings } = useOpenMap()
  const showTies = useViewSettings((state) => state.showTies)
  const showTargets = useViewSettings((state) => state.showTargets)
  return (
    <div className="canvas-tools" role="toolbar" aria-label={t('canvas.tools')}>
      <button
        type="button"
        className="button button-quiet"
        aria-pressed={showTargets}
        onClick={() => settings.setState({ showTargets: !showTargets })}
      >
        {t('canvas.targets')}
      </button>
      <button
        type="button"
        className="button button-quiet"
        aria-pressed={showTies}
        onClick={() => settings.setState({ showTies: !showTies })}
      >
        {t('canvas.ties')}
      </button>
      <span className="canvas-tools-gap" />
      <IconButton label={t('canvas.zoomOut')} data-zoom="out" onClick={() => zoomBy(1 / STEP)}>
        <Minus aria-hidden />
      </IconButton>
      <IconButton label={t('canvas.fit')} aria-pressed={isFitted} onClick={fit}>
        <Maximize aria-hidden />
      </IconButton>
      <IconButton label={t('canvas.zoomIn')} data-zoom="in" onClick={() => zoomBy(STEP)}>
        <Plus aria-hidden />
      </IconButton>
    </div>
  )
}
