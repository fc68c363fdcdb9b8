import { Button } from '../../ui/Button.tsx'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/network.ts'
import { unpin } from '../../editing/networkPlacing.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { useMapState, useOpenMap, useSelection } from '../../store/openMap.ts'
import { ToolSwitch } from '../CanvasTools.tsx'

interface NetworkToolsProps {
  connecting: boolean
  onConnecting: (connecting: boolean) => void
  legend: boolean
  onLegend: (legend: boolean) => void
}

/** Whether a drag moves a dot or draws a tie. */
export function NetworkTools(props: NetworkToolsProps) {
  const { connecting, onConnecting, legend, onLegend } = props
  const readOnly = useMapState((state) => state.readOnly)
  return (
    <>
      {!readOnly && <Unpin />}
      <ToolSwitch label={t('network.legend')} pressed={legend} onClick={() => onLegend(!legend)} />
      {!readOnly && (
        <ToolSwitch
          label={t('network.drawTies')}
          pressed={connecting}
          onClick={() => onConnecting(!connecting)}
        />
      )}
    </>
  )
}

/** There while somebody is selected whom a hand has put somewhere: gives them back to Arrange. */
function Unpin() {
  const map = useOpenMap()
  const { recordOf, shown, view } = useSubject()
  const ids = useSelection((state) => state.ids)
  if (view.audience === 'public') return null
  const pinned = [...ids].filter((id) => recordOf(shown(id)?.key ?? '')?.networkPosition?.pinned)
  if (pinned.length === 0) return null
  return (
    <Button look="quiet" title={t('network.unpin.title')} onClick={() => unpin(map, pinned)}>
      {t('network.unpin')}
    </Button>
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
