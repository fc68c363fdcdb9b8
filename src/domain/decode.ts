import {
  absentAs,
  between,
  type Check,
  list,
  nullable,
  object,
  oneOf,
  tagged,
  text,
  yesNo,
} from './check.ts'
import { LIMITS } from './limits.ts'
import {
  type AnyRecord,
  asId,
  type Confidentiality,
  DIRECTIONS,
  type Id,
  type MapInfo,
  type NetworkPosition,
  type Placement,
  type RecordOf,
  type RecordType,
  type Relationship,
  RELATIONSHIP_KINDS,
  type Resource,
  ROLES,
  type Sector,
  type SegmentNames,
  type Stakeholder,
  STAKEHOLDER_KINDS,
} from './records.ts'
import { fail, ok, type Result } from './result.ts'

const upTo = (max: number) => text(0, max)
const filled = (max: number) => text(1, max)
const coordinate = between(-LIMITS.networkPlace, LIMITS.networkPlace)

const filledId = filled(LIMITS.shortText)
const id =
  <I extends Id<string>>(): Check<I> =>
  (value) => {
    const checked = filledId(value)
    return checked.ok ? ok(asId<I>(checked.value)) : checked
  }

const names = list(nullable(upTo(LIMITS.shortText)), 5)
const segmentNames: Check<SegmentNames> = (value) => {
  const checked = names(value)
  if (!checked.ok) return checked
  return isOfFive(checked.value) ? ok(checked.value) : fail({ path: [], code: 'too small' })
}
const isOfFive = <T>(entries: readonly T[]): entries is readonly [T, T, T, T, T] =>
  entries.length === 5

/** Shapes shared by stored records and files, with their ranges. */
export const FIELDS = {
  kind: oneOf(STAKEHOLDER_KINDS),
  role: oneOf(ROLES),
  placement: nullable(object<Placement>({ stance: between(-1, 1), depth: between(0, 1) })),
  influence: nullable(between(0, 1)),
  targetSegment: nullable(oneOf([0, 1, 2, 3, 4])),
  confidentiality: tagged<Confidentiality>('level', {
    public: object<Extract<Confidentiality, { level: 'public' }>>({ level: oneOf(['public']) }),
    confidential: object<Extract<Confidentiality, { level: 'confidential' }>>({
      level: oneOf(['confidential']),
      publicStance: nullable(between(-1, 1)),
    }),
  }),
  networkPosition: nullable(
    object<NetworkPosition>({ x: coordinate, y: coordinate, pinned: absentAs(true, yesNo) }),
  ),
  tieKind: oneOf(RELATIONSHIP_KINDS),
  direction: oneOf(DIRECTIONS),
  strength: oneOf([1, 2, 3]),
  tieConfidentiality: oneOf(['public', 'confidential']),
  alliesSide: oneOf(['left', 'right']),
  segmentNames,
} as const

const RECORDS: { readonly [T in RecordType]: Check<RecordOf<T>> } = {
  map: object<MapInfo>({
    type: oneOf(['map']),
    id: id(),
    name: upTo(LIMITS.name),
    we: upTo(LIMITS.name),
    goal: upTo(LIMITS.name),
    alliesSide: FIELDS.alliesSide,
    segmentNames: FIELDS.segmentNames,
  }),
  stakeholder: object<Stakeholder>({
    type: oneOf(['stakeholder']),
    id: id(),
    order: between(-Number.MAX_VALUE, Number.MAX_VALUE),
    name: filled(LIMITS.name),
    aliases: absentAs([], list(filled(LIMITS.shortText), LIMITS.aliasesPerStakeholder)),
    kind: FIELDS.kind,
    placement: FIELDS.placement,
    influence: FIELDS.influence,
    targetSegment: FIELDS.targetSegment,
    role: FIELDS.role,
    sector: nullable(id()),
    offers: list(id(), LIMITS.wordsPerStakeholder),
    needs: list(id(), LIMITS.wordsPerStakeholder),
    tags: list(upTo(LIMITS.shortText), LIMITS.tagsPerStakeholder),
    confidentiality: FIELDS.confidentiality,
    description: upTo(LIMITS.longText),
    networkPosition: FIELDS.networkPosition,
    notes: upTo(LIMITS.longText),
    contact: upTo(LIMITS.longText),
  }),
  relationship: object<Relationship>({
    type: oneOf(['relationship']),
    id: id(),
    from: id(),
    to: id(),
    kind: FIELDS.tieKind,
    label: upTo(LIMITS.shortText),
    direction: FIELDS.direction,
    strength: FIELDS.strength,
    confidentiality: FIELDS.tieConfidentiality,
    notes: upTo(LIMITS.longText),
  }),
  sector: object<Sector>({ type: oneOf(['sector']), id: id(), name: filled(LIMITS.shortText) }),
  resource: object<Resource>({
    type: oneOf(['resource']),
    id: id(),
    name: filled(LIMITS.shortText),
  }),
}

const record = tagged<AnyRecord>('type', RECORDS)

/**
 * One stored record, checked field by field against `records.ts` and `LIMITS`. Unknown fields are
 * dropped; only a value's own plain data counts, never what it inherits or computes.
 * The error names the first wrong field and what is wrong with it: `placement.stance: too big`.
 */
export function decodeRecord(value: unknown): Result<AnyRecord> {
  const checked = record(value)
  if (checked.ok) return checked
  const { path, code } = checked.error
  return fail(`${path.join('.') || 'record'}: ${code}`)
}
