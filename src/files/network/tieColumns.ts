import { foldWord } from '../stakeholderColumns.ts'

/** What a column of a table of ties holds. */
export type TieColumn =
  | 'from'
  | 'to'
  | 'kind'
  | 'label'
  | 'direction'
  | 'strength'
  | 'confidentiality'
  | 'notes'

const MEANINGS: ReadonlyMap<string, TieColumn> = new Map([
  ['from', 'from'],
  ['source', 'from'],
  ['to', 'to'],
  ['target', 'to'],
  ['type', 'kind'],
  ['kind', 'kind'],
  ['relationship', 'kind'],
  ['connection type', 'kind'],
  ['label', 'label'],
  ['direction', 'direction'],
  ['strength', 'strength'],
  ['weight', 'strength'],
  // Passing such a column over could expose somebody, so every usual heading is known.
  ['confidentiality', 'confidentiality'],
  ['confidential', 'confidentiality'],
  ['hidden', 'confidentiality'],
  ['secret', 'confidentiality'],
  ['private', 'confidentiality'],
  ['description', 'notes'],
  ['notes', 'notes'],
  ['note', 'notes'],
])

/** The position of each column that is understood. */
export type TieColumns = ReadonlyMap<TieColumn, number>

/** Of two columns with one meaning the first counts. */
export function tieColumnsOf(headers: readonly string[]): TieColumns {
  const columns = new Map<TieColumn, number>()
  for (const [index, header] of headers.entries()) {
    const meaning = MEANINGS.get(foldWord(header))
    if (meaning !== undefined && !columns.has(meaning)) columns.set(meaning, index)
  }
  return columns
}
