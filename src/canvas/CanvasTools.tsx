import { Maximize, Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../i18n/i18n.ts'
import { IconButton } from '../ui/Button.tsx'

interface CanvasToolsProps {
  fit: () => void
  zoomBy: (factor: number) => void
  isFitted: boolean
  /** What the view that is open can draw besides. */
  children: ReactNode
}

const STEP = 1.25

/** Zoom, and what is drawn besides the cards. */
export function CanvasTools({ fit, zoomBy, isFitted, children }: CanvasToolsProps) {
  return (
    <div className="canvas-tools" role="toolbar" aria-label={t('canvas.tools')}>
      {children}
      {children !== undefined && <span className="canvas-tools-gap" />}
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

interface ToolSwitchProps {
  label: string
  pressed: boolean
  onClick: () => void
}

/** A switch in the toolbar. */
export function ToolSwitch({ label, pressed, onClick }: ToolSwitchProps) {
  return (
    <button type="button" className="button button-quiet" aria-pressed={pressed} onClick={onClick}>
      {label}
    </button>
  )
}
