import type { ImportedRelationship } from '../imported.ts'
import { asId, type MapDoc, type Relationship, type RelationshipId } from '../records.ts'
import { type TieSaying, Twins } from '../twins.ts'
import type { FileCopy } from './copy.ts'
import type { Identity } from './identities.ts'
import { type Difference, differencesBetween } from './rules.ts'
import { TIE_FIELDS, TIE_RULES, type TieFacts, tieFactsOf } from './tieRules.ts'

/** A tie that both have. */
export interface TiePair {
  readonly id: string
  readonly mine: Relationship
  readonly facts: TieFacts
  readonly theirs: TieFacts
  readonly differences: readonly Difference<keyof TieFacts>[]
}

/** A tie that only the file has. */
export interface NewTie {
  readonly id: string
  /** Ends that are not on the map yet are called as `newEnd` calls them. */
  readonly theirs: TieFacts
}

export interface TieComparison {
  readonly pairs: readonly TiePair[]
  readonly added: readonly NewTie[]
  /** Ties of the map that the file does not have. */
  readonly onlyHere: number
  /** Ties of the file to somebody who is left out. */
  readonly loose: number
}

/** The end of a tie who is not on the map yet. */
export const newEnd = (fileId: string): string => `new ${fileId}`

/** Ties are paired by their ids when both ends are the same, else by what they say of the same two. */
export function compareTies(
  doc: MapDoc,
  file: FileCopy,
  identities: ReadonlyMap<string, Identity>,
): TieComparison {
  const index = new TieIndex(doc.relationships.values())
  const added: NewTie[] = []
  const waiting: { readonly tie: ImportedRelationship; readonly theirs: TieFacts }[] = []
  const pairs = new Map<string, TiePair>()
  let loose = 0
  for (const tie of file.import.relationships) {
    const [from, to] = [endOf(tie.from, identities), endOf(tie.to, identities)]
    if (from === null || to === null) {
      loose++
      continue
    }
    const theirs = tieFactsOf(tie, from, to)
    const mine = file.isPublicCopy ? null : index.takeById(tie.id, theirs.says)
    if (mine) pairs.set(tie.id, pairOf(mine, tie, theirs, file))
    else waiting.push({ tie, theirs })
  }
  const rest: typeof waiting = []
  for (const one of waiting) {
    const mine = index.takeSaying(one.theirs, file.isPublicCopy)
    if (mine) pairs.set(one.tie.id, pairOf(mine, one.tie, one.theirs, file))
    else rest.push(one)
  }
  const twins = new Twins()
  for (const tie of doc.relationships.values()) twins.add(tie)
  for (const { tie, theirs } of rest) {
    if (twins.add(theirs.says)) added.push({ id: tie.id, theirs })
  }
  return { pairs: [...pairs.values()], added, onlyHere: index.left, loose }
}

function endOf(fileId: string, identities: ReadonlyMap<string, Identity>): string | null {
  const who = identities.get(fileId)?.who ?? 'out'
  if (who === 'out') return null
  return who === 'new' ? newEnd(fileId) : who.is
}

function pairOf(
  mine: Relationship,
  tie: ImportedRelationship,
  theirs: TieFacts,
  { isPublicCopy, unsaid }: FileCopy,
): TiePair {
  const facts = tieFactsOf(mine, mine.from, mine.to)
  const silent = unsaid.get(tie.id)
  const fields = TIE_FIELDS.filter((field) => {
    // In a public copy the word of an own tie may be held back.
    if (field === 'says') return !isPublicCopy || tie.kind !== 'own' || tie.label !== ''
    return !silent?.has(field)
  })
  const differences = differencesBetween(TIE_RULES, fields, facts, theirs)
  return { id: tie.id, mine, facts, theirs, differences }
}

/** The ties of the map that nothing of the file was paired with yet. */
class TieIndex {
  readonly #left = new Map<RelationshipId, Relationship>()
  readonly #byEnds = new Map<string, Relationship[]>()

  constructor(ties: Iterable<Relationship>) {
    for (const tie of ties) {
      this.#left.set(tie.id, tie)
      const key = endsKey(tie)
      const there = this.#byEnds.get(key)
      if (there) there.push(tie)
      else this.#byEnds.set(key, [tie])
    }
  }

  get left(): number {
    return this.#left.size
  }

  takeById(fileId: string, says: TieSaying): Relationship | null {
    const tie = this.#left.get(asId<RelationshipId>(fileId))
    return tie && endsKey(tie) === endsKey(says) ? this.#take(tie) : null
  }

  /** The one that says it to the same people comes first. */
  takeSaying({ says, confidentiality }: TieFacts, isPublicCopy: boolean): Relationship | null {
    const twins = (this.#byEnds.get(endsKey(says)) ?? []).filter(
      (tie) => this.#left.has(tie.id) && saysTheSame(tie, says, isPublicCopy),
    )
    const [best] = twins.toSorted((a, b) => likeness(b) - likeness(a))
    return best ? this.#take(best) : null

    function likeness(tie: Relationship): number {
      return (
        Number(tie.confidentiality === confidentiality) * 2 +
        Number(tie.direction === says.direction)
      )
    }
  }

  #take(tie: Relationship): Relationship {
    this.#left.delete(tie.id)
    return tie
  }
}

const endsKey = ({ from, to }: Pick<TieSaying, 'from' | 'to'>): string =>
  JSON.stringify([from, to].toSorted())

function saysTheSame(mine: TieSaying, theirs: TieSaying, isPublicCopy: boolean): boolean {
  const isWordHeldBack = isPublicCopy && theirs.kind === 'own' && theirs.label === ''
  if (mine.kind !== theirs.kind) return false
  if (mine.label !== theirs.label && !isWordHeldBack) return false
  const isMutual = mine.direction === 'mutual' || theirs.direction === 'mutual'
  return mine.from === theirs.from || isMutual
}
