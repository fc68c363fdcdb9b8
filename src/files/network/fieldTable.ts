import type { WrittenField } from './writtenFields.ts'

/**
 * Rows of fields as a table under one heading: the columns given, then every other field that any row
 * has, in the order of their coming.
 */
export function fieldTable(
  columns: readonly string[],
  rows: readonly (readonly WrittenField[])[],
): string[][] {
  const header = [...new Set([...columns, ...rows.flatMap((row) => row.map(({ name }) => name))])]
  return [
    header,
    ...rows.map((row) => {
      const values = new Map(row.map(({ name, value }) => [name, value]))
      return header.map((name) => values.get(name) ?? '')
    }),
  ]
}
