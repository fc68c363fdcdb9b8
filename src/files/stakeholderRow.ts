import type { ImportedStakeholder } from '../domain/imported.ts'
import { LIMITS } from '../domain/limits.ts'
import { cleanLine, cleanName, cleanText } from '../domain/names.ts'
import type { Placement } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { segmentOf } from '../domain/spectrum.ts'
import type { CsvRow } from './csvTable.ts'
import {
  type CellFault,
  type CellResult,
  confidentialityIn,
  influenceIn,
  kindIn,
  roleIn,
  stanceIn,
  targetSegmentIn,
  wordsIn,
} from './csvWords.ts'
import type { CsvColumn, StakeholderColumn } from './stakeholderColumns.ts'

export interface CellError {
  /** Position of the column, from 0. */
  readonly column: number
  readonly code: CellFault
}

/**
 * The stakeholder in one row of a CSV, or every cell that is wrong. `inSegment` counts the cards placed
 * in each segment so far and is moved on, so that the cards of one file lie at different depths.
 */
export function stakeholderIn(
  row: CsvRow,
  columns: readonly CsvColumn[],
  inSegment: Map<number, number>,
): Result<ImportedStakeholder, readonly CellError[]> {
  const errors: CellError[] = []
  const read = <T>(
    meaning: StakeholderColumn,
    reader: (cell: string) => CellResult<T>,
    or: T,
  ): T => {
    const column = columns.findIndex((candidate) => candidate.meaning === meaning)
    const result = reader(row.cells[column] ?? '')
    if (result.ok) return result.value
    errors.push({ column, code: result.error })
    return or
  }
  const stance = read('segment', stanceIn, null)
  const extra = unknownCells(row, columns, errors)
  const stakeholder = {
    id: `row${row.line}`,
    name: read('name', nameIn, ''),
    aliases: read('aliases', aliasesIn, []),
    kind: read('kind', kindIn, 'organisation'),
    influence: read('influence', influenceIn, null),
    targetSegment: read('target segment', targetSegmentIn, null),
    role: read('role', roleIn, 'other'),
    sector: read('sector', wordIn, null),
    offers: read('offers', resourcesIn, []),
    needs: read('needs', resourcesIn, []),
    tags: [...read('tags', tagsIn, []), ...extra.tags],
    confidentiality: read('confidentiality', confidentialityIn, { level: 'public' }),
    description: read('description', textIn, ''),
    networkPosition: null,
    notes: [read('notes', textIn, ''), ...extra.notes].filter((note) => note !== '').join('\n'),
    contact: read('contact', textIn, ''),
  } as const
  if (stakeholder.tags.length > LIMITS.tagsPerStakeholder) {
    errors.push({ column: columnFor(columns, ['tags', 'tag']), code: 'too many' })
  }
  if (stakeholder.notes.length > LIMITS.longText) {
    errors.push({ column: columnFor(columns, ['notes', 'note']), code: 'too long' })
  }
  if (errors.length > 0) return fail(errors.toSorted((a, b) => a.column - b.column))
  return ok({ ...stakeholder, placement: stance === null ? null : placed(stance, inSegment) })
}

const columnFor = (columns: readonly CsvColumn[], meanings: readonly CsvColumn['meaning'][]) =>
  Math.max(
    0,
    columns.findIndex(({ meaning }) => meanings.includes(meaning)),
  )

/** Cells of unknown columns, as `Heading: value`. */
function unknownCells(row: CsvRow, columns: readonly CsvColumn[], errors: CellError[]) {
  const tags: string[] = []
  const notes: string[] = []
  for (const [column, { header, meaning }] of columns.entries()) {
    const cell = row.cells[column]?.trim() ?? ''
    if (cell === '') continue
    const label = (text: string) => (header === '' ? text : `${header}: ${text}`)
    if (meaning === 'note') notes.push(cleanText(label(cell)))
    if (meaning !== 'tag') continue
    const words = tagsIn(cell)
    if (!words.ok) errors.push({ column, code: words.error })
    for (const word of words.ok ? words.value : []) {
      const tag = cleanLine(label(word), LIMITS.shortText)
      if (tag.ok) tags.push(tag.value)
      else errors.push({ column, code: 'too long' })
    }
  }
  return { tags, notes }
}

const NEAREST = 0.2
const SPREAD = 0.75
const GOLDEN_RATIO = 0.618034

/** Depths a golden ratio apart never coincide and fill the segment evenly, however many there are. */
function placed(stance: number, inSegment: Map<number, number>): Placement {
  const segment = segmentOf(stance)
  const rank = inSegment.get(segment) ?? 0
  inSegment.set(segment, rank + 1)
  const depth = NEAREST + SPREAD * (((rank + 0.5) * GOLDEN_RATIO) % 1)
  return { stance, depth: Math.round(depth * 1e5) / 1e5 }
}

function nameIn(cell: string): CellResult<string> {
  const name = cleanName(cell)
  if (name.ok) return name
  return fail(name.error === 'empty' ? 'empty name' : 'too long')
}

function wordIn(cell: string): CellResult<string | null> {
  const word = cleanLine(cell, LIMITS.shortText)
  if (word.ok) return word
  return word.error === 'empty' ? ok(null) : fail('too long')
}

const resourcesIn = (cell: string) => wordsIn(cell, LIMITS.wordsPerStakeholder, LIMITS.shortText)
const aliasesIn = (cell: string) => wordsIn(cell, LIMITS.aliasesPerStakeholder, LIMITS.shortText)
const tagsIn = (cell: string) => wordsIn(cell, LIMITS.tagsPerStakeholder, LIMITS.shortText)

function textIn(cell: string): CellResult<string> {
  const text = cleanText(cell).trim()
  return text.length > LIMITS.longText ? fail('too long') : ok(text)
}
