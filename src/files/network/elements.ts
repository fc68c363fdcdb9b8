import type { ImportedStakeholder } from '../../domain/imported.ts'
import { LIMITS } from '../../domain/limits.ts'
import { cleanLine, cleanText, foldName } from '../../domain/names.ts'
import type { StakeholderKind } from '../../domain/records.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import { influenceIn, kindIn, roleIn, stanceIn, targetSegmentIn } from '../csvWords.ts'
import { type FileProblem, quoted } from '../problem.ts'
import {
  columnsOf,
  type CsvColumn,
  foldWord,
  type StakeholderColumn,
} from '../stakeholderColumns.ts'
import { stakeholderIn } from '../stakeholderRow.ts'
import {
  ChangeCount,
  doubtfulConfidentiality,
  type ForeignRow,
  type ForeignTable,
  keptAs,
} from './foreignTable.ts'
import type { KeptField, PlanChange, PlanFault, PlanFaultCode } from './plan.ts'

/** The elements of another tool's file as stakeholders. */
export interface ElementsRead {
  readonly stakeholders: readonly ImportedStakeholder[]
  readonly faults: readonly PlanFault[]
  readonly changes: readonly PlanChange[]
  readonly kept: readonly KeptField[]
  /** The stakeholder's id in the import by the file's own id. */
  readonly idOf: ReadonlyMap<string, string>
  /** Ids and names, folded, of elements that are not taken. */
  readonly refused: ReadonlySet<string>
}

/**
 * Reads a table of elements. Columns that mean ours are understood as in a stakeholder CSV; what they
 * say otherwise than we do, and all other columns, is kept in notes, which only the team sees. Only
 * confidentiality is strict: an element whose word for it isn't known is not taken.
 * Problems: `too many`, `misspelt confidentiality`.
 */
export function readElements(table: ForeignTable): Result<ElementsRead, FileProblem> {
  const { rows } = table
  if (rows.length > LIMITS.stakeholders) {
    return fail({ code: 'too many', value: String(rows.length), limit: LIMITS.stakeholders })
  }
  const headers = withName(table.headers)
  const columns = columnsOf(headers, new Map())
  const confidentiality = columns.findIndex(({ meaning }) => meaning === 'confidentiality')
  const doubt = doubtfulConfidentiality(headers, confidentiality)
  if (doubt) return fail(doubt)
  const reading = newReading(columns)
  for (const row of rows) takeElement(row, reading)
  const { stakeholders, faults, changes, idOf, refused, inNotes, inTags } = reading
  return ok({
    stakeholders,
    faults,
    changes: changes.list(),
    kept: [...keptAs(inTags, 'tags'), ...keptAs(inNotes, 'notes')],
    idOf,
    refused,
  })
}

/** A table of bare ids has no column for names. */
const withName = (headers: readonly string[]): readonly string[] =>
  columnsOf(headers, new Map()).some(({ meaning }) => meaning === 'name')
    ? headers
    : [...headers, 'Label']

/** What is known after some rows. */
interface Reading {
  readonly columns: readonly CsvColumn[]
  readonly stakeholders: ImportedStakeholder[]
  readonly faults: PlanFault[]
  readonly changes: ChangeCount
  readonly idOf: Map<string, string>
  readonly refused: Set<string>
  readonly names: Set<string>
  /** Names with kinds of elements that have no id of their own. */
  readonly nameless: Set<string>
  readonly inSegment: Map<number, number>
  readonly inNotes: Set<string>
  readonly inTags: Set<string>
}

const newReading = (columns: readonly CsvColumn[]): Reading => ({
  columns,
  stakeholders: [],
  faults: [],
  changes: new ChangeCount(),
  idOf: new Map(),
  refused: new Set(),
  names: new Set(),
  nameless: new Set(),
  inSegment: new Map(),
  inNotes: new Set(),
  inTags: new Set(),
})

