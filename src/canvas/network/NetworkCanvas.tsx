import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { NetworkDot } from '../../drawing/network/networkDots.ts'
import { buildNetworkScene } from '../../drawing/network/networkScene.ts'
import { tieAt } from '../../drawing/network/tieAt.ts'
import { SEGMENT_COUNT } from '../../domain/spectrum.ts'
import type { Point } from '../../domain/records.ts'
import { useArranging } from '../../editing/useArranging.ts'
import { useNetworkPlacesFor } from '../../editing/useNetworkPlaces.ts'
import { endWays } from '../../editing/wayShown.ts'
import { useShown } from '../../editing/useSubject.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/network.ts'
import { networkWords } from '../../i18n/networkWords.ts'
import { useEmphasis, useOpenMap } from '../../store/openMap.ts'
import { selectTie } from '../../store/selection.ts'
import { cardLabel } from '../cardLabel.ts'
import { useGround } from '../ground.ts'
import { MapCanvas } from '../MapCanvas.tsx'
import { DraggedTies } from './DraggedTies.tsx'
import { dotItemFor } from './dotItems.ts'
import { DotNode } from './DotNode.tsx'
import { NetworkLayer } from './NetworkLayer.tsx'
import { NetworkLegend } from './NetworkLegend.tsx'
import { NetworkRegions } from './NetworkRegions.tsx'
import { networkGround } from './networkGround.ts'
import { ArrangingNote, NetworkTools } from './NetworkTools.tsx'
import { RubberBand } from './RubberBand.tsx'
import { useSteadyPlaces } from './useSteadyPlaces.ts'
import { useStrongTies } from './useStrongTies.ts'
import { useTieDrag } from './useTieDrag.ts'
import './network.css'

const NODE_TYPES = { dot: DotNode }

/** How near to a tie a press takes it, in world units. */
const TIE_REACH = 7

/** The network: who is tied to whom. */
export default function NetworkCanvas({ faded }: { faded: ReadonlySet<string> }) {
  const map = useOpenMap()
  const shown = useShown()
  const { subject } = shown
  const { view, idOf } = subject
  const root = useRef<HTMLDivElement>(null)
  const [connecting, setConnecting] = useState(false)
  const [legend, setLegend] = useState(false)
  const { places, done, failed } = useNetworkPlacesFor(view)
  const steady = useSteadyPlaces(subject, places)
  const scene = useMemo(() => buildNetworkScene(view, steady, networkWords()), [view, steady])
  const arranging = useArranging()
  const { arrange } = arranging
  const isWayShown = useStore(map.wayTo, ({ target }) => target !== null)
  const ground = useMemo(
    () => networkGround(map, shown, scene, arrange, isWayShown),
    [map, shown, scene, arrange, isWayShown],
  )
  useGround(ground)
  const inHand = useTieDrag(root, scene, connecting)
  useEffect(() => {
    if (!connecting) return
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && setConnecting(false)
    document.addEventListener('keydown', leave)
    return () => document.removeEventListener('keydown', leave)
  }, [connecting])
  const items = useMemo(() => {
    const stakeholders = new Map(view.stakeholders.map((one) => [one.key, one]))
    return inReadingOrder(scene.dots).flatMap((dot) => {
      const stakeholder = stakeholders.get(dot.key)
      const id = idOf(dot.key)
      if (!stakeholder || !id) return []
      const { name } = stakeholder
      const label = cardLabel(stakeholder, view.info.segmentNames)
      return [dotItemFor(dot, { id, name, label, faded: faded.has(dot.key) })]
    })
  }, [scene.dots, view, idOf, faded])
  const farTies = useMemo(() => scene.ties.map(({ path }) => path).join(''), [scene.ties])
  // A way is told of in this view alone; elsewhere nothing would say why everybody else steps back.
  useEffect(
    () => () => {
      if (map.wayTo.getState().target) endWays(map)
    },
    [map],
  )
  const emphasis = useEmphasis()
  const groups = useMemo(
    () => (emphasis?.groups ?? []).map((ids) => ids.flatMap((id) => subject.shown(id)?.key ?? [])),
    [emphasis, subject],
  )
  const onPressEmpty = (world: Point): boolean => {
    const key = tieAt(scene, world, TIE_REACH)
    const tie = key === null ? undefined : subject.tieOf(key)
    if (tie) selectTie(map.selection, tie.id)
    return tie !== undefined
  }
  return (
    <div ref={root} className={connecting ? 'network is-connecting' : 'network'}>
      <MapCanvas
        label={t('network.label')}
        bounds={ground.bounds}
        items={items}
        nodeTypes={NODE_TYPES}
        tools={
          <NetworkTools
            connecting={connecting}
            onConnecting={setConnecting}
            legend={legend}
            onLegend={setLegend}
          />
        }
        overlay={
          <>
            <DraggedTies scene={scene} />
            <RubberBand scene={scene} inHand={inHand} />
          </>
        }
        onPressEmpty={onPressEmpty}
        farTies={farTies}
      >
        <NetworkRegions items={items} names={view.info.segmentNames} />
        <NetworkLayer
          scene={scene}
          strong={useStrongTies(subject)}
          faded={faded}
          quieter={emphasis !== null}
          groups={groups}
        />
      </MapCanvas>
      {legend && <NetworkLegend scene={scene} names={view.info.segmentNames} />}
      {arranging.done !== null && <ArrangingNote done={arranging.done} cancel={arranging.cancel} />}
      {arranging.done === null && !places && !failed && <ArrangingNote done={done} cancel={null} />}
      {view.stakeholders.length > 0 && view.relationships.length === 0 && (
        <p className="network-hint">{t('network.noTies')}</p>
      )}
    </div>
  )
}

/** Segment by segment, from the allies on, then those not placed; within one from the top down. */
const inReadingOrder = (dots: readonly NetworkDot[]): NetworkDot[] =>
  dots.toSorted(
    (a, b) => (a.segment ?? SEGMENT_COUNT) - (b.segment ?? SEGMENT_COUNT) || a.y - b.y || a.x - b.x,
  )
