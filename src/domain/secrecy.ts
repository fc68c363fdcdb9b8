import { confidentialityOfNamesakes, secrecyOf } from './hidden.ts'
import type { AnyRecord, MapDoc, Relationship, Stakeholder } from './records.ts'

/**
 * Who and what the public would see more of in a copy of the map than in the map of now, as confidential as they are now.
 * Whoever comes back with the name of somebody hidden is among them.
 */
export interface Exposed {
  readonly stakeholders: readonly Stakeholder[]
  readonly ties: readonly Relationship[]
}

export function exposedBy(copy: MapDoc, now: MapDoc): Exposed {
  const isExposed = (then: AnyRecord | undefined, record: AnyRecord) =>
    then !== undefined && secrecyOf(then) < secrecyOf(record)
  const confidentialityOf = confidentialityOfNamesakes(now)
  const back = [...copy.stakeholders.values()].filter(({ id }) => !now.stakeholders.has(id))
  const all = back.map((one) => ({
    ...one,
    confidentiality: confidentialityOf(one.name, one.confidentiality),
  }))
  return {
    stakeholders: [...now.stakeholders.values(), ...all].filter((one) =>
      isExposed(copy.stakeholders.get(one.id), one),
    ),
    ties: [...now.relationships.values()].filter((tie) =>
      isExposed(copy.relationships.get(tie.id), tie),
    ),
  }
}

/** The copy, in which those are as confidential as they are now. */
export function keepingSecrets(copy: MapDoc, { stakeholders, ties }: Exposed): MapDoc {
  const people = new Map(copy.stakeholders)
  for (const { id, confidentiality } of stakeholders) {
    const then = people.get(id)
    if (then) people.set(id, { ...then, confidentiality })
  }
  const relationships = new Map(copy.relationships)
  for (const { id, confidentiality } of ties) {
    const then = relationships.get(id)
    if (then) relationships.set(id, { ...then, confidentiality })
  }
  return { ...copy, stakeholders: people, relationships }
}
