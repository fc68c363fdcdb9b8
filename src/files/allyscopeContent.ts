import { own } from '../domain/check.ts'
import { FIELDS } from '../domain/decode.ts'
import type { FileCopy } from '../domain/merge/copy.ts'
import { LIMITS } from '../domain/limits.ts'
import type { SegmentNames } from '../domain/records.ts'
import { STAKEHOLDER_FIELDS } from '../domain/merge/stakeholderRules.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import {
  checked,
  eachOf,
  fieldsOf,
  filledLine,
  type Findings,
  id,
  line,
  lines,
  list,
  report,
  type ValueReader,
  wordOrNull,
  words,
} from './fieldReader.ts'
import { type FileProblem, type FileProblemCode, quoted } from './problem.ts'

export interface AllyscopeFile extends FileCopy {
  /** Fields that this build does not know and leaves out, as `stakeholders[].mood`; at most 50. */
  readonly ignored: readonly string[]
}

/**
 * The content of a file of format version 1. Only ids, names, ends and kinds must be there; the rest has
 * defaults, so that a file can be written by hand. Texts are cleaned as if typed.
 */
export function contentOf(data: unknown): Result<AllyscopeFile, FileProblem> {
  const findings: Findings = { problem: null, ignored: new Set() }
  const file = fieldsOf(data, '', findings)
  const isFullCopy = saysConfidentiality(data)
  const facts = file.need('map', ok, null)
  const listed = file.need('stakeholders', list(LIMITS.stakeholders), [])
  const tied = file.take('relationships', list(LIMITS.relationships), [])
  file.take('format', ok, null)
  file.take('formatVersion', ok, null)
  file.noteIgnored('')
  const map = mapOf(facts, findings)
  const stakeholders = eachOf(listed, 'stakeholders', findings, (entry, path) =>
    stakeholderOf(entry, path, findings, isFullCopy),
  )
  const relationships = eachOf(tied, 'relationships', findings, (entry, path) =>
    relationshipOf(entry, path, findings, isFullCopy),
  )
  checkIds(stakeholders, relationships, findings)
  if (findings.problem) return fail(findings.problem)
  const { sectors, resources, ...info } = map
  const usedSectors = new Set(stakeholders.map(({ sector }) => sector))
  const usedResources = new Set(stakeholders.flatMap(({ offers, needs }) => [...offers, ...needs]))
  return ok({
    import: {
      map: info,
      sectors: sectors.filter((word) => !usedSectors.has(word)),
      resources: resources.filter((word) => !usedResources.has(word)),
      stakeholders,
      relationships,
    },
    isPublicCopy: !isFullCopy,
    unsaid: unsaidIn(data),
    ignored: [...findings.ignored],
  })
}

/** Which of our fields a file's entries don't have at all, by their ids; those of the map under ''. */
function unsaidIn(data: unknown): ReadonlyMap<string, ReadonlySet<string>> {
  const unsaid = new Map([['', missing(own(data, 'map'), SAID_OF_MAPS)]])
  const note = (entries: unknown, fields: readonly string[]) => {
    for (const entry of Array.isArray(entries) ? entries : []) {
      const absent = missing(entry, fields)
      if (absent.size > 0) unsaid.set(String(own(entry, 'id')), absent)
    }
  }
  note(own(data, 'stakeholders'), STAKEHOLDER_FIELDS)
  note(own(data, 'relationships'), SAID_OF_TIES)
  return unsaid
}

const SAID_OF_MAPS = ['name', 'we', 'goal', 'alliesSide', 'segmentNames']
const SAID_OF_TIES = ['strength', 'confidentiality', 'notes']

const missing = (entry: unknown, fields: readonly string[]): ReadonlySet<string> =>
  new Set(fields.filter((field) => own(entry, field) === undefined))

/**
 * A public copy says nothing of confidentiality and all in it is public. As soon as one entry says
 * something the file is a full copy, and silence about another is an error, never "public".
 */
const saysConfidentiality = (data: unknown): boolean =>
  ['stakeholders', 'relationships'].some((key) => {
    const entries = own(data, key)
    return (
      Array.isArray(entries) && entries.some((entry) => own(entry, 'confidentiality') !== undefined)
    )
  })

function mapOf(value: unknown, findings: Findings) {
  const field = fieldsOf(value, 'map', findings)
  const map = {
    id: field.take<string | null>('id', id, null),
    name: field.need('name', line(LIMITS.name), ''),
    we: field.take('we', line(LIMITS.name), ''),
    goal: field.take('goal', line(LIMITS.name), ''),
    alliesSide: field.take('alliesSide', checked(FIELDS.alliesSide), 'left'),
    segmentNames: field.take('segmentNames', segmentNames, [null, null, null, null, null]),
    sectors: field.take('sectors', words(LIMITS.vocabulary), []),
    resources: field.take('resources', words(LIMITS.vocabulary), []),
  }
  field.noteIgnored('map')
  return map
}

