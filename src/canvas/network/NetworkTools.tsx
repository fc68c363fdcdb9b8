import { Button } from '../../ui/Button.tsx'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/network.ts'
import { useMapState } from '../../store/openMap.ts'
import { ToolSwitch } from '../CanvasTools.tsx'

interface NetworkToolsProps {
  connecting: boolean
  onConnecting: (connecting: boolean) => void
}

/** Whether a drag moves a dot or draws a tie. */
export function NetworkTools({ connecting, onConnecting }: NetworkToolsProps) {
  const readOnly = useMapState((state) => state.readOnly)
  if (readOnly) return null
  return (
    <ToolSwitch
      label={t('network.drawTies')}
      pressed={connecting}
      onClick={() => onConnecting(!connecting)}
    />
  )
}

/** How far an arrangement is, and the way out of it. */
export function ArrangingNote({ done, cancel }: { done: number; cancel: (() => void) | null }) {
  return (
    <div className="arranging" role="status">
      <label>
        {t('network.arranging')} <progress value={done} max={1} />
      </label>
      {cancel && <Button onClick={cancel}>{t('action.cancel')}</Button>}
    </div>
  )
}
