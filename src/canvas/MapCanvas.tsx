import { type NodeTypes, ReactFlow, ViewportPortal } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { Point } from '../domain/records.ts'
import type { FarBox } from '../drawing/farNames.ts'
import type { Rect } from '../drawing/halfPie.ts'
import { useOpenMap, useViewSettings } from '../store/openMap.ts'
import { cameraOf } from '../store/viewSettings.ts'
import { onDemand } from '../ui/onDemand.tsx'
import { MAX_ZOOM, MIN_ZOOM } from './camera.ts'
import type { CanvasItem } from './canvasItem.ts'
import { CanvasTools } from './CanvasTools.tsx'
import { ALL_UP_TO, DrawnProvider, howToDraw } from './drawn.ts'
import { useCamera } from './useCamera.ts'
import { useFocusInView } from './useFocusInView.ts'
import { useMountedItems } from './useMountedItems.ts'
import { useSelectedInView } from './useSelectedInView.ts'
import { usePaintedItems } from './usePaintedItems.ts'
import './canvas.css'

const FarLayer = onDemand(() => import('./FarLayer.tsx'))

/** A map that may be too large for anything else is drawn from afar. */
export const isLarge = (stakeholders: number): boolean => stakeholders > ALL_UP_TO

/** Gets the code that draws everybody from afar. */
export const fetchFarLayer = FarLayer.fetchNow

const PRO_OPTIONS = { hideAttribution: true }

interface MapCanvasProps {
  /** Accessible name of the region. */
  label: string
  /** All that is drawn, in world units; what the camera is fitted to. */
  bounds: Rect
  /** In reading order, which is the order of Tab. */
  items: readonly CanvasItem[]
  nodeTypes: NodeTypes
  /** Drawn in world coordinates under the items. */
  children: ReactNode
  /** Drawn in world coordinates over the items. */
  overlay?: ReactNode
  /** Switches of the view in the toolbar, before the zoom. */
  tools?: ReactNode
  /** All ties as one path of hairlines, painted when everything is drawn from afar. */
  farTies?: string | null
  /** Where names may stand when everything is drawn from afar; anywhere unless said. */
  farNamesFit?: (box: FarBox) => boolean
  /** A press on the empty canvas, in world units; true = taken, nobody is let go. */
  onPressEmpty?: (world: Point, event: PointerEvent) => boolean
}

/**
 * A canvas on React Flow, the same for half-pie, network and grid. React Flow holds the nodes and the settled
 * camera; every gesture is ours (see cameraGestures and cardDrag), because its store wakes each node at each
 * step of a pan or drag. It is given only the nodes that are needed (see drawn and useMountedItems).
 */
export function MapCanvas(props: MapCanvasProps) {
  const { label, bounds, items, nodeTypes, children, overlay, tools, onPressEmpty } = props
  const { farTies = null, farNamesFit } = props
  const isGliding = useStore(useOpenMap().gesture, (state) => state.gliding)
  const isFitted = useViewSettings((state) => cameraOf(state) === null)
  const pane = useRef<HTMLDivElement>(null)
  const { camera, size, live, boxSelection, fit, zoomBy } = useCamera(pane, {
    bounds,
    items,
    onPressEmpty,
  })
  const drawn = useMemo(
    () => (camera && size ? howToDraw(items, camera, size) : 'all'),
    [items, camera, size],
  )
  useEffect(() => FarLayer.fetchAhead(), [])
  useFocusInView(pane, items, camera, size)
  useSelectedInView(items, camera, size)
  const hovered = usePaintedItems(pane, drawn === 'dots', items, camera)
  const mounted = useMountedItems(pane, { items, drawn, camera, size, live, hovered })
  const nodes = useMemo(() => mounted.map(({ node }) => node), [mounted])
  return (
    <section
      ref={pane}
      className={['canvas', isGliding && 'is-gliding', drawn === 'dots' && 'is-far']
        .filter(Boolean)
        .join(' ')}
      aria-label={label}
      data-drawn={camera && size ? items.length : undefined}
    >
      {camera && size && (
        <DrawnProvider value={drawn}>
          <ReactFlow
            nodes={nodes}
            nodeTypes={nodeTypes}
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
            <ViewportPortal>
              <div className="canvas-ground">
                {children}
                {drawn === 'dots' && (
                  <FarLayer
                    items={items}
                    bounds={bounds}
                    camera={camera}
                    size={size}
                    live={live}
                    ties={farTies}
                    fits={farNamesFit}
                  />
                )}
              </div>
              {overlay !== undefined && <div className="canvas-overlay">{overlay}</div>}
            </ViewportPortal>
          </ReactFlow>
        </DrawnProvider>
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
      <CanvasTools fit={fit} zoomBy={zoomBy} isFitted={isFitted}>
        {tools}
      </CanvasTools>
    </section>
  )
}
