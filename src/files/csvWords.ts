import { INFLUENCE_LEVELS } from '../domain/influence.ts'
import { cleanLine, foldName } from '../domain/names.ts'
import {
  type Confidentiality,
  isOneOf,
  type Role,
  ROLES,
  type SegmentIndex,
  STAKEHOLDER_KINDS,
  type StakeholderKind,
} from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { segmentOf, stanceOfSegment } from '../domain/spectrum.ts'
import { foldWord } from './stakeholderColumns.ts'

/** Why a cell can't be read. */
export type CellFault = 'wrong value' | 'too long' | 'too many' | 'empty name'
export type CellResult<T> = Result<T, CellFault>

const WRONG = fail<CellFault>('wrong value')

const SEGMENT_WORDS: ReadonlyMap<string, SegmentIndex> = new Map([
  ['active ally', 0],
  ['active allies', 0],
  ['passive ally', 1],
  ['passive allies', 1],
  ['neutral', 2],
  ['neutrals', 2],
  ['passive opponent', 3],
  ['passive opponents', 3],
  ['active opponent', 4],
  ['active opponents', 4],
])

/** A decimal number, with a point or a comma; minus may be the typographic one. */
function numberIn(cell: string): number | null {
  const text = cell.trim().replace('\u2212', '-').replace(',', '.')
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(text) ? Number(text) : null
}

const isBlank = (cell: string): boolean => cell.trim() === ''

/** A stance out of a segment's name or a number from −1 to 1; empty = not placed. */
export function stanceIn(cell: string): CellResult<number | null> {
  if (isBlank(cell) || foldWord(cell) === 'not placed yet') return ok(null)
  const segment = SEGMENT_WORDS.get(foldWord(cell))
  if (segment !== undefined) return ok(stanceOfSegment(segment))
  const stance = numberIn(cell)
  return stance !== null && Math.abs(stance) <= 1 ? ok(stance + 0) : WRONG
}

export function targetSegmentIn(cell: string): CellResult<SegmentIndex | null> {
  const stance = stanceIn(cell)
  if (!stance.ok) return stance
  return ok(stance.value === null ? null : segmentOf(stance.value))
}

/** low, medium, high, or a number from 0 to 1; empty = not said. */
export function influenceIn(cell: string): CellResult<number | null> {
  if (isBlank(cell)) return ok(null)
  const word = foldWord(cell)
  if (word === 'low' || word === 'medium' || word === 'high') return ok(INFLUENCE_LEVELS[word])
  const influence = numberIn(cell)
  return influence !== null && influence >= 0 && influence <= 1 ? ok(influence + 0) : WRONG
}

const KIND_WORDS: ReadonlyMap<string, StakeholderKind> = new Map([
  ['organization', 'organisation'],
  ['individual', 'person'],
])

export function kindIn(cell: string): CellResult<StakeholderKind> {
  if (isBlank(cell)) return ok('organisation')
  const word = foldWord(cell)
  if (isOneOf(STAKEHOLDER_KINDS, word)) return ok(word)
  const kind = KIND_WORDS.get(word)
  return kind ? ok(kind) : WRONG
}

export function roleIn(cell: string): CellResult<Role> {
  if (isBlank(cell)) return ok('other')
  const word = foldWord(cell)
  if (isOneOf(ROLES, word)) return ok(word)
  return word === 'decision maker' ? ok('target') : WRONG
}

const PUBLIC_WORDS = new Set(['', 'public', 'no', 'false'])
const HIDDEN_WORDS = new Set(['confidential', 'hidden', 'secret', 'private', 'yes', 'true', 'x'])

/**
 * Public, confidential (hidden), or the public stance of somebody who stands elsewhere.
 * A bare 0 or 1 is refused: it may as well mean no or yes.
 */
export function confidentialityIn(cell: string): CellResult<Confidentiality> {
  const word = foldWord(cell)
  if (PUBLIC_WORDS.has(word)) return ok({ level: 'public' })
  if (HIDDEN_WORDS.has(word)) return ok({ level: 'confidential', publicStance: null })
  if (/^[01]$/u.test(cell.trim())) return WRONG
  const stance = stanceIn(cell)
  if (!stance.ok || stance.value === null) return WRONG
  return ok({ level: 'confidential', publicStance: stance.value })
}

/** Blank and repeated words included. */
const MOST_PARTS = 1_000

/** Words between `|`, cleaned, each once (as `foldName` compares them). */
export function wordsIn(cell: string, most: number, longest: number): CellResult<string[]> {
  const parts = cell.split('|', MOST_PARTS + 1)
  if (parts.length > MOST_PARTS) return fail('too many')
  const words = new Map<string, string>()
  for (const part of parts) {
    const word = cleanLine(part, longest)
    if (!word.ok && word.error === 'too long') return fail('too long')
    if (word.ok && !words.has(foldName(word.value))) words.set(foldName(word.value), word.value)
  }
  return words.size > most ? fail('too many') : ok([...words.values()])
}
