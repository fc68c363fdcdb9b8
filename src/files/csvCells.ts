/**
 * Cells that a spreadsheet would take for a formula, and those that look like one made safe (OWASP, CSV
 * Injection): `=`, `+`, `-`, `@`, tab or line end, after any number of apostrophes.
 */
const LIKE_FORMULA = /^'*[=+\-@\t\r\n]/u
const GUARDED = /^'+[=+\-@\t\r\n]/u
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/u

/** A text as a cell that no spreadsheet runs: an apostrophe goes before what would be a formula. */
export const guarded = (text: string): string =>
  LIKE_FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text

/** The text of a cell; undoes `guarded`. */
export const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell)

const BYTE_ORDER_MARK = '\ufeff'

/** Rows as a CSV text (RFC 4180) in UTF-8 with its mark, by which Excel knows it; cells are guarded. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')

function cellOf(text: string): string {
  const cell = guarded(text)
  return /[",;\t\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
