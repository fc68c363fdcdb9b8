import type { SegmentIndex } from '../domain/records.ts'
import type { LayoutCard } from '../drawing/layout.ts'
import { useDrawn } from './drawn.ts'
import { domIdOf } from './toFlow.ts'

interface SegmentRegionProps {
  label: string
  /** Who is in it, in the order in which they are read. */
  members: readonly { readonly key: string; readonly name: string }[]
}

/** A segment for a screen reader: it owns its cards, and says who is there where not all of them are elements. */
export function SegmentRegion({ label, members }: SegmentRegionProps) {
  const drawn = useDrawn()
  return (
    <section
      className="visually-hidden"
      aria-label={label}
      aria-owns={members.map(({ key }) => domIdOf(key)).join(' ')}
    >
      {drawn !== 'all' && members.map(({ name }) => name).join(', ')}
    </section>
  )
}

/** The cards of one segment as members of its region. */
export const namedIn = (
  cards: readonly Pick<LayoutCard, 'key' | 'segment' | 'shape'>[],
  segment: SegmentIndex,
): SegmentRegionProps['members'] =>
  cards
    .filter((card) => card.segment === segment)
    .map(({ key, shape }) => ({ key, name: shape.lines.join(' ') }))
