/** Whose word counts for one field: this map's, the file's, or both together. */
export type Side = 'mine' | 'theirs' | 'both'

/** How two copies of one field are compared, and what both say together. */
export interface Rule<T> {
  readonly same: (a: T, b: T) => boolean
  /** Whether it says nothing. */
  readonly isEmpty: (value: T) => boolean
  /** Both together; null when that can't be, or would be too long. Absent where it makes no sense. */
  readonly join?: (mine: T, theirs: T) => T | null
  /** Both together unless something else is chosen, as for tags: nothing is lost by it. */
  readonly joinsByItself?: boolean
  /** How much is kept from the public: unless something else is chosen, the more careful one counts. */
  readonly care?: (value: T) => number
}

/** A rule for every field of a T: a field that is forgotten fails to compile. */
export type Rules<T> = { readonly [F in keyof T]-?: Rule<T[F]> }

/**
 * - `more`: the file adds something, or says what is empty here
 * - `less`: all that the file says is here already. A file can't tell what was taken out from what was not there yet
 * - `other`: the two say different things
 */
export type DifferenceKind = 'more' | 'less' | 'other'

/** A field of which two copies say something different. */
export interface Difference<F = PropertyKey> {
  readonly field: F
  readonly kind: DifferenceKind
  readonly canJoin: boolean
  /** What counts unless something else is chosen: nothing that is here is ever lost by it. */
  readonly suggested: Side
  /** Taking the file's would show the public more. */
  readonly loosens: boolean
}

/** The fields that are not the same, in their order. */
export const differencesBetween = <T extends object, F extends keyof T>(
  rules: Rules<T>,
  fields: readonly F[],
  mine: T,
  theirs: T,
): Difference<F>[] => fields.flatMap((field) => difference(rules, field, mine, theirs) ?? [])

function difference<T extends object, F extends keyof T>(
  rules: Rules<T>,
  field: F,
  mine: T,
  theirs: T,
): Difference<F> | null {
  const rule = rules[field]
  const [here, there] = [mine[field], theirs[field]]
  if (rule.same(here, there)) return null
  const joined = rule.join?.(here, there) ?? null
  const loosens = rule.care !== undefined && rule.care(there) < rule.care(here)
  const tightens = rule.care !== undefined && rule.care(there) > rule.care(here)
  const kind = kindOf(rule, here, there, joined)
  const isFilled = !rule.isEmpty(here) && !rule.isEmpty(there)
  return {
    field,
    kind,
    canJoin: joined !== null && isFilled && !rule.same(joined, here) && !rule.same(joined, there),
    suggested: tightens ? 'theirs' : suggestionFor(rule, kind, joined, here, there),
    loosens,
  }
}

function kindOf<T>(rule: Rule<T>, here: T, there: T, joined: T | null): DifferenceKind {
  if (rule.isEmpty(here)) return 'more'
  if (rule.isEmpty(there)) return 'less'
  if (joined === null) return 'other'
  if (rule.same(joined, here)) return 'less'
  return rule.same(joined, there) || rule.joinsByItself ? 'more' : 'other'
}

function suggestionFor<T>(
  rule: Rule<T>,
  kind: DifferenceKind,
  joined: T | null,
  here: T,
  there: T,
): Side {
  if (rule.care !== undefined || kind !== 'more') return 'mine'
  if (rule.isEmpty(here)) return 'theirs'
  if (joined === null || !rule.joinsByItself) return 'mine'
  return rule.same(joined, there) ? 'theirs' : 'both'
}

/** Whether a copy says nothing in a field. */
export const isSilent = <T extends object, F extends keyof T>(
  rules: Rules<T>,
  field: F,
  facts: T,
): boolean => rules[field].isEmpty(facts[field])

/** What becomes of the fields that differ. */
export function chosenOf<T extends object>(
  rules: Rules<T>,
  differences: readonly Difference<keyof T>[],
  mine: T,
  theirs: T,
  sideOf: (difference: Difference<keyof T>) => Side,
): T {
  return differences.reduce(
    (made, one) => withField(rules, one.field, made, theirs, sideOf(one)),
    mine,
  )
}

function withField<T extends object, F extends keyof T>(
  rules: Rules<T>,
  field: F,
  made: T,
  theirs: T,
  side: Side,
): T {
  if (side === 'mine') return made
  if (side === 'theirs') return { ...made, [field]: theirs[field] }
  const joined = rules[field].join?.(made[field], theirs[field])
  return joined === undefined || joined === null ? made : { ...made, [field]: joined }
}
