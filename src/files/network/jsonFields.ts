import { own } from '../../domain/check.ts'

/** A value of a JSON file as a text: lists with `|` between their entries, null as nothing. */
export function textIn(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(textIn).join('|')
  return JSON.stringify(value)
}

/** The fields that an object holds itself, as texts, but for some. */
export function* fieldsIn(
  value: unknown,
  without: ReadonlySet<string>,
): Generator<readonly [field: string, text: string]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  for (const field of Object.keys(value)) {
    if (!without.has(field)) yield [field, textIn(own(value, field))]
  }
}
