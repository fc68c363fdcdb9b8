import type { ImportedRelationship } from '../../domain/imported.ts'
import { LIMITS } from '../../domain/limits.ts'
import { cleanText } from '../../domain/names.ts'
import type { Direction } from '../../domain/records.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import { Twins } from '../../domain/twins.ts'
import { confidentialityIn } from '../csvWords.ts'
import { type FileProblem, quoted } from '../problem.ts'
import { foldWord } from '../stakeholderColumns.ts'
import type { EndFinder } from './ends.ts'
import {
  ChangeCount,
  doubtfulConfidentiality,
  type ForeignRow,
  type ForeignTable,
  keptAs,
} from './foreignTable.ts'
import type { KeptField, PlanChange, PlanFault, PlanFaultCode } from './plan.ts'
import { readStrengths, type Strength } from './strengths.ts'
import { type TieColumn, type TieColumns, tieColumnsOf } from './tieColumns.ts'
import { type OurKind, tieWordsIn } from './tieWords.ts'

/** The ties of another tool's file as relationships. */
export interface TiesRead {
  readonly relationships: readonly ImportedRelationship[]
  readonly faults: readonly PlanFault[]
  readonly changes: readonly PlanChange[]
  readonly kept: readonly KeptField[]
}

interface Reading {
  readonly headers: readonly string[]
  readonly columns: TieColumns
  /** Positions of columns that mean nothing of ours. */
  readonly unknown: readonly number[]
  readonly ends: EndFinder
  readonly strengthOf: (cell: string) => Strength | null
  readonly twins: Twins
  readonly relationships: ImportedRelationship[]
  readonly faults: PlanFault[]
  readonly changes: ChangeCount
  readonly kinds: Map<string, Extract<PlanChange, { code: 'tie kind' }>>
  readonly inNotes: Set<string>
}

/**
 * Reads a table of ties with the columns From (Source), To (Target), Type (Kind), Label, Direction,
 * Strength (Weight), Confidentiality and Description (Notes); all others are kept in notes. Strengths
 * beyond 1 to 3 become thirds of the file's range. Only confidentiality is strict: a tie whose word
 * for it isn't known is not taken. Problems: `too many`, `misspelt confidentiality`, `no tie columns`.
 */
export function readTies(table: ForeignTable, ends: EndFinder): Result<TiesRead, FileProblem> {
  const { headers, rows } = table
  if (rows.length > LIMITS.relationships) {
    return fail({ code: 'too many', value: String(rows.length), limit: LIMITS.relationships })
  }
  const columns = tieColumnsOf(headers)
  if (!columns.has('from') || !columns.has('to')) {
    return fail({ code: 'no tie columns', value: quoted(headers.join(' ')) })
  }
  const doubt = doubtfulConfidentiality(headers, columns.get('confidentiality') ?? -1)
  if (doubt) return fail(doubt)
  const strength = columns.get('strength')
  const strengths = readStrengths(
    strength === undefined ? [] : rows.map(({ cells }) => cells[strength] ?? ''),
  )
  const understood = new Set(columns.values())
  const reading: Reading = {
    headers,
    columns,
    unknown: [...headers.keys()].filter((index) => !understood.has(index)),
    ends,
    strengthOf: strengths.strengthOf,
    twins: new Twins(),
    relationships: [],
    faults: [],
    changes: new ChangeCount(),
    kinds: new Map(),
    inNotes: new Set(),
  }
  for (const row of rows) takeTie(row, reading)
  const { relationships, faults, changes, kinds, inNotes } = reading
  return ok({
    relationships,
    faults,
    changes: [
      ...(strengths.change ? [strengths.change] : []),
      ...kinds.values(),
      ...changes.list(),
    ],
    kept: keptAs(inNotes, 'notes'),
  })
}

