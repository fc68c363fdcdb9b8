import { Inflate, type Zippable, zipSync } from 'fflate'
import { fail, ok, type Result } from '../domain/result.ts'
import { crc32 } from './crc32.ts'
import type { FileProblem } from './problem.ts'

/** No workbook has as many. */
const MOST_PARTS = 2_000
/** Bytes of all parts that are read, unpacked. */
const MOST_UNPACKED = 80_000_000
/** Bytes given to the inflater at once: at most a thousand times as many come out before they are counted. */
const PIECE = 8_192

const BROKEN = fail<FileProblem>({ code: 'broken zip' })

/** A zip whose parts are unpacked when they are asked for. */
export interface Zip {
  readonly names: readonly string[]
  /** A part's bytes; null when there is no such part. Problems: `broken zip`, `unpacks too large`. */
  read(name: string): Result<Uint8Array | null, FileProblem>
}

interface Part {
  readonly isDeflated: boolean
  readonly packed: Uint8Array
  readonly size: number
  readonly check: number
}

/**
 * Opens a zip by its directory (PKWARE APPNOTE 6.3). Parts that are encrypted or packed otherwise than
 * stored or deflated, and zips beyond 4 GB, make it `broken zip`. Problems: that and `too many` parts.
 */
export function openZip(bytes: Uint8Array): Result<Zip, FileProblem> {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(data)
  if (end === null) return BROKEN
  const count = data.getUint16(end + 10, true)
  if (count > MOST_PARTS) return fail({ code: 'too many', limit: MOST_PARTS })
  const parts = new Map<string, Part>()
  let at = data.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    const entry = entryAt(bytes, data, at)
    if (!entry) return BROKEN
    parts.set(entry.name, entry.part)
    at = entry.next
  }
  let left = MOST_UNPACKED
  return ok({
    names: [...parts.keys()],
    read(name) {
      const part = parts.get(name)
      if (!part) return ok(null)
      const content = unpacked(part, left)
      if (content.ok) left -= content.value.length
      return content
    },
  })
}

const DIRECTORY_END = 0x06054b50
const DIRECTORY_END_SIZE = 22
const LONGEST_COMMENT = 0xffff

function endOfDirectory(data: DataView): number | null {
  const last = data.byteLength - DIRECTORY_END_SIZE
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (data.getUint32(at, true) === DIRECTORY_END) return at
  }
  return null
}

const ENTRY = { mark: 0x02014b50, size: 46 }
const LOCAL = { mark: 0x04034b50, size: 30 }
const STORED = 0
const DEFLATED = 8

/** An entry of the directory, with where the next one starts; null when it can't be read. */
function entryAt(bytes: Uint8Array, data: DataView, at: number) {
  if (at + ENTRY.size > bytes.length || data.getUint32(at, true) !== ENTRY.mark) return null
  const isEncrypted = (data.getUint16(at + 8, true) & 1) === 1
  const method = data.getUint16(at + 10, true)
  if (isEncrypted || (method !== STORED && method !== DEFLATED)) return null
  const nameEnd = at + ENTRY.size + data.getUint16(at + 28, true)
  const name = new TextDecoder().decode(bytes.subarray(at + ENTRY.size, nameEnd))
  const local = data.getUint32(at + 42, true)
  if (local + LOCAL.size > bytes.length || data.getUint32(local, true) !== LOCAL.mark) return null
  const start =
    local + LOCAL.size + data.getUint16(local + 26, true) + data.getUint16(local + 28, true)
  const packedEnd = start + data.getUint32(at + 20, true)
  if (packedEnd > bytes.length) return null
  const part: Part = {
    isDeflated: method === DEFLATED,
    packed: bytes.subarray(start, packedEnd),
    size: data.getUint32(at + 24, true),
    check: data.getUint32(at + 16, true),
  }
  return {
    name,
    part,
    next: nameEnd + data.getUint16(at + 30, true) + data.getUint16(at + 32, true),
  }
}

function unpacked(
  { isDeflated, packed, size, check }: Part,
  limit: number,
): Result<Uint8Array, FileProblem> {
  if (size > limit) return fail({ code: 'unpacks too large', limit: MOST_UNPACKED })
  const content = isDeflated ? inflated(packed, size) : packed
  return content?.length === size && crc32(content) === check ? ok(content) : BROKEN
}

/** The bytes that were packed; null when they are not as many as told, which is found out on the way. */
function inflated(packed: Uint8Array, told: number): Uint8Array | null {
  const pieces: Uint8Array[] = []
  let size = 0
  const inflate = new Inflate((piece) => {
    size += piece.length
    if (size <= told) pieces.push(piece)
  })
  try {
    for (let at = 0; at < packed.length || at === 0; at += PIECE) {
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
      if (size > told) return null
    }
  } catch {
    return null
  }
  const whole = new Uint8Array(size)
  let filled = 0
  for (const piece of pieces) {
    whole.set(piece, filled)
    filled += piece.length
  }
  return whole
}

/** The same moment wherever it is written, so that the same parts give the same bytes. */
const NO_TIME = new Date(1980, 0, 1, 12)

/** What is packed already: packing it again would take long for nothing. */
const PACKED = /\.(?:pdf|png|pptx|xlsx|zip)$/iu

/**
 * Files as a zip; what is packed already is stored as it is. The same files give the same bytes. Names are unlike each
 * other: of two alike only one would arrive, so that throws.
 */
export function zipOf(
  files: readonly { readonly name: string; readonly content: string | Uint8Array }[],
): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder()
  const parts: Zippable = {}
  for (const { name, content } of files) {
    if (Object.hasOwn(parts, name)) throw new Error('two files of one name in a zip')
    const bytes = typeof content === 'string' ? text.encode(content) : content
    parts[name] = PACKED.test(name) ? [bytes, { level: 0 }] : bytes
  }
  return new Uint8Array(zipSync(parts, { mtime: NO_TIME }))
}