const segmentNames: ValueReader<SegmentNames> = (value) => {
  const five = checked(FIELDS.segmentNames)(value)
  if (!five.ok) return five
  const [a, b, c, d, e] = five.value.map((name) => {
    const word = wordOrNull(name)
    return word.ok ? word.value : null
  })
  return ok([a ?? null, b ?? null, c ?? null, d ?? null, e ?? null])
}

function stakeholderOf(value: unknown, path: string, findings: Findings, isFullCopy: boolean) {
  const field = fieldsOf(value, path, findings)
  const nested = (key: string) => notePartsIgnored(own(value, key), key, findings)
  const confidentiality = checked(FIELDS.confidentiality)
  const stakeholder = {
    id: field.need('id', id, ''),
    name: field.need('name', filledLine(LIMITS.name), ''),
    aliases: field.take('aliases', words(LIMITS.aliasesPerStakeholder), []),
    kind: field.take('kind', checked(FIELDS.kind), 'organisation'),
    placement: field.take('placement', checked(FIELDS.placement), null),
    influence: field.take('influence', checked(FIELDS.influence), null),
    targetSegment: field.take('targetSegment', checked(FIELDS.targetSegment), null),
    role: field.take('role', checked(FIELDS.role), 'other'),
    sector: field.take('sector', wordOrNull, null),
    offers: field.take('offers', words(LIMITS.wordsPerStakeholder), []),
    needs: field.take('needs', words(LIMITS.wordsPerStakeholder), []),
    tags: field.take('tags', words(LIMITS.tagsPerStakeholder), []),
    confidentiality: isFullCopy
      ? field.need('confidentiality', confidentiality, { level: 'public' })
      : field.take('confidentiality', confidentiality, { level: 'public' }),
    description: field.take('description', lines, ''),
    networkPosition: field.take('networkPosition', checked(FIELDS.networkPosition), null),
    notes: field.take('notes', lines, ''),
    contact: field.take('contact', lines, ''),
  }
  field.noteIgnored('stakeholders[]')
  for (const key of ['placement', 'confidentiality', 'networkPosition']) nested(key)
  return stakeholder
}

const PARTS: Readonly<Record<string, readonly string[]>> = {
  placement: ['stance', 'depth'],
  confidentiality: ['level', 'publicStance'],
  networkPosition: ['x', 'y', 'pinned'],
}

function notePartsIgnored(value: unknown, key: string, findings: Findings): void {
  if (typeof value !== 'object' || value === null) return
  const field = fieldsOf(value, key, findings)
  for (const part of PARTS[key] ?? []) field.take(part, ok, null)
  field.noteIgnored(`stakeholders[].${key}`)
}

function relationshipOf(value: unknown, path: string, findings: Findings, isFullCopy: boolean) {
  const field = fieldsOf(value, path, findings)
  const confidentiality = checked(FIELDS.tieConfidentiality)
  const relationship = {
    id: field.need('id', id, ''),
    from: field.need('from', id, ''),
    to: field.need('to', id, ''),
    kind: field.need('kind', checked(FIELDS.tieKind), 'influences'),
    label: field.take('label', line(LIMITS.shortText), ''),
    direction: field.take('direction', checked(FIELDS.direction), 'one way'),
    strength: field.take('strength', checked(FIELDS.strength), 2),
    confidentiality: isFullCopy
      ? field.need('confidentiality', confidentiality, 'public')
      : field.take('confidentiality', confidentiality, 'public'),
    notes: field.take('notes', lines, ''),
  }
  field.noteIgnored('relationships[]')
  return relationship
}

interface Tie {
  readonly id: string
  readonly from: string
  readonly to: string
}

function checkIds(
  stakeholders: readonly { readonly id: string }[],
  relationships: readonly Tie[],
  findings: Findings,
): void {
  const refuse = (code: FileProblemCode, path: string, value: string) =>
    report(findings, { code, path, value: quoted(value) })
  const used = new Set<string>()
  for (const [index, stakeholder] of stakeholders.entries()) {
    if (used.has(stakeholder.id))
      refuse('duplicate id', `stakeholders[${index}].id`, stakeholder.id)
    used.add(stakeholder.id)
  }
  const known = new Set(used)
  for (const [index, tie] of relationships.entries()) {
    const path = `relationships[${index}]`
    // One change set holds records of all types by id, so ids must differ across the lists too.
    if (used.has(tie.id)) refuse('duplicate id', `${path}.id`, tie.id)
    used.add(tie.id)
    if (!known.has(tie.from)) refuse('unknown stakeholder', `${path}.from`, tie.from)
    if (!known.has(tie.to)) refuse('unknown stakeholder', `${path}.to`, tie.to)
    if (tie.from === tie.to) refuse('self-tie', path, tie.from)
  }
}
