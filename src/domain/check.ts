import { fail, ok, type Result } from './result.ts'

/** `missing` is a field that is not there, `wrong value` one that is not among the known ones. */
type FaultCode = 'missing' | 'wrong type' | 'wrong value' | 'too small' | 'too big'

/** The first thing wrong with a value, and the steps that lead to it from the value's outside. */
export interface Fault {
  readonly path: readonly string[]
  readonly code: FaultCode
}

/**
 * Tells whether an unknown value is a T, and gives a copy without unknown parts.
 * Never throws and never runs code of the value: only its own plain data counts.
 */
export type Check<T> = (value: unknown) => Result<T, Fault>

/** A check for every field of a T: a field that is forgotten fails to compile. */
export type Shape<T> = { readonly [K in keyof T]-?: Check<T[K]> }

const faulty = (code: FaultCode) => fail<Fault>({ path: [], code })
const MISSING = faulty('missing')
const WRONG_TYPE = faulty('wrong type')
const WRONG_VALUE = faulty('wrong value')
const TOO_SMALL = faulty('too small')
const TOO_BIG = faulty('too big')

const within = (step: string | number, { path, code }: Fault): Fault => ({
  path: [String(step), ...path],
  code,
})

/** A text of `min` to `max` UTF-16 code units. */
export const text =
  (min: number, max: number): Check<string> =>
  (value) => {
    if (typeof value !== 'string') return WRONG_TYPE
    if (value.length < min) return TOO_SMALL
    return value.length > max ? TOO_BIG : ok(value)
  }

/** A finite number from `low` to `high`. */
export const between =
  (low: number, high: number): Check<number> =>
  (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return WRONG_TYPE
    if (value < low) return TOO_SMALL
    return value > high ? TOO_BIG : ok(value)
  }

export const oneOf =
  <const T extends string | number>(options: readonly T[]): Check<T> =>
  (value) => {
    const found = options.find((option) => option === value)
    return found === undefined ? WRONG_VALUE : ok(found)
  }

export const yesNo: Check<boolean> = (value) =>
  typeof value === 'boolean' ? ok(value) : WRONG_TYPE

/** A field that older records and files don't have stands for `meaning` there. */
export const absentAs =
  <T>(meaning: T, check: Check<T>): Check<T> =>
  (value) =>
    value === undefined ? ok(meaning) : check(value)

export const nullable =
  <T>(check: Check<T>): Check<T | null> =>
  (value) =>
    value === null ? ok(null) : check(value)

/** A list of at most `max` entries. */
export const list =
  <T>(check: Check<T>, max: number): Check<T[]> =>
  (value) => {
    if (!Array.isArray(value)) return WRONG_TYPE
    if (value.length > max) return TOO_BIG
    const entries: T[] = []
    for (let index = 0; index < value.length; index++) {
      const entry = check(own(value, index))
      if (!entry.ok) return fail(within(index, entry.error))
      entries.push(entry.value)
    }
    return ok(entries)
  }

/** An object with at least the fields of the shape. */
export const object = <T extends object>(shape: Shape<T>): Check<T> => {
  const fields: [string, Check<unknown>][] = Object.entries(shape)
  return (value) => {
    if (!isObject(value)) return WRONG_TYPE
    let fault: Fault = MISSING.error
    // Filled field by field: when every check of the shape has passed, it is a T.
    const isFilled = (made: object): made is T =>
      fields.every(([key, check]) => {
        const field = own(value, key)
        const result = check(field)
        if (result.ok) return Reflect.set(made, key, result.value)
        fault = within(key, field === undefined ? MISSING.error : result.error)
        return false
      })
    const made = {}
    return isFilled(made) ? ok(made) : fail(fault)
  }
}

/** An object whose field `tag` says which of the checks holds for it. */
export const tagged =
  <T>(tag: string, variants: Readonly<Record<string, Check<T>>>): Check<T> =>
  (value) => {
    if (!isObject(value)) return WRONG_TYPE
    const name = own(value, tag)
    if (name === undefined) return fail(within(tag, MISSING.error))
    const known = typeof name === 'string' && Object.hasOwn(variants, name)
    const variant = known ? variants[name] : undefined
    return variant ? variant(value) : fail(within(tag, WRONG_VALUE.error))
  }

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A part that a value holds itself as plain data, neither inherited nor computed; otherwise undefined. */
export const own = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined
