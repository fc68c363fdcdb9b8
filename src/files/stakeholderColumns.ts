import { foldName } from '../domain/names.ts'

/** What a column of a stakeholder CSV holds. */
export type StakeholderColumn =
  | 'name'
  | 'aliases'
  | 'kind'
  | 'sector'
  | 'segment'
  | 'influence'
  | 'offers'
  | 'needs'
  | 'confidentiality'
  | 'description'
  | 'role'
  | 'tags'
  | 'notes'
  | 'contact'
  | 'target segment'

/** What becomes of a column that we don't know. */
export type UnknownColumnUse = 'tag' | 'note' | 'ignore'

export interface CsvColumn {
  readonly header: string
  readonly meaning: StakeholderColumn | UnknownColumnUse
  /** True for a column whose use is the caller's choice. */
  readonly isUnknown: boolean
}

const MEANINGS: ReadonlyMap<string, StakeholderColumn> = new Map([
  ['label', 'name'],
  ['name', 'name'],
  ['stakeholder', 'name'],
  ['stakeholder name', 'name'],
  ['aliases', 'aliases'],
  ['alias', 'aliases'],
  ['also known as', 'aliases'],
  ['aka', 'aliases'],
  ['type', 'kind'],
  ['kind', 'kind'],
  ['sector', 'sector'],
  ['segment', 'segment'],
  ['stance', 'segment'],
  ['spectrum', 'segment'],
  ['influence', 'influence'],
  ['power', 'influence'],
  ['offers', 'offers'],
  ['offer', 'offers'],
  ['needs', 'needs'],
  ['need', 'needs'],
  // Passing such a column over could expose somebody, so every usual heading is known.
  ['confidentiality', 'confidentiality'],
  ['confidential', 'confidentiality'],
  ['hidden', 'confidentiality'],
  ['secret', 'confidentiality'],
  ['private', 'confidentiality'],
  ['description', 'description'],
  ['role', 'role'],
  ['tags', 'tags'],
  ['tag', 'tags'],
  ['notes', 'notes'],
  ['note', 'notes'],
  ['comments', 'notes'],
  ['comment', 'notes'],
  ['contact', 'contact'],
  ['contacts', 'contact'],
  ['target segment', 'target segment'],
  ['target stance', 'target segment'],
])

/** Until told otherwise an unknown column becomes notes, which only the team sees. */
const USUAL_USE: UnknownColumnUse = 'note'

/**
 * What each column of a header row holds. Of two columns with one meaning the second counts as unknown.
 * `uses` says by position what becomes of unknown columns; without a word they become notes.
 */
export function columnsOf(
  headers: readonly string[],
  uses: ReadonlyMap<number, UnknownColumnUse>,
): CsvColumn[] {
  const taken = new Set<StakeholderColumn>()
  return headers.map((header, index) => {
    const meaning = MEANINGS.get(foldWord(header))
    if (meaning === undefined || taken.has(meaning)) {
      return { header: header.trim(), meaning: uses.get(index) ?? USUAL_USE, isUnknown: true }
    }
    taken.add(meaning)
    return { header: header.trim(), meaning, isUnknown: false }
  })
}

/** A heading or word as it is looked up: case, spacing, `_` and `-` don't matter. */
export const foldWord = (word: string): string =>
  foldName(word)
    .replace(/[\s_-]+/gu, ' ')
    .trim()
