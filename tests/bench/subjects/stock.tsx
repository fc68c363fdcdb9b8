import { ReactFlow, useEdgesState, useNodesState } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { createRoot } from 'react-dom/client'
import { LIGHT } from '../../../src/drawing/palette.ts'
import { EMPTY_SPOT, mapOfPage, middleOfWindow, nearestToMiddle } from './page.ts'
import { CARD } from './syntheticMap.ts'
import './subject.css'

/** The map in React Flow as it comes: default nodes and edges, nothing tuned. */
const map = mapOfPage()
const NODES = map.cards.map(({ id, name, x, y, segment }) => ({
  id,
  position: { x: x - CARD.width / 2, y: y - CARD.height / 2 },
  data: { label: name },
  style: { ...CARD, padding: 4, borderColor: LIGHT.segments[segment].strong },
}))
const EDGES = map.ties.map(({ id, from, to }) => ({ id, source: `s${from}`, target: `s${to}` }))

function Stock() {
  const [nodes, , onNodesChange] = useNodesState(NODES)
  const [edges, , onEdgesChange] = useEdgesState(EDGES)
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      minZoom={0.01}
      maxZoom={8}
      fitView
    />
  )
}

const root = document.createElement('div')
root.className = 'whole'
document.body.append(root)
createRoot(root).render(<Stock />)

const nodes = document.getElementsByClassName('react-flow__node')
const edges = document.getElementsByClassName('react-flow__edge')
window.bench = {
  ready() {
    const last = nodes[NODES.length - 1]
    return (
      last !== undefined &&
      getComputedStyle(last).visibility === 'visible' &&
      edges.length === EDGES.length
    )
  },
  cardSpot: () => nearestToMiddle(nodes),
  emptySpot: () => EMPTY_SPOT,
  middle: middleOfWindow,
  state() {
    const viewport = document.querySelector('.react-flow__viewport')?.getAttribute('style')
    const dragged = document.querySelector('.react-flow__node.dragging')?.getAttribute('style')
    return `${viewport} ${dragged}`
  },
}
