import { ReactFlow } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { FAR_ZOOM, farNames } from '../drawing/farNames.ts'
import { useShown } from '../editing/useSubject.ts'
import { t } from '../i18n/i18n.ts'
import { useOpenMap, useViewSettings } from '../store/openMap.ts'
import { cameraOf } from '../store/viewSettings.ts'
import { cardLabel } from './cardLabel.ts'
import { MAX_ZOOM, MIN_ZOOM } from './camera.ts'
import { CanvasTools } from './CanvasTools.tsx'
import { CardNode } from './CardNode.tsx'
import { PieLayer } from './PieLayer.tsx'
import { flowNodeFor, inReadingOrder } from './toFlow.ts'
import { useCamera } from './useCamera.ts'
import './canvas.css'

const NODE_TYPES = { card: CardNode }
const PRO_OPTIONS = { hideAttribution: true }

/**
 * The half-pie on React Flow. React Flow holds the nodes and the settled camera; every gesture is ours
 * (see cameraGestures and cardDrag), because its store wakes each node at each step of a pan or drag.
 */
export function SpectrumCanvas({ faded }: { faded: ReadonlySet<string> }) {
  const { subject, scene } = useShown()
  const showTargets = useViewSettings((state) => state.showTargets)
  const isGliding = useStore(useOpenMap().gesture, (state) => state.gliding)
  const pane = useRef<HTMLDivElement>(null)
  const { camera, boxSelection, fit, zoomBy } = useCamera(pane, scene)
  const { view, idOf } = subject
  const isFar = camera !== null && camera.zoom < FAR_ZOOM
  // Between two steps of the ladder names keep their size in the world, so that zooming does not reshuffle them.
  const farZoom = isFar ? zoomStep(camera.zoom) : null
  const far = useMemo(() => (farZoom === null ? null : farNames(scene, farZoom)), [farZoom, scene])
  const nodes = useMemo(() => {
    const stakeholders = new Map(view.stakeholders.map((one) => [one.key, one]))
    return inReadingOrder(scene.cards).flatMap((card) => {
      const stakeholder = stakeholders.get(card.key)
      const id = idOf(card.key)
      if (!stakeholder || !id) return []
      const look = {
        id,
        name: stakeholder.name,
        label: cardLabel(stakeholder, view.info.segmentNames),
        faded: faded.has(card.key),
        far: far?.get(card.key) ?? null,
      }
      return [flowNodeFor(card, look)]
    })
  }, [scene.cards, view, idOf, faded, far])
  return (
    <section
      ref={pane}
      className={isGliding ? 'canvas is-gliding' : 'canvas'}
      aria-label={t('canvas.label')}
    >
      {camera && (
        <ReactFlow
          nodes={nodes}
          nodeTypes={NODE_TYPES}
          viewport={camera}
          minZoom={MIN_ZOOM}
          maxZoom={MAX_ZOOM}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          elementsSelectable={false}
          panOnDrag={false}
          zoomOnScroll={false}
          zoomOnPinch={false}
          zoomOnDoubleClick={false}
          preventScrolling={false}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          deleteKeyCode={null}
          panActivationKeyCode={null}
          zoomActivationKeyCode={null}
          disableKeyboardA11y
          proOptions={PRO_OPTIONS}
        >
          <PieLayer scene={scene} names={view.info.segmentNames} showTargets={showTargets} />
        </ReactFlow>
      )}
      <div className="shield" />
      {boxSelection && (
        <div
          className="box-selection"
          style={{
            left: boxSelection.x,
            top: boxSelection.y,
            width: boxSelection.width,
            height: boxSelection.height,
          }}
        />
      )}
      <CanvasTools
        fit={fit}
        zoomBy={zoomBy}
        isFitted={useViewSettings((state) => cameraOf(state) === null)}
      />
    </section>
  )
}

const STEPS_PER_DOUBLING = 4

/** The next lower zoom on a ladder of quarter doublings. */
const zoomStep = (zoom: number): number =>
  2 ** (Math.floor(Math.log2(zoom) * STEPS_PER_DOUBLING) / STEPS_PER_DOUBLING)
