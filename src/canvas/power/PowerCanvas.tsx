import { useCallback, useMemo, useState } from 'react'
import { createStore } from 'zustand/vanilla'
import type { FarBox } from '../../drawing/farNames.ts'
import { type PowerGrid, powerPlaceAt } from '../../drawing/power/powerGrid.ts'
import { buildPowerScene } from '../../drawing/power/powerScene.ts'
import type { PowerCard } from '../../drawing/power/powerLayout.ts'
import { useShown } from '../../editing/useSubject.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/network.ts'
import { powerWords } from '../../i18n/powerWords.ts'
import { useOpenMap, useViewSettings } from '../../store/openMap.ts'
import { CardNode } from '../CardNode.tsx'
import { ToolSwitch } from '../CanvasTools.tsx'
import { useGround } from '../ground.ts'
import { MapCanvas } from '../MapCanvas.tsx'
import { useCardItems } from '../useCardItems.ts'
import { type LitCell, powerGround } from './powerGround.ts'
import { PowerGridLayer } from './PowerGridLayer.tsx'

const NODE_TYPES = { card: CardNode }
const TOOLS = <FlipAxes />

/** The power grid: stance × influence, on the same cards as the half-pie. */
export default function PowerCanvas({ faded }: { faded: ReadonlySet<string> }) {
  const map = useOpenMap()
  const shown = useShown()
  const { view } = shown.subject
  const axes = useViewSettings((state) => state.powerAxes)
  const scene = useMemo(() => buildPowerScene(view, powerWords(), axes), [view, axes])
  const [lit] = useState<LitCell>(() => createStore(() => ({ cell: null })))
  useGround(useMemo(() => powerGround(map, shown, scene, lit), [map, shown, scene, lit]))
  const farNamesFit = useCallback((box: FarBox) => isInOneCell(box, scene.grid), [scene.grid])
  const items = useCardItems(
    useMemo(() => inReadingOrder(scene.cards), [scene.cards]),
    faded,
  )
  return (
    <MapCanvas
      label={t('power.label')}
      bounds={scene.bounds}
      items={items}
      nodeTypes={NODE_TYPES}
      tools={TOOLS}
      farNamesFit={farNamesFit}
    >
      <PowerGridLayer scene={scene} names={view.info.segmentNames} lit={lit} />
    </MapCanvas>
  )
}

/** Traditions differ in which way the grid lies. */
function FlipAxes() {
  const { settings } = useOpenMap()
  const axes = useViewSettings((state) => state.powerAxes)
  const isFlipped = axes === 'influence across'
  return (
    <ToolSwitch
      label={t('power.flip')}
      pressed={isFlipped}
      onClick={() =>
        settings.setState({ powerAxes: isFlipped ? 'stance across' : 'influence across' })
      }
    />
  )
}

/** From afar a name stands in the cell of its dot, or not at all. */
function isInOneCell({ left, right, top, bottom }: FarBox, grid: PowerGrid): boolean {
  const from = powerPlaceAt(grid, { x: left, y: top })
  const to = powerPlaceAt(grid, { x: right, y: bottom })
  return from?.segment === to?.segment && from?.level === to?.level && from !== null
}

/** Segment by segment, from the allies on; within one from the powerful down, and along the rows. */
const inReadingOrder = (cards: readonly PowerCard[]): PowerCard[] =>
  cards.toSorted((a, b) => a.segment - b.segment || a.y - b.y || a.x - b.x)
