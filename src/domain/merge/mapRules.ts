import type { MapInfo, SegmentIndex, SegmentNames } from '../records.ts'
import type { Rule, Rules } from './rules.ts'
import { line } from './stakeholderRules.ts'

/** The map's own facts, its segments one by one. */
export interface MapFacts {
  readonly name: string
  readonly we: string
  readonly goal: string
  readonly alliesSide: MapInfo['alliesSide']
  readonly segment0: string | null
  readonly segment1: string | null
  readonly segment2: string | null
  readonly segment3: string | null
  readonly segment4: string | null
}

export const MAP_FIELDS = [
  'name',
  'we',
  'goal',
  'alliesSide',
  'segment0',
  'segment1',
  'segment2',
  'segment3',
  'segment4',
] as const satisfies readonly (keyof MapFacts)[]

/** Which segment a field names; null for the other fields. */
export const SEGMENT_OF: Readonly<Record<keyof MapFacts, SegmentIndex | null>> = {
  name: null,
  we: null,
  goal: null,
  alliesSide: null,
  segment0: 0,
  segment1: 1,
  segment2: 2,
  segment3: 3,
  segment4: 4,
}

export function mapFactsOf(
  info: Pick<MapInfo, 'name' | 'we' | 'goal' | 'alliesSide' | 'segmentNames'>,
): MapFacts {
  const { name, we, goal, alliesSide, segmentNames } = info
  const [segment0, segment1, segment2, segment3, segment4] = segmentNames
  return { name, we, goal, alliesSide, segment0, segment1, segment2, segment3, segment4 }
}

export const segmentNamesOf = (facts: MapFacts): SegmentNames => [
  facts.segment0,
  facts.segment1,
  facts.segment2,
  facts.segment3,
  facts.segment4,
]

const same = <T>(a: T, b: T): boolean => a === b
const segment: Rule<string | null> = { same, isEmpty: (name) => name === null }

export const MAP_RULES: Rules<MapFacts> = {
  name: line,
  we: line,
  goal: line,
  alliesSide: { same, isEmpty: () => false },
  segment0: segment,
  segment1: segment,
  segment2: segment,
  segment3: segment,
  segment4: segment,
}
