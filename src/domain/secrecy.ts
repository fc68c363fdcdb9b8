import { confidentialityOfNamesakes, HIDDEN, isHidden, secrecyOf } from './hidden.ts'
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

/**
 * Who comes back with a copy visible to the public, and which ties between people who are there now. Nobody knows any more
 * whether they were hidden before they were removed, as most were not: a big delete that is taken back must not hide
 * everybody. So they are named before going back, and hidden when somebody says so. Given as hidden.
 */
export function returningBy(copy: MapDoc, now: MapDoc, exposed: Exposed): Exposed {
  const isNamed = new Set<string>(exposed.stakeholders.map(({ id }) => id))
  const isVisible = (id: Stakeholder['id']) => {
    const one = copy.stakeholders.get(id)
    return now.stakeholders.has(id) && one !== undefined && !isHidden(one)
  }
  return {
    stakeholders: [...copy.stakeholders.values()]
      .filter((one) => !now.stakeholders.has(one.id) && !isHidden(one) && !isNamed.has(one.id))
      .map((one) => ({ ...one, confidentiality: HIDDEN })),
    ties: [...copy.relationships.values()]
      .filter(
        (tie) =>
          !now.relationships.has(tie.id) &&
          secrecyOf(tie) === 0 &&
          isVisible(tie.from) &&
          isVisible(tie.to),
      )
      .map((tie) => ({ ...tie, confidentiality: 'confidential' })),
  }
}

/** The copy, in which those are as confidential as they are given. */
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
