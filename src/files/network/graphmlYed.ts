import type { Point } from '../../domain/records.ts'
import { pointIn } from './positions.ts'
import type { XmlElement } from './xmlTree.ts'

/** How yEd draws a node: its texts, and where its middle is (y grows downwards). */
export interface NodeDrawing {
  readonly labels: readonly string[]
  readonly centre: Point | null
}

export interface EdgeDrawing {
  readonly labels: readonly string[]
  /** null when nothing is drawn, and the edge itself says it. */
  readonly direction: 'directed' | 'undirected' | 'mutual' | null
  /** The only arrow is at the edge's start. */
  readonly isReversed: boolean
}

/**
 * What a node's data holds of yEd's extensions (http://www.yworks.com/xml/graphml): a shape with
 * `Geometry` and `NodeLabel`, in a group several of them, of which the first counts.
 */
export function nodeDrawing(node: XmlElement, dropped: Set<string>): NodeDrawing {
  const parts = partsOf(node)
  const geometry = parts.find(({ name }) => name === 'Geometry')
  if (parts.some(({ name }) => name === 'Fill')) dropped.add('y:Fill')
  return { labels: textsOf(parts, 'NodeLabel'), centre: geometry ? centreOf(geometry) : null }
}

/** The same of an edge: `Arrows` and `EdgeLabel`. yEd calls all edges directed; its arrows tell. */
export function edgeDrawing(edge: XmlElement, dropped: Set<string>): EdgeDrawing {
  const parts = partsOf(edge)
  const arrows = parts.find(({ name }) => name === 'Arrows')
  const hasArrow = (end: string) => !['', 'none'].includes(arrows?.get(end) ?? '')
  const [start, finish] = [hasArrow('source'), hasArrow('target')]
  if (parts.some(({ name }) => name === 'LineStyle')) dropped.add('y:LineStyle')
  return {
    labels: textsOf(parts, 'EdgeLabel'),
    direction: arrows ? directionOf(start, finish) : null,
    isReversed: start && !finish,
  }
}

function directionOf(start: boolean, finish: boolean): EdgeDrawing['direction'] {
  if (start && finish) return 'mutual'
  return start || finish ? 'directed' : 'undirected'
}

/** All that is inside an element's data. */
const partsOf = (element: XmlElement): XmlElement[] => element.all('data').flatMap(insideOf)
const insideOf = (element: XmlElement): XmlElement[] =>
  element.children.flatMap((child) => [child, ...insideOf(child)])

const textsOf = (parts: readonly XmlElement[], name: string): string[] => {
  const texts = parts.filter((part) => part.name === name).map(({ text }) => text.trim())
  // A group has a label for each of its looks.
  return [...new Set(texts.filter((text) => text !== ''))]
}

function centreOf(geometry: XmlElement): Point | null {
  const corner = pointIn(geometry.get('x'), geometry.get('y'))
  const size = pointIn(geometry.get('width') || '0', geometry.get('height') || '0')
  return corner && { x: corner.x + (size?.x ?? 0) / 2, y: corner.y + (size?.y ?? 0) / 2 }
}
