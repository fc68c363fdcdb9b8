import { isHidden } from '../hidden.ts'
import { evenedName, type ImportedStakeholder } from '../imported.ts'
import { asId, type MapDoc, type Stakeholder, type StakeholderId } from '../records.ts'
import { type FileCopy, sharedIds } from './copy.ts'
import { stakeholderDifferences } from './stakeholders.ts'
import { factsOf } from './stakeholderRules.ts'

/** Who somebody of a file is on the map: one of the map's, somebody new, or to be left out. */
export type Who = { readonly is: StakeholderId } | 'new' | 'out'

/** How somebody of a file was recognised. `unsure`: several may be meant, or only another name says so. */
export interface Identity {
  readonly by: 'id' | 'name' | 'unsure' | 'nobody'
  /** Whom of the map it may be, the likeliest first. */
  readonly candidates: readonly StakeholderId[]
  readonly who: Who
}

/**
 * Whom of the map each stakeholder of a file is, by the file's ids: ids decide, and among the others names that one
 * has here and one there. Nobody is two, and whoever was `chosen` is who it is; who is unsure is left out.
 */
export function identitiesOf(
  doc: MapDoc,
  file: FileCopy,
  chosen: ReadonlyMap<string, Who>,
): ReadonlyMap<string, Identity> {
  const found = recognised(doc, file)
  const taken = new Set<StakeholderId>()
  for (const who of chosen.values()) if (typeof who === 'object') taken.add(who.is)
  const identities = new Map<string, Identity>()
  const claimed = new Set<StakeholderId>()
  for (const { id } of file.import.stakeholders) {
    const identity = found.get(id) ?? NOBODY
    const wished = chosen.get(id) ?? identity.who
    const isGone = typeof wished === 'object' && !doc.stakeholders.has(wished.is)
    // Somebody else of the file was chosen to be that one.
    const isTaken =
      typeof wished === 'object' &&
      (claimed.has(wished.is) || (!chosen.has(id) && taken.has(wished.is)))
    const who = isGone || isTaken ? 'out' : wished
    if (typeof who === 'object') claimed.add(who.is)
    identities.set(id, { ...identity, who })
  }
  return identities
}

const NOBODY: Identity = { by: 'nobody', candidates: [], who: 'new' }

function recognised(doc: MapDoc, file: FileCopy): ReadonlyMap<string, Identity> {
  const ids = sharedIds(doc, file)
  const byId = (id: string) => asId<StakeholderId>(id)
  const rest = file.import.stakeholders.filter(({ id }) => !ids.has(id))
  const mine = [...doc.stakeholders.values()].filter(({ id }) => !ids.has(id))
  const byName = gathered(mine, ({ name }) => [name])
  const byAlias = gathered(mine, ({ aliases }) => aliases)
  const sameInFile = gathered(rest, ({ name }) => [name])
  const result = new Map<string, Identity>()
  for (const id of ids) {
    result.set(id, { by: 'id', candidates: [byId(id)], who: { is: byId(id) } })
  }
  const alike = alikeOnes(doc, file, rest, byName)
  for (const { id, name, aliases } of rest) {
    const named = byName.get(evenedName(name)) ?? []
    const also = [name, ...aliases].flatMap((word) => [
      ...(byAlias.get(evenedName(word)) ?? []),
      ...(byName.get(evenedName(word)) ?? []),
    ])
    const candidates = [...new Set([...named, ...also].map((one) => one.id))]
    const [only, second] = named
    const isOnly = only && !second && sameInFile.get(evenedName(name))?.length === 1
    result.set(id, identityOf(candidates, isOnly ? only.id : (alike.get(id) ?? null)))
  }
  return result
}

/**
 * Who of several of one name is whom, where nothing differs: by the file's ids. Only where one here is like one there and
 * like no other; somebody hidden is not in a public copy, and like nobody in it.
 */
function alikeOnes(
  doc: MapDoc,
  file: FileCopy,
  rest: readonly ImportedStakeholder[],
  byName: ReadonlyMap<string, readonly Stakeholder[]>,
): ReadonlyMap<string, StakeholderId> {
  const alike = new Map<string, StakeholderId>()
  const claims = new Map<StakeholderId, number>()
  for (const theirs of rest) {
    const named = byName.get(evenedName(theirs.name)) ?? []
    const found = named.filter(
      (mine) =>
        !(file.isPublicCopy && isHidden(mine)) &&
        stakeholderDifferences(file, mine, factsOf(doc, mine), theirs).length === 0,
    )
    for (const { id } of found) claims.set(id, (claims.get(id) ?? 0) + 1)
    const [only, second] = found
    if (only && !second) alike.set(theirs.id, only.id)
  }
  return new Map([...alike].filter(([, id]) => claims.get(id) === 1))
}

const identityOf = (
  candidates: readonly StakeholderId[],
  sameName: StakeholderId | null,
): Identity => {
  if (sameName !== null) return { by: 'name', candidates, who: { is: sameName } }
  return candidates.length > 0 ? { by: 'unsure', candidates, who: 'out' } : NOBODY
}

/** All of a kind by what they are called, evened out. */
function gathered<T extends Stakeholder | ImportedStakeholder>(
  all: readonly T[],
  called: (one: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const byName = new Map<string, T[]>()
  for (const one of all) {
    for (const name of new Set(called(one).map(evenedName))) {
      const there = byName.get(name)
      if (there) there.push(one)
      else byName.set(name, [one])
    }
  }
  return byName
}
