import type { ComponentType } from 'react'
import { fetchFarLayer } from '../../canvas/MapCanvas.tsx'
import { SpectrumCanvas } from '../../canvas/SpectrumCanvas.tsx'
import type { CanvasView } from '../../store/viewSettings.ts'
import { onDemand } from '../../ui/onDemand.tsx'

const NetworkCanvas = onDemand(() => import('../../canvas/network/NetworkCanvas.tsx'))
const PowerCanvas = onDemand(() => import('../../canvas/power/PowerCanvas.tsx'))

/** What draws each view. */
export const CANVASES: Readonly<Record<CanvasView, ComponentType<{ faded: ReadonlySet<string> }>>> =
  { spectrum: SpectrumCanvas, network: NetworkCanvas, power: PowerCanvas }

/** Gets the code of a view, so that a map of so many stakeholders that opens in it is drawn in one step. */
export async function fetchCanvas(view: CanvasView, stakeholders: number): Promise<void> {
  const far = fetchFarLayer(stakeholders)
  if (view === 'network') await NetworkCanvas.fetchNow()
  if (view === 'power') await PowerCanvas.fetchNow()
  await far
}
