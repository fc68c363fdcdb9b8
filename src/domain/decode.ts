import * as z from 'zod/mini'
import { LIMITS } from './limits.ts'
import {
  asId,
  DIRECTIONS,
  RELATIONSHIP_KINDS,
  ROLES,
  STAKEHOLDER_KINDS,
  type AnyRecord,
  type Id,
  type MapId,
  type RelationshipId,
  type ResourceId,
  type SectorId,
  type StakeholderId,
} from './records.ts'
import { fail, ok, type Result } from './result.ts'

// The Content-Security-Policy forbids eval, even the probe for it.
z.config({ jitless: true })

/** Farthest that a network position may lie from the origin, in the network's own units. */
const FARTHEST = 1e6

const text = (max: number) => z.string().check(z.maxLength(max))
const filled = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
const between = (low: number, high: number) => z.number().check(z.gte(low), z.lte(high))
const id = <I extends Id<string>>() =>
  z.pipe(
    filled(LIMITS.shortText),
    z.transform((value) => asId<I>(value)),
  )

const segmentName = z.nullable(text(LIMITS.shortText))

/** Shapes shared by stored records and files, with their ranges. */
export const FIELDS = {
  kind: z.enum(STAKEHOLDER_KINDS),
  role: z.enum(ROLES),
  placement: z.nullable(z.object({ stance: between(-1, 1), depth: between(0, 1) })),
  influence: z.nullable(between(0, 1)),
  targetSegment: z.nullable(z.literal([0, 1, 2, 3, 4])),
  confidentiality: z.discriminatedUnion('level', [
    z.object({ level: z.literal('public') }),
    z.object({ level: z.literal('confidential'), publicStance: z.nullable(between(-1, 1)) }),
  ]),
  networkPosition: z.nullable(
    z.object({ x: between(-FARTHEST, FARTHEST), y: between(-FARTHEST, FARTHEST) }),
  ),
  tieKind: z.enum(RELATIONSHIP_KINDS),
  direction: z.enum(DIRECTIONS),
  strength: z.literal([1, 2, 3]),
  tieConfidentiality: z.enum(['public', 'confidential']),
  alliesSide: z.enum(['left', 'right']),
  segmentNames: z.tuple([segmentName, segmentName, segmentName, segmentName, segmentName]),
} as const

export type CheckedField<T> = z.ZodMiniType<T>

/** A value checked as one of `FIELDS`, without unknown parts; the error is the path inside the value. */
export function checkField<T>(field: CheckedField<T>, value: unknown): Result<T, string[]> {
  const parsed = field.safeParse(value)
  return parsed.success ? ok(parsed.data) : fail((parsed.error.issues[0]?.path ?? []).map(String))
}

const record = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('map'),
    id: id<MapId>(),
    name: text(LIMITS.name),
    we: text(LIMITS.name),
    goal: text(LIMITS.name),
    alliesSide: FIELDS.alliesSide,
    segmentNames: FIELDS.segmentNames,
  }),
  z.object({
    type: z.literal('stakeholder'),
    id: id<StakeholderId>(),
    order: z.number(),
    name: filled(LIMITS.name),
    kind: FIELDS.kind,
    placement: FIELDS.placement,
    influence: FIELDS.influence,
    targetSegment: FIELDS.targetSegment,
    role: FIELDS.role,
    sector: z.nullable(id<SectorId>()),
    offers: z.array(id<ResourceId>()).check(z.maxLength(LIMITS.wordsPerStakeholder)),
    needs: z.array(id<ResourceId>()).check(z.maxLength(LIMITS.wordsPerStakeholder)),
    tags: z.array(text(LIMITS.shortText)).check(z.maxLength(LIMITS.tagsPerStakeholder)),
    confidentiality: FIELDS.confidentiality,
    description: text(LIMITS.longText),
    networkPosition: FIELDS.networkPosition,
    notes: text(LIMITS.longText),
    contact: text(LIMITS.longText),
  }),
  z.object({
    type: z.literal('relationship'),
    id: id<RelationshipId>(),
    from: id<StakeholderId>(),
    to: id<StakeholderId>(),
    kind: FIELDS.tieKind,
    label: text(LIMITS.shortText),
    direction: FIELDS.direction,
    strength: FIELDS.strength,
    confidentiality: FIELDS.tieConfidentiality,
    notes: text(LIMITS.longText),
  }),
  z.object({ type: z.literal('sector'), id: id<SectorId>(), name: filled(LIMITS.shortText) }),
  z.object({ type: z.literal('resource'), id: id<ResourceId>(), name: filled(LIMITS.shortText) }),
])

/**
 * One stored record, checked field by field against `records.ts` and `LIMITS`. Unknown fields are
 * dropped; only a value's own plain data counts, never what it inherits or computes.
 * The error names the first wrong field and what is wrong with it: `placement.stance: too_big`.
 */
export function decodeRecord(value: unknown): Result<AnyRecord> {
  const parsed = record.safeParse(plainCopy(value, 0))
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return fail(`${issue?.path.map(String).join('.') || 'record'}: ${issue?.code ?? 'invalid'}`)
}

/** Deepest nesting in any record: a record, its list or placement, the values in it. */
const DEEPEST = 2
const LONGEST_LIST = 1_000

/** A value's own data properties, without prototype and without running any getter. */
function plainCopy(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) return undefined
  if (Array.isArray(value)) {
    // One more than any list may hold is enough to be refused.
    return Array.from(value.slice(0, LONGEST_LIST), (item) => plainCopy(item, depth + 1))
  }
  const copy: Record<string, unknown> = Object.create(null)
  for (const key of Object.keys(value)) {
    const property = Object.getOwnPropertyDescriptor(value, key)
    if (property && 'value' in property) copy[key] = plainCopy(property.value, depth + 1)
  }
  return copy
}