function takeTie(row: ForeignRow, reading: Reading): void {
  const { columns, changes } = reading
  const cellOf = (column: TieColumn) => row.cells[columns.get(column) ?? -1]?.trim() ?? ''
  const refuse = (code: PlanFaultCode, column: TieColumn | null, value: string) => {
    const field = column && reading.headers[columns.get(column) ?? -1]?.trim()
    reading.faults.push({
      place: row.place,
      code,
      value: quoted(value),
      ...(field ? { field } : {}),
    })
  }
  const from = endIn(cellOf('from'), reading.ends)
  if (!from.ok) return refuse(from.error, 'from', cellOf('from'))
  const to = endIn(cellOf('to'), reading.ends)
  if (!to.ok) return refuse(to.error, 'to', cellOf('to'))
  if (from.value === to.value) return refuse('self-tie', null, cellOf('from'))
  const confidentiality = confidentialityIn(cellOf('confidentiality'))
  if (!confidentiality.ok) {
    return refuse('wrong value', 'confidentiality', cellOf('confidentiality'))
  }
  const words = tieWordsIn(cellOf('kind'), cellOf('label'))
  if (!words.ok) return refuse(words.error, columns.has('kind') ? 'kind' : 'label', cellOf('kind'))
  const direction = DIRECTIONS.get(foldWord(cellOf('direction')))
  const strength = reading.strengthOf(cellOf('strength'))
  const beside: TieColumn[] = []
  if (!direction) beside.push('direction')
  if (strength === null) beside.push('strength')
  if (words.value.labelIsLeft) beside.push('label')
  const left = [
    ...beside.map((column) => columns.get(column) ?? -1),
    ...unknownFilled(row, reading),
  ]
  const notes = notesOf(cellOf('notes'), left, row, reading.headers)
  if (notes.length > LIMITS.longText) return refuse('too long', 'notes', notes)
  const tie = {
    id: `t${reading.relationships.length + 1}`,
    from: from.value,
    to: to.value,
    kind: words.value.kind,
    label: words.value.label,
    direction: direction?.direction ?? 'one way',
    strength: strength ?? 2,
    confidentiality: confidentiality.value.level,
    notes,
  } as const
  if (!reading.twins.add(tie)) return refuse('duplicate tie', null, cellOf('from'))
  // From here on the tie is taken.
  reading.relationships.push(tie)
  if (direction?.wasUndirected) changes.add('undirected as mutual')
  for (const column of left) reading.inNotes.add(reading.headers[column]?.trim() ?? '')
  noteKind(cellOf('kind') || cellOf('label'), words.value.synonymOf, reading.kinds)
}

const endIn = (end: string, find: EndFinder): ReturnType<EndFinder> =>
  end === '' ? fail('missing end') : find(end)

const DIRECTIONS: ReadonlyMap<string, { direction: Direction; wasUndirected?: boolean }> = new Map([
  ['', { direction: 'one way' }],
  ['one way', { direction: 'one way' }],
  ['directed', { direction: 'one way' }],
  ['mutual', { direction: 'mutual' }],
  ['both ways', { direction: 'mutual' }],
  ['bidirectional', { direction: 'mutual' }],
  ['undirected', { direction: 'mutual', wasUndirected: true }],
])

/** Columns of a row that say something and mean nothing of ours. */
const unknownFilled = ({ cells }: ForeignRow, { unknown }: Reading): number[] =>
  unknown.filter((index) => (cells[index] ?? '').trim() !== '')

function notesOf(
  notes: string,
  left: readonly number[],
  row: ForeignRow,
  headers: readonly string[],
): string {
  const kept = left.map((index) => {
    const header = headers[index]?.trim() ?? ''
    const value = row.cells[index]?.trim() ?? ''
    return header === '' ? value : `${header}: ${value}`
  })
  return cleanText([notes, ...kept].filter((line) => line !== '').join('\n'))
}

function noteKind(value: string, kind: OurKind | null, kinds: Reading['kinds']): void {
  if (kind === null) return
  const word = foldWord(value)
  const count = (kinds.get(word)?.count ?? 0) + 1
  kinds.set(word, { code: 'tie kind', value: kinds.get(word)?.value ?? quoted(value), kind, count })
}
