import type { MapView, ViewRelationship, ViewStakeholder } from '../../audience/view.ts'
import type { SegmentIndex } from '../../domain/records.ts'
import { SEGMENTS, segmentOf } from '../../domain/spectrum.ts'
import { LIGHT } from '../../drawing/palette.ts'
import { edgeId, edgeLabel } from './jsonCanvasEdges.ts'
import { type CanvasRect, segmentGroupId } from './jsonCanvasGroups.ts'
import { type CanvasColumn, layoutCanvas } from './jsonCanvasLayout.ts'
import { cardText } from './jsonCanvasText.ts'
import { tieLabel } from './written.ts'
import { stakeholderFields } from './writtenFields.ts'
import type { FormatWords, NetworkFormatWriter } from './writer.ts'

/**
 * JSON Canvas 1.0 (https://jsoncanvas.org/spec/1.0/): segments as groups side by side, stakeholders as
 * text cards inside them, ties as edges. The format has no fields of its own, so what a card or a tie
 * says besides its name stands in its text, for people to read; notes, contact and places are left out.
 */
export const jsonCanvasWriter: NetworkFormatWriter = {
  id: 'json canvas',
  extension: '.canvas',
  mediaType: 'application/json',
  files: (view, _places, words) => [
    {
      name: 'network.canvas',
      content: `${JSON.stringify(canvasOf(view, words), null, '\t')}\n`,
    },
  ],
}

type Column = SegmentIndex | 'none'

/** Fields that say little or too much for a card, or that its group says. */
const NOT_ON_CARDS = new Set(['Segment', 'Description', 'Notes', 'Contact'])
/** What goes without saying, and is read so when it isn't said. */
const USUAL: ReadonlyMap<string, string> = new Map([
  ['Type', 'organisation'],
  ['Role', 'other'],
  ['Confidentiality', 'public'],
])

function canvasOf(view: MapView, words: FormatWords) {
  const cards = view.stakeholders.map((stakeholder) => ({
    stakeholder,
    column: columnOf(stakeholder),
    text: textOf(stakeholder),
  }))
  const segments = view.info.alliesSide === 'left' ? SEGMENTS : SEGMENTS.toReversed()
  const hasUnplaced = cards.some(({ column }) => column === 'none')
  const columns: Column[] = [...segments, ...(hasUnplaced ? (['none'] as const) : [])]
  const layout = layoutCanvas(
    columns.map((column): CanvasColumn => ({
      texts: cards.filter((card) => card.column === column).map(({ text }) => text),
    })),
  )
  const rects = new Map<string, CanvasRect>()
  const groups = columns.flatMap((column, index) => {
    const placed = layout[index]
    if (!placed) return []
    const members = cards.filter((card) => card.column === column)
    for (const [rank, rect] of placed.cards.entries()) {
      const member = members[rank]
      if (member) rects.set(member.stakeholder.key, rect)
    }
    const label = column === 'none' ? words.notPlaced : words.segments[column]
    const id = segmentGroupId(column)
    return [{ id, type: 'group', ...placed.group, ...colourOf(column), label }]
  })
  // Groups first: what comes later lies above, and cards keep the order in which they were called out.
  const texts = cards.flatMap(({ stakeholder: { key }, column, text }) => {
    const rect = rects.get(key)
    return rect ? [{ id: cardId(key), type: 'text', ...rect, ...colourOf(column), text }] : []
  })
  return {
    nodes: [...groups, ...texts],
    edges: view.relationships.map((tie) => edgeOf(tie, rects, words)),
  }
}

const columnOf = ({ placement }: ViewStakeholder): Column =>
  placement ? segmentOf(placement.stance) : 'none'

const colourOf = (column: Column) =>
  column === 'none' ? {} : { color: LIGHT.segments[column].strong }

/** Never the id of a group. */
const cardId = (key: string): string => `card:${key}`

const textOf = (stakeholder: ViewStakeholder): string =>
  cardText({
    name: stakeholder.name,
    fields: stakeholderFields(stakeholder).filter(
      ({ name, value }) => !NOT_ON_CARDS.has(name) && USUAL.get(name) !== value,
    ),
    description: stakeholder.description.trim(),
  })

function edgeOf(tie: ViewRelationship, rects: ReadonlyMap<string, CanvasRect>, words: FormatWords) {
  const label = edgeLabel({
    word: tieLabel(tie, words),
    strength: tie.strength,
    isConfidential: tie.team?.confidentiality === 'confidential',
  })
  const [fromSide, toSide] = sidesOf(rects.get(tie.from), rects.get(tie.to))
  return {
    id: edgeId(tie.kind, tie.key),
    fromNode: cardId(tie.from),
    fromSide,
    fromEnd: tie.direction === 'mutual' ? 'arrow' : 'none',
    toNode: cardId(tie.to),
    toSide,
    toEnd: 'arrow',
    ...(label === '' ? {} : { label }),
  }
}

/** Sides that face each other. */
function sidesOf(from: CanvasRect | undefined, to: CanvasRect | undefined) {
  const [dx, dy] = from && to ? [to.x - from.x, to.y - from.y] : [1, 0]
  if (Math.abs(dx) >= Math.abs(dy))
    return dx >= 0 ? (['right', 'left'] as const) : (['left', 'right'] as const)
  return dy >= 0 ? (['bottom', 'top'] as const) : (['top', 'bottom'] as const)
}
