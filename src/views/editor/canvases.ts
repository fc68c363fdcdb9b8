import type { ComponentType } from 'react'
import { fetchFarLayer, isLarge } from '../../canvas/MapCanvas.tsx'
import { SpectrumCanvas } from '../../canvas/SpectrumCanvas.tsx'
import type { OpenMap } from '../../store/openMap.ts'
import type { CanvasView } from '../../store/viewSettings.ts'
import { onDemand } from '../../ui/onDemand.tsx'

const NetworkCanvas = onDemand(() => import('../../canvas/network/NetworkCanvas.tsx'))
const PowerCanvas = onDemand(() => import('../../canvas/power/PowerCanvas.tsx'))

/** What draws each view. */
export const CANVASES: Readonly<Record<CanvasView, ComponentType<{ faded: ReadonlySet<string> }>>> =
  { spectrum: SpectrumCanvas, network: NetworkCanvas, power: PowerCanvas }

/** Gets what the view needs in which a map opens, so that it is then drawn in one step. */
export async function fetchCanvas(map: OpenMap): Promise<void> {
  const { view } = map.settings.getState()
  const large = isLarge(map.store.state.getState().doc.stakeholders.size)
  const far = large && fetchFarLayer()
  if (view === 'network') await NetworkCanvas.fetchNow()
  if (view === 'power') await PowerCanvas.fetchNow()
  if (large) await (await import('./workOutAhead.ts')).workOutAhead(map)
  await far
}
