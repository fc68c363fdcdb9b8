import { useMemo } from 'react'
import type { FarBox } from '../drawing/farNames.ts'
import { isOnPie } from '../drawing/halfPie.ts'
import { useShown } from '../editing/useSubject.ts'
import { t } from '../i18n/i18n.ts'
import { useOpenMap, useViewSettings } from '../store/openMap.ts'
import { CardNode } from './CardNode.tsx'
import { useGround } from './ground.ts'
import { MapCanvas } from './MapCanvas.tsx'
import { PieLayer } from './PieLayer.tsx'
import { spectrumGround } from './spectrumGround.ts'
import { SpectrumTools } from './SpectrumTools.tsx'
import { inReadingOrder } from './toFlow.ts'
import { useCardItems } from './useCardItems.ts'

const NODE_TYPES = { card: CardNode }
const TOOLS = <SpectrumTools />

/** The half-pie with its cards. */
export function SpectrumCanvas({ faded }: { faded: ReadonlySet<string> }) {
  const map = useOpenMap()
  const shown = useShown()
  const { subject, scene } = shown
  const { view } = subject
  const showTargets = useViewSettings((state) => state.showTargets)
  useGround(useMemo(() => spectrumGround(map, shown), [map, shown]))
  const items = useCardItems(
    useMemo(() => inReadingOrder(scene.cards), [scene.cards]),
    faded,
  )
  const farNamesFit = useMemo(() => (box: FarBox) => isOnPie(box, scene.pie), [scene.pie])
  return (
    <MapCanvas
      label={t('canvas.label')}
      bounds={scene.bounds}
      items={items}
      nodeTypes={NODE_TYPES}
      tools={TOOLS}
      farTies={scene.ties}
      farNamesFit={farNamesFit}
    >
      <PieLayer scene={scene} names={view.info.segmentNames} showTargets={showTargets} />
    </MapCanvas>
  )
}
