import { nextOrder } from '../doc.ts'
import { type Diff, diffOf } from '../diff.ts'
import { LIMITS } from '../limits.ts'
import type { AnyRecord, Stakeholder, StakeholderId } from '../records.ts'
import { fail, ok } from '../result.ts'
import { confidentialityOfNamesakes, HIDDEN } from '../hidden.ts'
import { NOTHING_KNOWN } from '../nothingKnown.ts'
import { checkedName } from './checkedName.ts'
import type { Command, CommandContext } from './command.ts'

/**
 * Adds stakeholders, in the order called out, to "Not placed yet". One diff, however many names. Of those whom it
 * `hides`, namesakes are those who are called like somebody hidden: they would otherwise give away the first.
 */
export const addStakeholders =
  (names: readonly string[], hides: 'nobody' | 'namesakes' | 'all' = 'nobody'): Command =>
  (doc, context) => {
    if (doc.stakeholders.size + names.length > LIMITS.stakeholders) {
      return fail({ code: 'too many', limit: LIMITS.stakeholders })
    }
    const added: Stakeholder[] = []
    let order = nextOrder(doc)
    const confidentialityOf = hides === 'namesakes' ? confidentialityOfNamesakes(doc) : null
    for (const text of names) {
      const name = checkedName(text)
      if (!name.ok) return name
      const one = newStakeholder(context, name.value, order++)
      const confidentiality =
        hides === 'all'
          ? HIDDEN
          : (confidentialityOf?.(one.name, one.confidentiality) ?? one.confidentiality)
      added.push({ ...one, confidentiality })
    }
    return ok(diffOf({ added }))
  }

/** A stakeholder of whom nothing is known but the name. */
const newStakeholder = ({ newId }: CommandContext, name: string, order: number): Stakeholder => ({
  type: 'stakeholder',
  id: newId(),
  order,
  name,
  ...NOTHING_KNOWN,
})

/** Removes stakeholders together with their ties. */
export const removeStakeholders =
  (ids: Iterable<StakeholderId>): Command =>
  (doc) => {
    const gone = new Set(ids)
    const removed: AnyRecord[] = []
    for (const id of gone) {
      const stakeholder = doc.stakeholders.get(id)
      if (!stakeholder) return fail({ code: 'missing' })
      removed.push(stakeholder)
    }
    for (const tie of doc.relationships.values()) {
      if (gone.has(tie.from) || gone.has(tie.to)) removed.push(tie)
    }
    return ok(diffOf({ removed }))
  }

/** The stakeholders that a diff adds, in the order called out. */
export const addedStakeholders = (diff: Diff): StakeholderId[] =>
  Array.from(diff.added.values())
    .flatMap((record) => (record.type === 'stakeholder' ? [record] : []))
    .toSorted((a, b) => a.order - b.order)
    .map(({ id }) => id)
