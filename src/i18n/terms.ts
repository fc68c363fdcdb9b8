import type { Role, SegmentIndex, SegmentNames, StakeholderKind } from '../domain/records.ts'
import { SEGMENTS } from '../domain/spectrum.ts'
import { type MessageKey, t } from './i18n.ts'

/** The field's own terms, each in the language of the screen. */

const SEGMENT_KEYS = [
  'segment.0',
  'segment.1',
  'segment.2',
  'segment.3',
  'segment.4',
] as const satisfies readonly MessageKey[]

/** A segment's name as a heading ("Passive allies"); the map's own wording wins. */
export const segmentName = (segment: SegmentIndex, names: SegmentNames): string =>
  names[segment] ?? t(SEGMENT_KEYS[segment])

export const segmentNames = (names: SegmentNames): string[] =>
  SEGMENTS.map((segment) => segmentName(segment, names))

const STANDS_AS = [
  'standsAs.0',
  'standsAs.1',
  'standsAs.2',
  'standsAs.3',
  'standsAs.4',
] as const satisfies readonly MessageKey[]

/** What one stakeholder is by its segment ("passive ally"). */
export const standsAs = (segment: SegmentIndex, names: SegmentNames): string =>
  names[segment] ?? t(STANDS_AS[segment])

export const kindName = (kind: StakeholderKind): string => t(`kind.${kind}`)
export const roleName = (role: Role): string => t(`role.${role}`)
