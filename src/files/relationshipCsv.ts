import type { ImportedRelationship } from '../domain/imported.ts'
import { LIMITS } from '../domain/limits.ts'
import { cleanLine, cleanText, foldName } from '../domain/names.ts'
import {
  type Direction,
  isOneOf,
  type Relationship,
  RELATIONSHIP_KINDS,
} from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { type CsvDelimiter, type CsvRow, lineOfCell, misfitOf, readCsvTable } from './csvTable.ts'
import { confidentialityIn } from './csvWords.ts'
import { type FileProblem, quoted } from './problem.ts'
import { foldWord } from './stakeholderColumns.ts'

export interface TieCsvError {
  readonly line: number
  /** The column's heading, or null when the whole row is meant. */
  readonly column: string | null
  readonly code:
    | 'unknown stakeholder'
    /** Several stakeholders have that name. */
    | 'ambiguous stakeholder'
    | 'self-tie'
    | 'wrong value'
    | 'too long'
    | 'too many cells'
    | 'too few cells'
    | 'unbalanced quote'
  readonly value: string
}

export interface TieCsvPlan {
  readonly delimiter: CsvDelimiter | null
  /** Headings of columns that are not read. */
  readonly ignored: readonly string[]
  readonly rows: readonly { readonly line: number; readonly relationship: ImportedRelationship }[]
  /** In the order of lines; a row with an error is not among `rows`. */
  readonly errors: readonly TieCsvError[]
}

/** CSV of relationships between stakeholders that are already known, described in docs/file-format.md. */
export const relationshipCsv = {
  name: 'relationship csv',
  extension: '.csv',
  mediaType: 'text/csv',
  parse,
} as const

type Field = 'from' | 'to' | 'kind' | 'direction' | 'strength' | 'confidentiality' | 'notes'

const FIELDS: ReadonlyMap<string, Field> = new Map([
  ['from', 'from'],
  ['source', 'from'],
  ['to', 'to'],
  ['target', 'to'],
  ['type', 'kind'],
  ['kind', 'kind'],
  ['relationship', 'kind'],
  ['direction', 'direction'],
  ['strength', 'strength'],
  ['confidentiality', 'confidentiality'],
  ['confidential', 'confidentiality'],
  ['description', 'notes'],
  ['notes', 'notes'],
])

/**
 * Reads relationships from a CSV text with a header row; ends are stakeholders' names, compared as
 * `foldName` does. Problems: those of `readCsvTable`, `no name column` (no From or no To), `too many`.
 */
function parse(
  text: string,
  stakeholders: Iterable<{ readonly id: string; readonly name: string }>,
): Result<TieCsvPlan, FileProblem> {
  const table = readCsvTable(text)
  if (!table.ok) return table
  const { delimiter, header, brokenQuotes, rows: records } = table.value
  if (records.length > LIMITS.relationships) {
    return fail({ code: 'too many', value: String(records.length), limit: LIMITS.relationships })
  }
  const columns = new Map<Field, number>()
  const ignored: string[] = []
  for (const [index, heading] of header.cells.entries()) {
    const field = FIELDS.get(foldWord(heading))
    if (field === undefined || columns.has(field)) ignored.push(heading.trim())
    else columns.set(field, index)
  }
  if (!columns.has('from') || !columns.has('to')) {
    return fail({
      code: 'no name column',
      line: header.line,
      value: quoted(header.cells.join(' ')),
    })
  }
  const idsByName = new Map<string, string[]>()
  for (const { id, name } of stakeholders) {
    const folded = foldName(name)
    idsByName.set(folded, [...(idsByName.get(folded) ?? []), id])
  }
  const errors = brokenQuotes.map((line): TieCsvError => ({
    line,
    column: null,
    code: 'unbalanced quote',
    value: '',
  }))
  const rows: TieCsvPlan['rows'][number][] = []
  for (const row of records) {
    const misfit = misfitOf(row, header.cells, columns.get('confidentiality'))
    const tie = misfit ? fail([misfit]) : tieIn(row, columns, header.cells, idsByName)
    if (tie.ok) rows.push({ line: row.line, relationship: tie.value })
    else errors.push(...tie.error)
  }
  return ok({ delimiter, ignored, rows, errors: errors.toSorted((a, b) => a.line - b.line) })
}

