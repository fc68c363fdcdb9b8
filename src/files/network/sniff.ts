import { readCsvTable } from '../csvTable.ts'
import { kindIn } from '../csvWords.ts'
import { columnsOf, foldWord } from '../stakeholderColumns.ts'
import { holdsBy } from './csvTables.ts'

/**
 * Whether a single CSV is to be read as another tool's rather than as a list of stakeholders: it holds
 * ties, has ids, or calls most of its elements a kind that isn't ours.
 */
export function isForeignCsv(text: string): boolean {
  const table = readCsvTable(text)
  if (!table.ok) return false
  const { header, rows } = table.value
  if (holdsBy(header.cells) === 'ties') return true
  if (header.cells.some((cell) => foldWord(cell) === 'id')) return true
  const kind = columnsOf(header.cells, new Map()).findIndex(({ meaning }) => meaning === 'kind')
  const words = rows.flatMap(({ cells }) => cells[kind]?.trim() || [])
  return words.filter((word) => !kindIn(word).ok).length > words.length / 2
}

/** Whether a file's first bytes are those of a zip, and so of a workbook too. */
export const looksLikeZip = ([p, k, three, four]: Uint8Array): boolean =>
  p === 0x50 && k === 0x4b && three === 0x03 && four === 0x04
