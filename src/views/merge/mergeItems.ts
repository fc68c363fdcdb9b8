import { type Choices, MAP, RESOURCES, SECTORS } from '../../domain/merge/choices.ts'
import type { Comparison, Pair, Single } from '../../domain/merge/compare.ts'
import type { Difference, DifferenceKind } from '../../domain/merge/rules.ts'
import type { NewTie, TiePair } from '../../domain/merge/ties.ts'

/** One thing to decide about; `key` is what choices go by. */
export type MergeItem =
  | { readonly kind: 'map'; readonly key: string; readonly map: Comparison['map'] }
  | { readonly kind: 'pair'; readonly key: string; readonly pair: Pair }
  | { readonly kind: 'single'; readonly key: string; readonly single: Single }
  | { readonly kind: 'tie'; readonly key: string; readonly pair: TiePair }
  | { readonly kind: 'new tie'; readonly key: string; readonly tie: NewTie }
  | { readonly kind: 'words'; readonly key: string; readonly words: readonly string[] }

/** What the list can be cut down to. */
export const FILTERS = ['all', 'who', 'other', 'more', 'less', 'new', 'ties', 'map'] as const
export type Filter = (typeof FILTERS)[number]

/**
 * Everything of a comparison that is to be decided: first who is who, then the map itself, then its
 * stakeholders as the file has them, then ties. Those who were recognised by name alone are items even when nothing else differs.
 */
export function itemsOf({ pairs, singles, ties, map, words }: Comparison): MergeItem[] {
  const single = (one: Single): MergeItem => ({ kind: 'single', key: one.id, single: one })
  const isOpen = ({ identity }: Single) => identity.candidates.length > 0
  const vocabulary = [
    { key: SECTORS, words: words.sectors },
    { key: RESOURCES, words: words.resources },
  ]
  return [
    ...singles.filter(isOpen).map(single),
    ...(map.differences.length > 0 ? [{ kind: 'map' as const, key: MAP, map }] : []),
    ...pairs.flatMap((pair): MergeItem[] =>
      pair.differences.length > 0 || isDoubtful(pair) ? [{ kind: 'pair', key: pair.id, pair }] : [],
    ),
    ...singles.filter((one) => !isOpen(one)).map(single),
    ...ties.pairs.flatMap((pair): MergeItem[] =>
      pair.differences.length > 0 ? [{ kind: 'tie', key: pair.id, pair }] : [],
    ),
    ...ties.added.map((tie): MergeItem => ({ kind: 'new tie', key: tie.id, tie })),
    ...vocabulary.flatMap((one): MergeItem[] =>
      one.words.length > 0 ? [{ kind: 'words', ...one }] : [],
    ),
  ]
}

/** Somebody else may be meant. */
const isDoubtful = ({ identity, namedLike }: Pair): boolean =>
  identity.by !== 'id' || namedLike !== null

/** Whether an item belongs to a part of the list. By name alone and nothing else to decide: only among who is who. */
export function isIn(filter: Filter, item: MergeItem): boolean {
  switch (filter) {
    case 'all':
      return (
        item.kind !== 'pair' ||
        item.pair.differences.length > 0 ||
        item.pair.identity.by === 'unsure'
      )
    case 'who':
      return item.kind === 'pair'
        ? isDoubtful(item.pair)
        : item.kind === 'single' && item.single.identity.candidates.length > 0
    case 'other':
    case 'more':
    case 'less':
      return item.kind === 'pair' && differs(item.pair.differences, filter)
    case 'new':
      return item.kind === 'single' && item.single.identity.candidates.length === 0
    case 'ties':
      return item.kind === 'tie' || item.kind === 'new tie'
    case 'map':
      return item.kind === 'map' || item.kind === 'words'
  }
}

const differs = (differences: readonly Difference[], kind: DifferenceKind): boolean =>
  differences.some((one) => one.kind === kind)

/** How the two compare, in numbers. */
export interface Numbers {
  readonly same: number
  readonly differ: number
  readonly onlyThere: number
  readonly onlyHere: number
  /** People of the file who are left out until somebody says who they are. */
  readonly unsure: number
}

export function numbersOf({ pairs, singles, onlyHere }: Comparison, { who }: Choices): Numbers {
  const differ = pairs.filter(({ differences }) => differences.length > 0).length
  const unsure = singles.filter(
    ({ id, identity }) => identity.who === 'out' && !who.has(id) && identity.candidates.length > 0,
  ).length
  return {
    same: pairs.length - differ,
    differ,
    onlyThere: singles.length - unsure,
    onlyHere: onlyHere.length,
    unsure,
  }
}
