import type { ViewRelationship, ViewStakeholder } from '../../audience/view.ts'
import { INFLUENCE_LEVELS } from '../../domain/influence.ts'
import type { Confidentiality, SegmentIndex } from '../../domain/records.ts'
import { segmentOf, stanceOfSegment } from '../../domain/spectrum.ts'

/** A field of ours as it is written in files of other tools, in words that our readers know again. */
export interface WrittenField {
  readonly name: string
  readonly value: string
}

/** Segments in the words that are read back, whatever the language. */
export const SEGMENT_WORDS: Readonly<Record<SegmentIndex, string>> = {
  0: 'active ally',
  1: 'passive ally',
  2: 'neutral',
  3: 'passive opponent',
  4: 'active opponent',
}

/**
 * What a view has of a stakeholder besides its name, in a fixed order; what is empty is left out, save
 * confidentiality. Several words stand with `|` between them.
 */
export function stakeholderFields(s: ViewStakeholder): WrittenField[] {
  const target = s.targetSegment
  return filled([
    ['Type', s.kind],
    ['Segment', s.placement ? SEGMENT_WORDS[segmentOf(s.placement.stance)] : ''],
    ['Influence', influenceWord(s.influence)],
    ['Role', s.role],
    ['Sector', s.sector ?? ''],
    ['Target segment', target === null ? '' : SEGMENT_WORDS[target]],
    ['Offers', wordList(s.offers)],
    ['Needs', wordList(s.needs)],
    ['Tags', wordList(s.tags)],
    ['Description', s.description],
    ['Confidentiality', s.team ? confidentialityWord(s.team.confidentiality) : ''],
    ['Notes', s.team?.notes ?? ''],
    ['Contact', s.team?.contact ?? ''],
    ['Aliases', wordList(s.team?.aliases ?? [])],
  ])
}

/** What only the team knows of a tie; its kind, direction and strength have places of their own. */
export const teamTieFields = ({ team }: ViewRelationship): WrittenField[] =>
  team
    ? filled([
        ['Confidentiality', team.confidentiality],
        ['Notes', team.notes],
      ])
    : []

/** Every name that `stakeholderFields` may give, in its order. */
export const STAKEHOLDER_FIELDS = [
  'Type',
  'Segment',
  'Influence',
  'Role',
  'Sector',
  'Target segment',
  'Offers',
  'Needs',
  'Tags',
  'Description',
  'Confidentiality',
  'Notes',
  'Contact',
  'Aliases',
] as const

/** Every name that `teamTieFields` may give, in its order. */
export const TEAM_TIE_FIELDS = ['Confidentiality', 'Notes'] as const

type FieldName = (typeof STAKEHOLDER_FIELDS)[number]

const filled = (fields: readonly (readonly [FieldName, string])[]): WrittenField[] =>
  fields.flatMap(([name, value]) => (value === '' ? [] : [{ name, value }]))

/** The level when that is all that is known, otherwise the number. */
function influenceWord(influence: number | null): string {
  if (influence === null) return ''
  const level = Object.entries(INFLUENCE_LEVELS).find(([, number]) => number === influence)
  return level ? level[0] : plain(influence)
}

/** Hidden, public, or the public stance: a segment's name when it is the middle of one. */
function confidentialityWord(confidentiality: Confidentiality): string {
  if (confidentiality.level === 'public') return 'public'
  const stance = confidentiality.publicStance
  if (stance === null) return 'confidential'
  const segment = segmentOf(stance)
  return stance === stanceOfSegment(segment) ? SEGMENT_WORDS[segment] : plain(stance)
}

/** Readers take neither an exponent nor a bare 0 or 1, which may as well mean no and yes. */
function plain(number: number): string {
  const text = String(number)
  if (/^-?[01]$/u.test(text)) return `${text}.0`
  return text.includes('e') ? number.toFixed(20) : text
}

/** A bar inside a word would make two of it. */
const wordList = (words: readonly string[]): string =>
  words
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('|', '/'))
    .join('|')
