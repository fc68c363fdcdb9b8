// Unpacks a WOFF2 font into a plain TrueType file (https://www.w3.org/TR/WOFF2/): what the font packages bring is
// WOFF2, and neither a PDF nor HarfBuzz reads that.
import { brotliDecompressSync } from 'node:zlib'

// prettier-ignore
const KNOWN_TAGS = [
  'cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post', 'cvt ', 'fpgm', 'glyf', 'loca', 'prep', 'CFF ', 'VORG',
  'EBDT', 'EBLC', 'gasp', 'hdmx', 'kern', 'LTSH', 'PCLT', 'VDMX', 'vhea', 'vmtx', 'BASE', 'GDEF', 'GPOS', 'GSUB', 'EBSC',
  'JSTF', 'MATH', 'CBDT', 'CBLC', 'COLR', 'CPAL', 'SVG ', 'sbix', 'acnt', 'avar', 'bdat', 'bloc', 'bsln', 'cvar', 'fdsc',
  'feat', 'fmtx', 'fvar', 'gvar', 'hsty', 'just', 'lcar', 'mort', 'morx', 'opbd', 'prop', 'trak', 'Zapf', 'Silf', 'Glat',
  'Gloc', 'Feat', 'Sill',
]
const OWN_TAG = 63
/** Of glyf and loca: 3 says that they are as in TrueType; of the others 0 does. */
const PLAIN_OUTLINES = 3
const WIDE_LOCA = 1

