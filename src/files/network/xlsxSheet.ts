import { LIMITS } from '../../domain/limits.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import type { FileProblem } from '../problem.ts'
import { scanXml, type XmlTag } from './xml.ts'

export interface SheetRow {
  /** The row's number in the sheet, from 1. */
  readonly row: number
  readonly cells: readonly string[]
}

/** What a workbook says about all of its cells. */
export interface CellRules {
  readonly strings: readonly string[]
  /** Styles that show a number as a date. */
  readonly dateStyles: ReadonlySet<number>
  readonly is1904: boolean
}

/** The texts that cells refer to by position. Problems: those of XML. */
export function readSharedStrings(text: string): Result<readonly string[], FileProblem> {
  if (text === '') return ok([])
  const strings: string[] = []
  const reader = new TextReader()
  const problem = scanXml(text, {
    open({ name }) {
      reader.open(name)
    },
    close(name, part) {
      reader.close(name, part)
      if (name === 'si') strings.push(reader.take())
    },
  })
  return problem ? fail(problem) : ok(strings)
}

/** Puts the parts of a text together: pieces in different looks, without what says how to pronounce them. */
class TextReader {
  #text = ''
  #isPronunciation = false

  open(name: string): void {
    if (name === 'rPh') this.#isPronunciation = true
  }

  close(name: string, part: string): void {
    if (name === 'rPh') this.#isPronunciation = false
    if (name === 't' && !this.#isPronunciation) this.#text += unescaped(part)
  }

  take(): string {
    const text = this.#text
    this.#text = ''
    return text
  }
}

/** Characters that XML can't hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
const unescaped = (text: string): string =>
  text.replace(/_x([\da-fA-F]{4})_/gu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )

/** More rows than any table may have, its heading and some blank ones included. */
const MOST_ROWS = LIMITS.csvRows + 1
const MOST_COLUMNS = 200

/** The rows of a sheet that hold anything. Problems: `too many` rows or columns, those of XML. */
export function readSheet(
  text: string,
  rules: CellRules,
): Result<readonly SheetRow[], FileProblem> {
  const rows: SheetRow[] = []
  const inline = new TextReader()
  let row = 0
  let cells: string[] = []
  let cell: XmlTag | null = null
  let column = 0
  let value = ''
  let problem: FileProblem | null = null
  const told = scanXml(text, {
    open(tag) {
      inline.open(tag.name)
      if (tag.name === 'row') {
        row = Number(tag.get('r')) || row + 1
        cells = []
        column = 0
      } else if (tag.name === 'c') {
        cell = tag
        column = columnOf(tag.get('r')) ?? column + 1
        value = ''
      }
    },
    close(name, part) {
      inline.close(name, part)
      if (name === 'v') value = part
      else if (name === 'c' && cell) {
        const content = cellText(cell, value, inline.take(), rules)
        if (content !== '' && column > MOST_COLUMNS) {
          problem ??= { code: 'too many', line: row, limit: MOST_COLUMNS }
        } else if (content !== '') setCell(cells, column - 1, content)
        cell = null
      } else if (name === 'row' && cells.some((one) => one.trim() !== '')) {
        if (rows.length < MOST_ROWS) rows.push({ row, cells })
        else problem ??= { code: 'too many', line: row, limit: LIMITS.csvRows }
      }
    },
  })
  const found = told ?? problem
  return found ? fail(found) : ok(rows)
}

function setCell(cells: string[], at: number, content: string): void {
  while (cells.length < at) cells.push('')
  cells[at] = content
}

/** The position of a cell such as AB12 in its row, from 1; null when the cell doesn't say. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/u.exec(reference)?.[0]
  if (letters === undefined) return null
  return letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** A cell by its type (ECMA-376 part 1, 18.18.11). */
function cellText(cell: XmlTag, value: string, inline: string, rules: CellRules): string {
  switch (cell.get('t')) {
    case 's':
      return rules.strings[Number(value)] ?? ''
    case 'inlineStr':
      return inline
    case 'b':
      return value === '1' ? 'true' : 'false'
    case 'str':
      return unescaped(value)
    case '':
    case 'n':
      return numberText(value, rules.dateStyles.has(Number(cell.get('s'))), rules.is1904)
    default:
      // Dates in ISO 8601, and errors such as #REF!, which people shall see.
      return value
  }
}

function numberText(value: string, isDate: boolean, is1904: boolean): string {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value.trim()
  if (!isDate) return String(number)
  const moment = new Date(Math.round((number - (is1904 ? FROM_1904 : FROM_1900)) * DAY))
  if (Number.isNaN(moment.getTime())) return String(number)
  const [day = '', time = ''] = moment.toISOString().split('T')
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`
}

const DAY = 86_400_000
/** Days from a workbook's day 0 to the first of January 1970; 1900 counts as a leap year there. */
const FROM_1900 = 25_569
const FROM_1904 = 24_107
