import { diffOf } from '../diff.ts'
import { LIMITS } from '../limits.ts'
import { cleanLine, cleanText } from '../names.ts'
import {
  type MapDoc,
  type Relationship,
  type RelationshipId,
  type RelationshipKind,
  type StakeholderId,
} from '../records.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Command, CommandError } from './command.ts'

/** What can be said of a tie besides its two ends. */
export type TieFacts = Pick<
  Relationship,
  'kind' | 'label' | 'direction' | 'strength' | 'confidentiality' | 'notes'
>

/** Ties that go both ways by their nature start out mutual. */
const MUTUAL: ReadonlySet<RelationshipKind> = new Set(['works with', 'opposes'])

/** The direction in which a tie of a kind starts out. */
export const usualDirection = (kind: RelationshipKind): Relationship['direction'] =>
  MUTUAL.has(kind) ? 'mutual' : 'one way'

/**
 * Draws a tie from one stakeholder to another. Two stakeholders may have several ties, of different
 * kinds or ways. Errors: `missing`, `self-tie`, `tie exists`, `too many`, `too long`.
 */
export const connectStakeholders =
  (
    from: StakeholderId,
    to: StakeholderId,
    kind: RelationshipKind,
    facts: Partial<TieFacts> = {},
  ): Command =>
  (doc, { newId }) => {
    if (!doc.stakeholders.has(from) || !doc.stakeholders.has(to)) return fail({ code: 'missing' })
    if (from === to) return fail({ code: 'self-tie' })
    if (doc.relationships.size >= LIMITS.relationships) {
      return fail({ code: 'too many', limit: LIMITS.relationships })
    }
    const tie = checkedTie({
      type: 'relationship',
      id: newId<RelationshipId>(),
      from,
      to,
      label: '',
      direction: usualDirection(kind),
      strength: 2,
      confidentiality: 'public',
      notes: '',
      ...facts,
      kind,
    })
    if (!tie.ok) return tie
    if (hasTwin(doc, tie.value)) return fail({ code: 'tie exists' })
    return ok(diffOf({ added: [tie.value] }))
  }

/**
 * Changes what is said of a tie. A tie that still has the direction its kind starts out with takes that of its new
 * kind. An edit that changes nothing gives an empty diff.
 */
export const editTie =
  (id: RelationshipId, edit: Partial<TieFacts>): Command =>
  (doc) =>
    changed(doc, id, (tie) => {
      const isUsual = tie.direction === usualDirection(tie.kind)
      const direction = edit.kind && isUsual ? usualDirection(edit.kind) : tie.direction
      return { ...tie, direction, ...edit }
    })

/** Turns a tie round. */
export const reverseTie =
  (id: RelationshipId): Command =>
  (doc) =>
    changed(doc, id, (tie) => ({ ...tie, from: tie.to, to: tie.from }))

export const removeTies =
  (ids: Iterable<RelationshipId>): Command =>
  (doc) => {
    const removed: Relationship[] = []
    for (const id of new Set(ids)) {
      const tie = doc.relationships.get(id)
      if (!tie) return fail({ code: 'missing' })
      removed.push(tie)
    }
    return ok(diffOf({ removed }))
  }

function changed(
  doc: MapDoc,
  id: RelationshipId,
  change: (tie: Relationship) => Relationship,
): ReturnType<Command> {
  const from = doc.relationships.get(id)
  if (!from) return fail({ code: 'missing' })
  const to = checkedTie(change(from))
  if (!to.ok) return to
  if (JSON.stringify(from) === JSON.stringify(to.value)) return ok(diffOf({}))
  if (hasTwin(doc, to.value)) return fail({ code: 'tie exists' })
  return ok(diffOf({ updated: [[from, to.value]] }))
}

/** A tie as it may be stored: only an own kind has a word of its own. */
function checkedTie(tie: Relationship): Result<Relationship, CommandError> {
  const label = cleanLine(tie.label, LIMITS.shortText)
  if (!label.ok && label.error === 'too long') {
    return fail({ code: 'too long', limit: LIMITS.shortText })
  }
  if (tie.notes.length > LIMITS.longText) return fail({ code: 'too long', limit: LIMITS.longText })
  const word = tie.kind === 'own' && label.ok ? label.value : ''
  return ok({ ...tie, label: word, notes: cleanText(tie.notes) })
}

/**
 * Whether another tie already says the same of the same two to the same people: beside a confidential one there
 * may be a public one, or a refusal in public preview would tell of it.
 */
function hasTwin(doc: MapDoc, tie: Relationship): boolean {
  for (const other of doc.relationships.values()) {
    if (other.id === tie.id || other.kind !== tie.kind || other.label !== tie.label) continue
    if (other.confidentiality !== tie.confidentiality) continue
    if (other.from === tie.from && other.to === tie.to) return true
    const bothWays = tie.direction === 'mutual' || other.direction === 'mutual'
    if (bothWays && other.from === tie.to && other.to === tie.from) return true
  }
  return false
}
