import { fail, ok, type Result } from '../domain/result.ts'
import type { FileProblem } from './problem.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface TextFile {
  readonly text: string
  /** `windows-1252` is a guess, made when nothing else fits: let people check the accents. */
  readonly encoding: Encoding
}

/**
 * The text of a file. A byte order mark decides; without one, zeros in every second byte mean UTF-16;
 * else UTF-8, or, when that is invalid, Windows-1252 (a superset of Latin-1's printable characters).
 * Problems: `empty file`, `not text`.
 */
export function readTextFile(bytes: Uint8Array): Result<TextFile, FileProblem> {
  const encoding = markedEncoding(bytes) ?? utf16WithoutMark(bytes) ?? 'utf-8'
  const text = decode(bytes, encoding)
  if (text === null) {
    if (bytes.includes(0)) return fail({ code: 'not text' })
    return ok({ text: decode(bytes, 'windows-1252') ?? '', encoding: 'windows-1252' })
  }
  return text.trim() === '' ? fail({ code: 'empty file' }) : ok({ text, encoding })
}

function markedEncoding([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

const SAMPLE = 4_096

/** Commas, digits and line ends have a zero byte in UTF-16, on the same side throughout the file. */
function utf16WithoutMark(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE)
  let even = 0
  let odd = 0
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const enough = sample.length / 10
  if (odd > enough && even < odd / 20) return 'utf-16le'
  if (even > enough && odd < even / 20) return 'utf-16be'
  return null
}

/** The text without its byte order mark, or null when the bytes are not valid in UTF-8 or UTF-16. */
function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