/** The relationship in one row, or every cell that is wrong. */
function tieIn(
  row: CsvRow,
  columns: ReadonlyMap<Field, number>,
  headings: readonly string[],
  idsByName: ReadonlyMap<string, readonly string[]>,
): Result<ImportedRelationship, readonly TieCsvError[]> {
  const errors: TieCsvError[] = []
  const cellOf = (field: Field) => row.cells[columns.get(field) ?? -1] ?? ''
  const read = <T>(
    field: Field,
    reader: (cell: string) => Result<T, TieCsvError['code']>,
    or: T,
  ): T => {
    const cell = cellOf(field)
    const result = reader(cell)
    if (result.ok) return result.value
    const position = columns.get(field) ?? 0
    const column = headings[position]?.trim() ?? ''
    const line = lineOfCell(row, position)
    errors.push({ line, column, code: result.error, value: quoted(cell) })
    return or
  }
  const end = (cell: string): Result<string, TieCsvError['code']> => {
    const [id, another] = idsByName.get(foldName(cell)) ?? []
    if (id === undefined) return fail('unknown stakeholder')
    return another === undefined ? ok(id) : fail('ambiguous stakeholder')
  }
  const from = read('from', end, '')
  const to = read('to', end, '')
  const tie = {
    id: `tie${row.line}`,
    from,
    to,
    ...read<TieWord>('kind', kindIn, { kind: 'influences', label: '' }),
    direction: read('direction', directionIn, 'one way'),
    strength: read('strength', strengthIn, 2),
    confidentiality: read('confidentiality', tieConfidentialityIn, 'public'),
    notes: read('notes', notesIn, ''),
  }
  if (errors.length === 0 && from === to) {
    errors.push({ line: row.line, column: null, code: 'self-tie', value: quoted(cellOf('from')) })
  }
  return errors.length > 0 ? fail(errors) : ok(tie)
}

type Reading<T> = Result<T, 'wrong value' | 'too long'>

type TieWord = Pick<Relationship, 'kind' | 'label'>

/** One of our kinds, or the tie's own word. */
function kindIn(cell: string): Reading<TieWord> {
  const word = foldWord(cell)
  if (word === '') return ok({ kind: 'influences', label: '' })
  if (isOneOf(RELATIONSHIP_KINDS, word)) return ok({ kind: word, label: '' })
  const label = cleanLine(cell, LIMITS.shortText)
  if (label.ok) return ok({ kind: 'own', label: label.value })
  return fail(label.error === 'too long' ? 'too long' : 'wrong value')
}

function directionIn(cell: string): Reading<Direction> {
  const word = foldWord(cell)
  if (word === '' || word === 'one way' || word === 'directed') return ok('one way')
  return word === 'mutual' || word === 'both ways' ? ok('mutual') : fail('wrong value')
}

const STRENGTHS: ReadonlyMap<string, Relationship['strength']> = new Map([
  ['', 2],
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['weak', 1],
  ['medium', 2],
  ['strong', 3],
])

function strengthIn(cell: string): Reading<Relationship['strength']> {
  const strength = STRENGTHS.get(foldWord(cell))
  return strength ? ok(strength) : fail('wrong value')
}

function tieConfidentialityIn(cell: string): Reading<Relationship['confidentiality']> {
  const confidentiality = confidentialityIn(cell)
  return confidentiality.ok ? ok(confidentiality.value.level) : fail('wrong value')
}

function notesIn(cell: string): Reading<string> {
  const text = cleanText(cell).trim()
  return text.length > LIMITS.longText ? fail('too long') : ok(text)
}
