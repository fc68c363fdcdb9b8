import type { MapView, ViewStakeholder } from '../../audience/view.ts'
import { influenceLevel } from '../../domain/influence.ts'
import { NOTHING_KNOWN } from '../../domain/nothingKnown.ts'
import type { SegmentIndex } from '../../domain/records.ts'
import { segmentOf } from '../../domain/spectrum.ts'
import type { DotLevel } from '../card.ts'
import { drawable } from '../wrap.ts'
import { TABLE_COLUMNS, type TableColumn, type TableWords } from './tableWords.ts'

/** Whose colours something has: a segment's, or nobody's while a stakeholder isn't placed. */
export type Ground = SegmentIndex | null

/** A sign in front of a cell's text. */
export type CellSign =
  | { readonly sign: 'influence'; readonly level: DotLevel; readonly segment: Ground }
  | { readonly sign: 'segment'; readonly segment: SegmentIndex }

/** Text that begins a line of its own. */
export interface CellPart {
  readonly text: string
  readonly tone: 'ink' | 'muted' | 'confidential'
  readonly bold: boolean
}

export interface TableCell {
  readonly parts: readonly CellPart[]
  readonly sign: CellSign | null
}

/** The columns that tell something of anybody in this view. */
export const columnsIn = ({ stakeholders }: MapView): TableColumn[] =>
  TABLE_COLUMNS.filter((column) => stakeholders.some((one) => SAID[column](one)))

const SAID: Readonly<Record<TableColumn, (of: ViewStakeholder) => boolean>> = {
  name: () => true,
  influence: ({ influence }) => influence !== null,
  kind: ({ kind }) => kind !== NOTHING_KNOWN.kind,
  sector: ({ sector }) => sector !== null,
  role: ({ role }) => role !== NOTHING_KNOWN.role,
  offers: ({ offers }) => offers.length > 0,
  needs: ({ needs }) => needs.length > 0,
  tags: ({ tags }) => tags.length > 0,
  target: ({ targetSegment }) => targetSegment !== null,
}

/** What a cell says. */
export function cellOf(column: TableColumn, of: ViewStakeholder, words: TableWords): TableCell {
  switch (column) {
    case 'name':
      return {
        parts: [{ ...ink(of.name), bold: levelOf(of) === 'high' }, ...secret(of, words)],
        sign: null,
      }
    case 'influence': {
      const level = levelOf(of)
      const text = words.influence[level]
      return {
        parts: [{ ...ink(text), tone: level === 'unknown' ? 'muted' : 'ink' }],
        sign: { sign: 'influence', level, segment: groundOf(of) },
      }
    }
    case 'kind':
      return plain(words.kinds[of.kind])
    case 'sector':
      return plain(of.sector ?? '')
    case 'role':
      return plain(words.roles[of.role])
    case 'offers':
    case 'needs':
    case 'tags':
      return { parts: listed(of[column], words), sign: null }
    case 'target':
      return of.targetSegment === null
        ? plain('')
        : {
            parts: [ink(words.segments[of.targetSegment] ?? '')],
            sign: { sign: 'segment', segment: of.targetSegment },
          }
  }
}

/** The level of influence that a dot shows. */
export const levelOf = ({ influence }: ViewStakeholder): DotLevel =>
  influence === null ? 'unknown' : influenceLevel(influence)

/** Where somebody stands. */
export const groundOf = ({ placement }: ViewStakeholder): Ground =>
  placement && segmentOf(placement.stance)

function secret({ team }: ViewStakeholder, words: TableWords): CellPart[] {
  if (team?.confidentiality.level !== 'confidential') return []
  const { publicStance } = team.confidentiality
  const text =
    publicStance === null
      ? words.hidden
      : words.inPublic(words.segments[segmentOf(publicStance)] ?? '')
  return [{ text, tone: 'confidential', bold: false }]
}

const ink = (text: string): CellPart => ({ text: drawable(text), tone: 'ink', bold: false })

const plain = (text: string): TableCell => ({ parts: text ? [ink(text)] : [], sign: null })

/** `wrap` reads no more than 4,000 letters of a text, so that of a longer list each stretch is a part. */
const LONGEST = 3000

function listed(items: readonly string[], words: TableWords): CellPart[] {
  const stretches: string[][] = []
  let length = Infinity
  for (const item of items) {
    if (length + item.length > LONGEST) {
      stretches.push([])
      length = 0
    }
    stretches.at(-1)?.push(item)
    length += item.length + 2
  }
  return stretches.map((stretch) => ink(words.list(stretch)))
}