/** Reads big-endian numbers one after the other. */
class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.at = at
  }
  u8() {
    return this.view.getUint8(this.at++)
  }
  u16() {
    return this.view.getUint16((this.at += 2) - 2)
  }
  i16() {
    return this.view.getInt16((this.at += 2) - 2)
  }
  u32() {
    return this.view.getUint32((this.at += 4) - 4)
  }
  take(count) {
    return this.bytes.subarray(this.at, (this.at += count))
  }
  /** UIntBase128 */
  long() {
    let value = 0
    for (;;) {
      const byte = this.u8()
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  /** 255UInt16 */
  short() {
    const code = this.u8()
    if (code === 253) return this.u16()
    if (code === 254) return this.u8() + 506
    if (code === 255) return this.u8() + 253
    return code
  }
}

/** Collects big-endian numbers. */
class Writer {
  parts = []
  length = 0
  bytes(part) {
    this.parts.push(Buffer.from(part))
    this.length += part.length
  }
  u8(...values) {
    this.bytes(Uint8Array.from(values))
  }
  u16(...values) {
    this.bytes(values.flatMap((value) => [(value >> 8) & 255, value & 255]))
  }
  u32(...values) {
    for (const value of values) this.u16(value >>> 16, value & 0xffff)
  }
  pad(to) {
    while (this.length % to !== 0) this.u8(0)
  }
  done() {
    return Buffer.concat(this.parts)
  }
}

/** The TrueType file in a WOFF2 file. */
export function fromWoff2(woff2) {
  const reader = new Reader(woff2, 4)
  const flavour = reader.u32()
  reader.at += 4
  const count = reader.u16()
  reader.at += 6
  const pressed = reader.u32()
  reader.at = 48
  const entries = []
  for (let i = 0; i < count; i++) {
    const flags = reader.u8()
    const tag =
      (flags & 63) === OWN_TAG ? String.fromCharCode(...reader.take(4)) : KNOWN_TAGS[flags & 63]
    const version = flags >> 6
    const length = reader.long()
    const outlines = tag === 'glyf' || tag === 'loca'
    const changed = outlines ? version !== PLAIN_OUTLINES : version !== 0
    entries.push({ tag, changed, length: changed ? reader.long() : length })
  }
  const body = new Reader(brotliDecompressSync(reader.take(pressed)))
  const tables = new Map(
    entries.map(({ tag, changed, length }) => [tag, { changed, bytes: body.take(length) }]),
  )
  const glyf = tables.get('glyf')
  if (glyf?.changed) {
    const outlines = outlinesFrom(glyf.bytes)
    tables.set('glyf', { bytes: outlines.glyf })
    tables.set('loca', { bytes: outlines.loca })
    tables.get('head').bytes.set([0, WIDE_LOCA], 50)
    const hmtx = tables.get('hmtx')
    if (hmtx.changed)
      tables.set('hmtx', {
        bytes: metricsFrom(hmtx.bytes, outlines.lefts, tables.get('hhea').bytes),
      })
  }
  return sfnt(
    flavour,
    [...tables].map(([tag, { bytes }]) => [tag, bytes]),
  )
}

/** glyf and loca, which WOFF2 takes apart into streams. */
function outlinesFrom(bytes) {
  const head = new Reader(bytes, 2)
  const options = head.u16()
  const glyphs = head.u16()
  // How wide the places in loca were: they are written wide here.
  head.u16()
  const sizes = Array.from({ length: 7 }, () => head.u32())
  const [contours, points, flags, triplets, composites, boxes, instructions] = sizes.map(
    (size) => new Reader(head.take(size)),
  )
  const overlaps = options & 1 ? head.take((glyphs + 7) >> 3) : null
  const hasBox = boxes.take(((glyphs + 31) >> 5) << 2)
  const bit = (map, i) => (map[i >> 3] >> (7 - (i & 7))) & 1
  const glyf = new Writer()
  const starts = []
  const lefts = []
  for (let i = 0; i < glyphs; i++) {
    starts.push(glyf.length)
    const count = contours.i16()
    const box = bit(hasBox, i) ? [boxes.i16(), boxes.i16(), boxes.i16(), boxes.i16()] : null
    if (count === 0) lefts.push(0)
    else if (count < 0) {
      glyf.u16(0xffff, ...box)
      composite(glyf, composites, triplets, instructions)
      lefts.push(box[0])
    } else {
      const ends = []
      for (let c = 0, end = -1; c < count; c++) ends.push((end += points.short()))
      const path = pointsFrom(ends.at(-1) + 1, flags, triplets)
      const limits = box ?? boxOf(path)
      glyf.u16(count, ...limits, ...ends)
      const length = triplets.short()
      glyf.u16(length)
      glyf.bytes(instructions.take(length))
      simple(glyf, path, overlaps !== null && bit(overlaps, i) === 1)
      lefts.push(limits[0])
    }
    glyf.pad(4)
  }
  starts.push(glyf.length)
  const loca = new Writer()
  loca.u32(...starts)
  return { glyf: glyf.done(), loca: loca.done(), lefts }
}

/** The points of a simple glyph: each is a flag and one to four bytes of distance from the one before. */
function pointsFrom(count, flags, triplets) {
  const signed = (flag, value) => (flag & 1 ? value : -value)
  let [x, y] = [0, 0]
  return Array.from({ length: count }, () => {
    const byte = flags.u8()
    const flag = byte & 127
    let dx = 0
    let dy = 0
    if (flag < 10) dy = signed(flag, ((flag & 14) << 7) + triplets.u8())
    else if (flag < 20) dx = signed(flag, (((flag - 10) & 14) << 7) + triplets.u8())
    else if (flag < 84) {
      const [b0, b1] = [flag - 20, triplets.u8()]
      dx = signed(flag, 1 + (b0 & 0x30) + (b1 >> 4))
      dy = signed(flag >> 1, 1 + ((b0 & 0x0c) << 2) + (b1 & 0x0f))
    } else if (flag < 120) {
      const b0 = flag - 84
      dx = signed(flag, 1 + (Math.floor(b0 / 12) << 8) + triplets.u8())
      dy = signed(flag >> 1, 1 + (((b0 % 12) >> 2) << 8) + triplets.u8())
    } else if (flag < 124) {
      const [b1, b2, b3] = [triplets.u8(), triplets.u8(), triplets.u8()]
      dx = signed(flag, (b1 << 4) + (b2 >> 4))
      dy = signed(flag >> 1, ((b2 & 0x0f) << 8) + b3)
    } else {
      dx = signed(flag, triplets.u16())
      dy = signed(flag >> 1, triplets.u16())
    }
    return { x: (x += dx), y: (y += dy), onCurve: byte < 128 }
  })
}

function boxOf(path) {
  const [xs, ys] = [path.map(({ x }) => x), path.map(({ y }) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

const ON_CURVE = 1
const OVERLAP = 64
/** Of a point's distance along an axis: in one byte; then its sign, without a byte also: none at all. */
const SHORT = { x: 2, y: 4 }
const SAME = { x: 16, y: 32 }

/** The points of a simple glyph as glyf has them. */
function simple(glyf, path, overlap) {
  let before = { x: 0, y: 0 }
  const ways = { x: new Writer(), y: new Writer() }
  path.forEach((point, i) => {
    let flag = (point.onCurve ? ON_CURVE : 0) | (i === 0 && overlap ? OVERLAP : 0)
    for (const axis of ['x', 'y']) {
      const way = point[axis] - before[axis]
      if (way === 0) flag |= SAME[axis]
      else if (Math.abs(way) > 255) ways[axis].u16(way)
      else {
        flag |= SHORT[axis] | (way > 0 ? SAME[axis] : 0)
        ways[axis].u8(Math.abs(way))
      }
    }
    glyf.u8(flag)
    before = point
  })
  glyf.bytes(ways.x.done())
  glyf.bytes(ways.y.done())
}

const ARGS_ARE_WORDS = 1
const HAS_SCALE = 8
const MORE = 32
const HAS_TWO_SCALES = 64
const HAS_MATRIX = 128
const HAS_INSTRUCTIONS = 256

function composite(glyf, composites, triplets, instructions) {
  let flags = MORE
  let instructed = false
  while (flags & MORE) {
    flags = composites.u16()
    instructed ||= (flags & HAS_INSTRUCTIONS) !== 0
    const scale = flags & HAS_MATRIX ? 8 : flags & HAS_TWO_SCALES ? 4 : flags & HAS_SCALE ? 2 : 0
    glyf.u16(flags)
    glyf.bytes(composites.take(2 + (flags & ARGS_ARE_WORDS ? 4 : 2) + scale))
  }
  if (!instructed) return
  const length = triplets.short()
  glyf.u16(length)
  glyf.bytes(instructions.take(length))
}

/** hmtx without the side bearings that follow from the outlines. */
function metricsFrom(bytes, lefts, hhea) {
  const reader = new Reader(bytes)
  const left = reader.u8()
  const metrics = hhea.readUInt16BE(34)
  const rest = lefts.length - metrics
  const advances = Array.from({ length: metrics }, () => reader.u16())
  const bearings = advances.map((_, i) => (left & 1 ? lefts[i] : reader.i16()))
  const others = Array.from({ length: rest }, (_, i) =>
    left & 2 ? lefts[metrics + i] : reader.i16(),
  )
  const out = new Writer()
  advances.forEach((advance, i) => out.u16(advance, bearings[i]))
  out.u16(...others)
  return out.done()
}

function sfnt(flavour, tables) {
  const out = new Writer()
  const sorted = tables.toSorted(([a], [b]) => (a < b ? -1 : 1))
  const power = Math.floor(Math.log2(sorted.length))
  out.u32(flavour)
  out.u16(sorted.length, 16 << power, power, 16 * (sorted.length - (1 << power)))
  let at = 12 + 16 * sorted.length
  for (const [tag, bytes] of sorted) {
    out.bytes(Buffer.from(tag, 'latin1'))
    // Nobody checks the sums of a file that is only a step on the way.
    out.u32(0, at, bytes.length)
    at += (bytes.length + 3) & ~3
  }
  for (const [, bytes] of sorted) {
    out.bytes(bytes)
    out.pad(4)
  }
  return out.done()
}
