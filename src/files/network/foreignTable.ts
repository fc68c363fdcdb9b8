import type { NetworkPosition } from '../../domain/records.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import { type FileProblem, quoted } from '../problem.ts'
import type { KeptField, PlanChange, PlanChangeCode, PlanPlace } from './plan.ts'

/** Elements or ties of another tool's file as a table: what every such format comes down to. */
export interface ForeignTable {
  /** The fields' names as the file has them; those that mean ours are understood. */
  readonly headers: readonly string[]
  readonly rows: readonly ForeignRow[]
}

export interface ForeignRow {
  readonly place: PlanPlace
  /** The id that the file gives; empty = none. */
  readonly id: string
  /** In the order of the headers; several values with `|` between them. Absent cells count as empty. */
  readonly cells: readonly string[]
  readonly position?: NetworkPosition | null
}

/** A record of a format that has fields by name instead of columns. */
export interface ForeignRecord extends Omit<ForeignRow, 'cells'> {
  readonly fields: ReadonlyMap<string, string>
}

/** As in a CSV: with more, records of all different fields would make a table of their square. */
const MOST_FIELDS = 200

/**
 * Records as a table with a column for each field that any of them has, in the order of their coming.
 * Problem: `too many` different fields.
 */
export function tableOf(records: readonly ForeignRecord[]): Result<ForeignTable, FileProblem> {
  const all = new Set<string>()
  for (const { fields } of records) {
    for (const field of fields.keys()) all.add(field)
    if (all.size > MOST_FIELDS) return fail({ code: 'too many', limit: MOST_FIELDS })
  }
  const headers = [...all]
  return ok({
    headers,
    rows: records.map(({ fields, ...row }) => ({
      ...row,
      cells: headers.map((header) => fields.get(header) ?? ''),
    })),
  })
}

const LIKE_CONFIDENTIALITY = /^(?:conf\w*(?:al|t\w*y)|hidden|secret|private)$/iu

/**
 * A heading that looks like a misspelt `confidentiality`, or a second column of that meaning, is a
 * problem of the whole file: passing it over could expose somebody.
 */
export function doubtfulConfidentiality(
  headers: readonly string[],
  understood: number,
): FileProblem | null {
  const doubtful = headers.find(
    (header, index) => index !== understood && LIKE_CONFIDENTIALITY.test(header.trim()),
  )
  return doubtful === undefined
    ? null
    : { code: 'misspelt confidentiality', value: quoted(doubtful) }
}

/** Counts what is taken otherwise than it stood. */
export class ChangeCount {
  readonly #counts = new Map<string, { code: PlanChangeCode; value: string; count: number }>()

  add(code: PlanChangeCode, value = ''): void {
    const key = `${code}\n${value}`
    const counted = this.#counts.get(key)
    if (counted) counted.count++
    else this.#counts.set(key, { code, value, count: 1 })
  }

  list(): PlanChange[] {
    return [...this.#counts.values()].map(({ code, value, count }) =>
      value === '' ? { code, count } : { code, count, value },
    )
  }
}

/** Fields, each once, as kept. */
export const keptAs = (fields: Iterable<string>, as: KeptField['as']): KeptField[] =>
  [...new Set(fields)].map((field) => ({ field, as }))
