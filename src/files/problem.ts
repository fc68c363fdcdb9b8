/** Why a whole file is refused. The words for each code are the interface's. */
export type FileProblemCode =
  /** `value` is the size in bytes, `limit` the cap. */
  | 'too large'
  /** The browser could not hand over the file's bytes. */
  | 'unreadable'
  | 'empty file'
  /** Bytes that are no text in any encoding we read: a picture, a workbook, an archive. */
  | 'not text'
  | 'not json'
  | 'truncated'
  | 'too deep'
  /** Well-formed, but not a file of ours. */
  | 'foreign'
  /** `value` is the file's version, `limit` the newest that this build reads. */
  | 'newer version'
  | 'too many'
  | 'too long'
  | 'missing'
  | 'wrong value'
  | 'empty name'
  | 'duplicate id'
  | 'unknown stakeholder'
  | 'self-tie'
  /** A field that looks like a misspelt `confidentiality`: passing it over could expose somebody. */
  | 'misspelt confidentiality'
  | 'no name column'
  /** A table of ties without a column for either of their ends. */
  | 'no tie columns'
  /** JSON, XML or a table that is none of the formats we read. */
  | 'unknown format'
  /** Several files that are not one table of elements and one of ties. */
  | 'no pair'
  /** XML that declares its own entities or a document type: never needed, and a known way to attack. */
  | 'document type'
  | 'not xml'
  /** A zip whose parts don't fit together, or in a way of packing that we don't read. */
  | 'broken zip'
  /** `value` is what the parts of the file are unpacked, `limit` the cap in bytes. */
  | 'unpacks too large'
  /** A workbook without a sheet of elements or of connections. */
  | 'no sheets'
  | 'unbalanced quote'

export interface FileProblem {
  readonly code: FileProblemCode
  /** Lines and columns count from 1; columns count UTF-16 code units. */
  readonly line?: number
  readonly column?: number
  /** Where in a JSON file, list positions counting from 0: `stakeholders[3].placement.stance`. */
  readonly path?: string
  /** The offending value as text, shortened. */
  readonly value?: string
  readonly limit?: number
}

const LONGEST_QUOTE = 60

/** A value from a file as it may be quoted in a message: one short line. */
export function quoted(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}'
  // Cut before cleaning: the value may be megabytes long.
  const text = String(value)
    .slice(0, LONGEST_QUOTE * 2)
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim()
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE).trimEnd()}…` : text
}

/** Judges a file by its size in bytes, before any of it is read; null when it may be read. */
export const checkSize = (file: { readonly size: number }, limit: number): FileProblem | null =>
  file.size > limit ? { code: 'too large', value: String(file.size), limit } : null
