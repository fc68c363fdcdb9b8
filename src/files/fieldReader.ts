import { type Check, own } from '../domain/check.ts'
import { LIMITS } from '../domain/limits.ts'
import { cleanLine, cleanText } from '../domain/names.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { type FileProblem, quoted } from './problem.ts'

const MOST_IGNORED = 50

/** What one reading of a JSON file finds out besides its content. */
export interface Findings {
  /** The first problem; reading goes on only to keep the code straight. */
  problem: FileProblem | null
  /** Names of unknown fields, at most 50. */
  readonly ignored: Set<string>
}

/** Reads a value: the problem's path is relative, empty for the value itself. */
export type ValueReader<T> = (value: unknown) => Result<T, FileProblem>

/** Reads an object of a JSON file field by field; only its own fields count. */
export interface FieldReader {
  /** A field that must be there; `or` stands in when it is not or is wrong. */
  need<T>(key: string, reader: ValueReader<T>, or: T): T
  /** A field that may be absent, and is then `or`. */
  take<T>(key: string, reader: ValueReader<T>, or: T): T
  /** Notes every field that was not asked for. */
  noteIgnored(label: string): void
}

/** Opens an object for reading; any other value is a problem of its own. */
export function fieldsOf(value: unknown, path: string, findings: Findings): FieldReader {
  const asked = new Set<string>()
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (!isObject)
    report(findings, value === undefined ? { code: 'missing', path } : wrong(value, path))
  const read = <T>(key: string, reader: ValueReader<T>, or: T): T => {
    asked.add(key)
    const field = own(value, key)
    const result = reader(field)
    if (result.ok) return result.value
    report(findings, { ...result.error, path: joined(joined(path, key), result.error.path ?? '') })
    return or
  }
  return {
    need: (key, reader, or) =>
      read(key, (field) => (field === undefined ? fail({ code: 'missing' }) : reader(field)), or),
    take: (key, reader, or) =>
      read(key, (field) => (field === undefined ? ok(or) : reader(field)), or),
    noteIgnored(label) {
      for (const key of isObject ? Object.keys(value) : []) {
        if (asked.has(key)) continue
        if (/^conf\w*(?:al|t\w*y)$/iu.test(key)) {
          report(findings, { code: 'misspelt confidentiality', path, value: quoted(key) })
        }
        if (findings.ignored.size < MOST_IGNORED) findings.ignored.add(joined(label, quoted(key)))
      }
    },
  }
}

/** Reads each entry of a list until there is a problem. */
export function eachOf<T>(
  list: readonly unknown[],
  path: string,
  findings: Findings,
  entry: (value: unknown, path: string) => T,
): T[] {
  const entries: T[] = []
  for (const [index, value] of list.entries()) {
    entries.push(entry(value, `${path}[${index}]`))
    if (findings.problem) break
  }
  return entries
}

export function report(findings: Findings, problem: FileProblem): void {
  findings.problem ??= problem
}

const wrong = (value: unknown, path = ''): FileProblem => ({
  code: 'wrong value',
  path,
  value: quoted(value),
})

/** `stakeholders[3]` and `placement` make `stakeholders[3].placement`. */
const joined = (path: string, key: string): string =>
  path === '' || key === '' || key.startsWith('[') ? path + key : `${path}.${key}`

/** One of the fields that stored records have too, with the same ranges. */
export const checked =
  <T>(check: Check<T>): ValueReader<T> =>
  (value) => {
    const result = check(value)
    if (result.ok) return result
    const steps = result.error.path
    const path = steps.reduce(
      (whole, step) => joined(whole, /^\d+$/u.test(step) ? `[${step}]` : step),
      '',
    )
    return result.error.code === 'missing'
      ? fail({ code: 'missing', path })
      : fail(wrong(steps.reduce<unknown>(own, value), path))
  }

/** A text of one line, cleaned as if typed; it may be empty. */
export const line =
  (limit: number): ValueReader<string> =>
  (value) => {
    if (typeof value !== 'string') return fail(wrong(value))
    const text = cleanLine(value, limit)
    if (text.ok) return text
    return text.error === 'empty' ? ok('') : fail({ code: 'too long', limit, value: quoted(value) })
  }

/** A text of one line that says something. */
export const filledLine =
  (limit: number): ValueReader<string> =>
  (value) => {
    const text = line(limit)(value)
    return text.ok && text.value === '' ? fail({ code: 'empty name' }) : text
  }

/** A word, or null for none. */
export const wordOrNull: ValueReader<string | null> = (value) => {
  if (value === null) return ok(null)
  const word = line(LIMITS.shortText)(value)
  return word.ok ? ok(word.value || null) : word
}

/** A text of several lines. */
export const lines: ValueReader<string> = (value) => {
  if (typeof value !== 'string') return fail(wrong(value))
  const limit = LIMITS.longText
  return value.length > limit
    ? fail({ code: 'too long', limit, value: quoted(value) })
    : ok(cleanText(value))
}

/** A list of any values. */
export const list =
  (limit: number): ValueReader<readonly unknown[]> =>
  (value) => {
    if (!Array.isArray(value)) return fail(wrong(value))
    return value.length > limit
      ? fail({ code: 'too many', limit, value: String(value.length) })
      : ok(value)
  }

/** A list of words; blank ones are left out. */
export const words =
  (limit: number): ValueReader<string[]> =>
  (value) => {
    const entries = list(limit)(value)
    if (!entries.ok) return entries
    const found: string[] = []
    for (const [index, entry] of entries.value.entries()) {
      const word = line(LIMITS.shortText)(entry)
      if (!word.ok) return fail({ ...word.error, path: `[${index}]` })
      if (word.value !== '') found.push(word.value)
    }
    return ok(found)
  }

/** Ids end up in page attributes and storage keys: plain characters only. */
export const id: ValueReader<string> = (value) => {
  if (typeof value !== 'string' || !/^[\w.:-]+$/u.test(value)) return fail(wrong(value))
  const limit = LIMITS.shortText
  return value.length > limit ? fail({ code: 'too long', limit, value: quoted(value) }) : ok(value)
}
