import type { MapView, ViewRelationship, ViewStakeholder } from '../../../../src/audience/view.ts'
import { SEGMENTS, stanceOfSegment } from '../../../../src/domain/spectrum.ts'
import { stakeholder, viewOf } from '../views.ts'

/** Networks in a word or two, for tests that say what matters and nothing else. */

export const tie = (
  from: string,
  to: string,
  more: Partial<ViewRelationship> = {},
): ViewRelationship => ({
  key: `${from}-${to}`,
  from,
  to,
  kind: 'influences',
  label: '',
  direction: 'one way',
  strength: 2,
  team: { confidentiality: 'public', notes: '' },
  ...more,
})

export const confidentialTie: Partial<ViewRelationship> = {
  team: { confidentiality: 'confidential', notes: '' },
}

export const networkOf = (
  stakeholders: readonly ViewStakeholder[],
  relationships: readonly ViewRelationship[] = [],
  more: Partial<MapView> = {},
): MapView => viewOf(stakeholders, { relationships, ...more })

/** Somebody called like the key, of middling influence, at a stance or not placed. */
export const someone = (
  key: string,
  stance: number | null = 0,
  more: Partial<ViewStakeholder> = {},
): ViewStakeholder =>
  stakeholder(key, key, { placement: stance === null ? null : { stance, depth: 0.5 }, ...more })

/** This many stakeholders, as many in each segment, each tied to the next and to the one after five. */
export function coalition(count: number, more: Partial<MapView> = {}): MapView {
  const keys = Array.from({ length: count }, (_, i) => `k${i}`)
  const people = keys.map((key, i) =>
    stakeholder(key, `Stakeholder number ${i}`, {
      placement: { stance: stanceOfSegment(SEGMENTS[i % 5] ?? 0), depth: 0.5 },
      influence: (i % 7) / 7,
    }),
  )
  const ties = keys.flatMap((key, i) =>
    [keys[i + 1], keys[i + 6]].flatMap((other) => (other ? [tie(key, other)] : [])),
  )
  return networkOf(people, ties, more)
}
