import fc from 'fast-check'
import { type Finding, findingsOf } from '../../../src/analysis/findings.ts'
import type { MapView, ViewRelationship, ViewStakeholder } from '../../../src/audience/view.ts'
import {
  DIRECTIONS,
  RELATIONSHIP_KINDS,
  type RelationshipKind,
  ROLES,
  type SegmentIndex,
} from '../../../src/domain/records.ts'
import { inSegment } from '../../support/records.ts'
import { stakeholder, viewOf } from '../drawing/views.ts'

/** Networks in a line or two, for tests that say what matters and nothing else. */

/** A stakeholder called like its key, who stands in a segment or hasn't been placed. */
export const someone = (
  key: string,
  segment: SegmentIndex | null = null,
  more: Partial<ViewStakeholder> = {},
): ViewStakeholder =>
  stakeholder(key, key, { placement: segment === null ? null : inSegment(segment), ...more })

export const member = (key: string, segment: SegmentIndex | null = 0): ViewStakeholder =>
  someone(key, segment, { role: 'member' })

type Said = readonly [
  from: string,
  kind: RelationshipKind,
  to: string,
  more?: Partial<ViewRelationship>,
]

/** A team's view of these stakeholders, with ties t1, t2 … as said: one way and of strength 2 unless said otherwise. */
export const networkOf = (people: readonly ViewStakeholder[], said: readonly Said[]): MapView =>
  viewOf(people, {
    relationships: said.map(([from, kind, to, more], index) => ({
      key: `t${index + 1}`,
      from,
      to,
      kind,
      label: '',
      direction: 'one way',
      strength: 2,
      team: { confidentiality: 'public', notes: '' },
      ...more,
    })),
  })

/** Keys that come in another order than the stakeholders do. */
const keyAt = (index: number, count: number): string => `k${(index * 7 + 3) % 11}-${count - index}`

/** Random networks of up to `most` stakeholders, with parallel ties, self-ties and ties to nobody. */
export const arbitraryNetwork = (most: number, mostTies = 2 * most): fc.Arbitrary<MapView> =>
  fc.integer({ min: 1, max: most }).chain((count) => {
    const key = fc
      .integer({ min: 0, max: 20 * count })
      .map((i) => (i === 0 ? 'nobody' : keyAt(i % count, count)))
    return fc
      .record({
        people: fc.array(
          fc.record({
            role: fc.constantFrom(...ROLES),
            segment: fc.constantFrom<SegmentIndex | null>(0, 1, 2, 3, 4, null),
          }),
          { minLength: count, maxLength: count },
        ),
        said: fc.array(
          fc.record({
            from: key,
            to: key,
            kind: fc.constantFrom(...RELATIONSHIP_KINDS),
            direction: fc.constantFrom(...DIRECTIONS),
            strength: fc.constantFrom(1 as const, 2 as const, 3 as const),
          }),
          { maxLength: mostTies, size: 'max' },
        ),
      })
      .map(({ people, said }) =>
        networkOf(
          people.map(({ role, segment }, i) => someone(keyAt(i, count), segment, { role })),
          said.map(({ from, kind, to, ...more }) => [from, kind, to, more]),
        ),
      )
  })

/** The findings of one kind. */
export const found = <K extends Finding['kind']>(view: MapView, kind: K) =>
  findingsOf(view).filter((one): one is Extract<Finding, { kind: K }> => one.kind === kind)

/** By index, the neighbours over all ties but `opposes`, worked out the plain way. */
export function plainNeighbours({ stakeholders, relationships }: MapView): Set<number>[] {
  const index = (key: string) => stakeholders.findIndex((one) => one.key === key)
  const neighbours = stakeholders.map(() => new Set<number>())
  for (const tie of relationships) {
    const [from, to] = [index(tie.from), index(tie.to)]
    if (tie.kind === 'opposes' || from === to || from < 0 || to < 0) continue
    neighbours[from]?.add(to)
    neighbours[to]?.add(from)
  }
  return neighbours
}

/** The parts that a network falls into without some of its vertices. */
export function plainParts(
  neighbours: readonly ReadonlySet<number>[],
  without: ReadonlySet<number> = new Set(),
): number[][] {
  const seen = new Set(without)
  return neighbours.flatMap((_, start) => {
    if (seen.has(start)) return []
    const part = [start]
    seen.add(start)
    for (const here of part) {
      for (const next of neighbours[here] ?? []) {
        if (!seen.has(next)) part.push(next)
        seen.add(next)
      }
    }
    return [part.toSorted((a, b) => a - b)]
  })
}
