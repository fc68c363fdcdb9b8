import { evenedName, knownByName, type KnownStakeholders } from '../../domain/imported.ts'
import type { Stakeholder } from '../../domain/records.ts'
import type { NetworkPlan, OutsideName } from '../../files/network/plan.ts'

/** Whom of a file's people the map has already, by name. */
export interface WhoIsKnown {
  /** Stakeholders of the file that the map has. */
  readonly inside: KnownStakeholders
  readonly insideNames: readonly string[]
  /** Stakeholders of the map that only ties name. */
  readonly outside: KnownStakeholders
  /** Names that only ties have, and that several stakeholders of the map have. */
  readonly ambiguous: readonly OutsideName[]
  /** Names that only ties have. */
  readonly unknown: readonly OutsideName[]
}

/** A name that the file gives to two of its own can't be that of one on the map. */
export function whoIsKnown(
  stakeholders: Iterable<Pick<Stakeholder, 'id' | 'name'>>,
  { import: file, outside }: NetworkPlan,
): WhoIsKnown {
  const onMap = [...stakeholders]
  const once = namedOnce(file.stakeholders)
  const inside = knownByName(onMap, once).known
  const named = knownByName(onMap, outside)
  return {
    inside,
    insideNames: once.filter(({ id }) => inside.has(id)).map(({ name }) => name),
    outside: named.known,
    ambiguous: outside.filter(({ id }) => named.ambiguous.has(id)),
    unknown: outside.filter(({ id }) => !named.known.has(id) && !named.ambiguous.has(id)),
  }
}

function namedOnce<T extends { readonly name: string }>(all: readonly T[]): T[] {
  const counts = new Map<string, number>()
  const folded = all.map(({ name }) => evenedName(name))
  for (const name of folded) counts.set(name, (counts.get(name) ?? 0) + 1)
  return all.filter((_, index) => counts.get(folded[index] ?? '') === 1)
}
