import { own } from '../../domain/check.ts'
import { isOneOf, RELATIONSHIP_KINDS, type RelationshipKind } from '../../domain/records.ts'
import { Fields } from './fields.ts'
import type { ForeignRecord } from './foreignTable.ts'
import { fieldsIn, textIn } from './jsonFields.ts'
import { kindOfWord } from './tieWords.ts'

/** An edge has a label and arrows, and no field for anything else: what more a tie is stands in its label. */
export interface EdgeLabel {
  readonly word: string
  readonly strength: 1 | 2 | 3
  readonly isConfidential: boolean
}

const USUAL_STRENGTH = 2
const DOT = '•'
const CONFIDENTIAL = '[confidential]'
const LIKE_OURS = /(?:•|\[confidential\])$/iu

/** `funds •••`, `trusts • [confidential]`; the usual strength is said only where the word would be misread. */
export const edgeLabel = ({ word, strength, isConfidential }: EdgeLabel): string =>
  [
    word,
    ...(strength === USUAL_STRENGTH && !LIKE_OURS.test(word) ? [] : [DOT.repeat(strength)]),
    ...(isConfidential ? [CONFIDENTIAL] : []),
  ]
    .filter((part) => part !== '')
    .join(' ')

/** The parts of a label that we wrote. */
export function edgeLabelIn(label: string): EdgeLabel {
  const text = label.trim()
  const isConfidential = text.toLowerCase().endsWith(CONFIDENTIAL)
  const open = isConfidential ? text.slice(0, -CONFIDENTIAL.length).trimEnd() : text
  const dots = /(?:^|\s)(•{1,3})$/u.exec(open)?.[1] ?? ''
  const strength = ([1, 2, 3] as const).find((number) => number === dots.length)
  return {
    word: strength === undefined ? open : open.slice(0, -strength).trimEnd(),
    strength: strength ?? USUAL_STRENGTH,
    isConfidential,
  }
}

/** Ids that we write begin with the tie's kind: its word may be in any language. */
export const edgeId = (kind: RelationshipKind, key: string): string => `${kind}:${key}`

const kindInId = (id: string): string => {
  const kind = id.slice(0, Math.max(0, id.indexOf(':')))
  return isOneOf(RELATIONSHIP_KINDS, kind) ? kind : ''
}

const USED = new Set('id fromNode toNode fromSide toSide fromEnd toEnd color label'.split(' '))

/** The edges of a canvas as records of ties. Unless said otherwise there is an arrow at the end alone. */
export const canvasEdges = (
  edges: readonly unknown[],
  isOurs: boolean,
  dropped: Set<string>,
): ForeignRecord[] =>
  edges.map((edge, index) => {
    const id = textIn(own(edge, 'id')).trim()
    const [atStart, atEnd] = [
      own(edge, 'fromEnd') === 'arrow',
      (own(edge, 'toEnd') ?? 'arrow') === 'arrow',
    ]
    const ends = [textIn(own(edge, 'fromNode')), textIn(own(edge, 'toNode'))] as const
    const isReversed = atStart && !atEnd
    const fields = new Fields()
    // Also when they are blank: a tie without an end is to be named.
    fields.all.set('From', ends[isReversed ? 1 : 0])
    fields.all.set('To', ends[isReversed ? 0 : 1])
    fields.add('Direction', directionOf(atStart, atEnd))
    addLabel(fields, textIn(own(edge, 'label')), isOurs ? kindInId(id) : null)
    for (const [name, value] of fieldsIn(edge, USED)) fields.add(name, value)
    if (!isOurs && textIn(own(edge, 'color')) !== '') dropped.add('color')
    return { place: { id: id || `edges[${index}]` }, id, fields: fields.all }
  })

function directionOf(atStart: boolean, atEnd: boolean): string {
  if (atStart && atEnd) return 'mutual'
  return atStart || atEnd ? 'directed' : 'undirected'
}

/** `kind` is what an id of ours says, null in a canvas of others. A word of ours in the label goes before it. */
function addLabel(fields: Fields, label: string, kind: string | null): void {
  if (kind === null) return fields.add('Label', label)
  const { word, strength, isConfidential } = edgeLabelIn(label)
  const isOwn = kind === 'own'
  fields.add('Type', isOwn ? 'own' : (kindOfWord(word) ?? kind))
  fields.add('Label', word)
  fields.add('Strength', String(strength))
  if (isConfidential) fields.add('Confidentiality', 'confidential')
}