function takeElement(row: ForeignRow, reading: Reading): void {
  const { columns, faults, changes } = reading
  const refuse = (code: PlanFaultCode, value: string, field?: string) =>
    faults.push({ place: row.place, code, value: quoted(value), ...(field ? { field } : {}) })
  if (row.id !== '' && reading.idOf.has(row.id)) return void refuse('duplicate id', row.id)
  const lenient = ourWordsOf(row, columns)
  const name = columns.findIndex(({ meaning }) => meaning === 'name')
  const isNameless = (lenient.cells[name] ?? '').trim() === ''
  if (isNameless) lenient.cells[name] = row.id
  const read = stakeholderIn({ line: 0, cells: lenient.cells }, columns, reading.inSegment)
  if (!read.ok) {
    const [first] = read.error
    if (!first) return
    const { code, column } = first
    const cell = lenient.cells[column] ?? ''
    for (const known of [row.id, lenient.cells[name] ?? '']) reading.refused.add(foldName(known))
    return void refuse(code, cell, columns[column]?.header)
  }
  const folded = foldName(read.value.name)
  const identity = JSON.stringify([folded, foldWord(lenient.kindWord)])
  if (row.id === '' && reading.nameless.has(identity)) {
    return void refuse('duplicate name', read.value.name)
  }
  const whole = withKept(read.value, lenient)
  if (!whole) {
    for (const known of [row.id, folded]) reading.refused.add(foldName(known))
    return void refuse('too long', '', 'notes')
  }
  // From here on the element is taken.
  if (isNameless) changes.add('id as name')
  if (reading.names.has(folded)) changes.add('same name')
  reading.names.add(folded)
  if (row.id === '') reading.nameless.add(identity)
  noteKept(row, lenient, reading)
  const id = `e${reading.stakeholders.length + 1}`
  if (row.id !== '') reading.idOf.set(row.id, id)
  reading.stakeholders.push({ ...whole, id, networkPosition: row.position ?? null })
}

function noteKept(row: ForeignRow, lenient: OurWords, reading: Reading): void {
  for (const note of lenient.notes) {
    reading.changes.add('value in notes', note.header)
  }
  if (lenient.tag) reading.inTags.add(lenient.tag.header)
  for (const [index, { header, isUnknown }] of reading.columns.entries()) {
    if (isUnknown && (row.cells[index] ?? '').trim() !== '') reading.inNotes.add(header)
  }
}

/** Kinds as people write them in other tools, beyond those of a stakeholder CSV. */
const KINDS: ReadonlyMap<string, StakeholderKind> = new Map([
  ['people', 'person'],
  ['persons', 'person'],
  ['individuals', 'person'],
  ['groups', 'group'],
  ['org', 'organisation'],
  ['organisations', 'organisation'],
  ['organizations', 'organisation'],
  ['institutions', 'institution'],
])

const LENIENT = [
  ['segment', stanceIn],
  ['target segment', targetSegmentIn],
  ['influence', influenceIn],
  ['role', roleIn],
] as const satisfies readonly (readonly [StakeholderColumn, (cell: string) => { ok: boolean }])[]

interface Kept {
  readonly header: string
  readonly value: string
}

/** A row with only those words in our columns that we understand, and the rest of them beside it. */
interface OurWords {
  readonly cells: string[]
  readonly kindWord: string
  /** A kind that isn't ours. */
  readonly tag: Kept | null
  readonly notes: readonly Kept[]
}

function ourWordsOf(row: ForeignRow, columns: readonly CsvColumn[]): OurWords {
  const cells = columns.map((_, index) => row.cells[index] ?? '')
  const taken = (meaning: StakeholderColumn, isOurs: (cell: string) => boolean): Kept | null => {
    const index = columns.findIndex((column) => column.meaning === meaning)
    const value = cells[index] ?? ''
    if (index === -1 || isOurs(value)) return null
    cells[index] = ''
    return { header: columns[index]?.header ?? '', value: value.trim() }
  }
  const kind = columns.findIndex(({ meaning }) => meaning === 'kind')
  const kindWord = cells[kind] ?? ''
  const known = KINDS.get(foldWord(kindWord))
  if (known) cells[kind] = known
  const tag = taken('kind', (cell) => kindIn(cell).ok)
  const notes = LENIENT.flatMap(([meaning, read]) => taken(meaning, (cell) => read(cell).ok) ?? [])
  return { cells, kindWord, tag, notes }
}

/** The stakeholder with what isn't ours as a tag and notes, or null when that is too long. */
function withKept(
  stakeholder: ImportedStakeholder,
  { tag, notes }: OurWords,
): ImportedStakeholder | null {
  const word = tag && cleanLine(tag.value, LIMITS.shortText)
  const fits = word?.ok === true && stakeholder.tags.length < LIMITS.tagsPerStakeholder
  const kept = tag && !fits ? [tag, ...notes] : notes
  const text = [stakeholder.notes, ...kept.map(({ header, value }) => `${header}: ${value}`)]
    .filter((line) => line !== '')
    .join('\n')
  if (text.length > LIMITS.longText) return null
  const isNew = fits && !stakeholder.tags.some((one) => foldName(one) === foldName(word.value))
  return {
    ...stakeholder,
    tags: isNew ? [...stakeholder.tags, word.value] : stakeholder.tags,
    notes: cleanText(text),
  }
}
