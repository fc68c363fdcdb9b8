/**
 * Reads the tables in which Chromium keeps IndexedDB and other databases, independently of Chromium: leveldb's
 * `table_format.md`, whose blocks are mostly packed with Snappy (`format_description.txt`).
 */

const FOOTER = 48
const MAGIC = Buffer.from('57fb808b247547db', 'hex')
const TRAILER = 5
const SNAPPY = 1

/** The unpacked content of every block of a table; null when this is no table. */
export function tableBlocks(table: Buffer): Buffer[] | null {
  const footer = table.subarray(-FOOTER)
  if (table.length < FOOTER || !footer.subarray(-MAGIC.length).equals(MAGIC)) return null
  const meta = handleAt(footer, 0)
  const index = handleAt(footer, meta.end)
  const entries = valuesOf(blockAt(table, index)).map((value) => handleAt(value, 0))
  return [meta, index, ...entries].map((handle) => blockAt(table, handle))
}

interface Handle {
  readonly offset: number
  readonly size: number
  /** Where the next thing begins. */
  readonly end: number
}

function handleAt(bytes: Buffer, at: number): Handle {
  const offset = varintAt(bytes, at)
  const size = varintAt(bytes, offset.end)
  return { offset: offset.value, size: size.value, end: size.end }
}

function varintAt(bytes: Buffer, from: number): { value: number; end: number } {
  let value = 0
  for (let at = from, factor = 1; ; at += 1, factor *= 128) {
    const byte = bytes.readUInt8(at)
    value += (byte & 127) * factor
    if (byte < 128) return { value, end: at + 1 }
  }
}

function blockAt(table: Buffer, { offset, size }: Handle): Buffer {
  const raw = table.subarray(offset, offset + size)
  const isPacked = table.subarray(offset + size, offset + size + TRAILER)[0] === SNAPPY
  return isPacked ? unsnappied(raw) : raw
}

/** Keys share their beginnings with the ones before; only the values are needed here. */
function valuesOf(block: Buffer): Buffer[] {
  const restarts = block.readUInt32LE(block.length - 4)
  const end = block.length - 4 * (restarts + 1)
  const values: Buffer[] = []
  for (let at = 0; at < end;) {
    const shared = varintAt(block, at)
    const own = varintAt(block, shared.end)
    const size = varintAt(block, own.end)
    const from = size.end + own.value
    values.push(block.subarray(from, from + size.value))
    at = from + size.value
  }
  return values
}

/** Unpacks Snappy's raw format; throws where it is damaged. */
export function unsnappied(packed: Buffer): Buffer {
  const length = varintAt(packed, 0)
  const out = Buffer.alloc(length.value)
  let to = 0
  for (let at = length.end; at < packed.length;) {
    const tag = packed.readUInt8(at)
    at += 1
    if ((tag & 3) === 0) {
      const more = Math.max(0, (tag >> 2) - 59)
      const size = (more === 0 ? tag >> 2 : packed.readUIntLE(at, more)) + 1
      at += more
      to += packed.copy(out, to, at, at + size)
      at += size
      continue
    }
    const far = { 1: 1, 2: 2, 3: 4 }[tag & 3] ?? 0
    const size = (tag & 3) === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1
    const back = packed.readUIntLE(at, far) + ((tag & 3) === 1 ? (tag >> 5) << 8 : 0)
    at += far
    // Byte by byte: a copy may run into what it has just written.
    for (let i = 0; i < size; i += 1, to += 1) out[to] = out.readUInt8(to - back)
  }
  if (to !== length.value) throw new Error('a packed block is damaged')
  return out
}
