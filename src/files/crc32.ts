const POLYNOMIAL = 0xedb88320

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) {
    value = (value & 1) === 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1
  }
  return value
})

/** The check that a zip keeps of each part (CRC-32, ISO 3309), as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  let check = 0xffffffff
  for (const byte of bytes) check = (check >>> 8) ^ (TABLE[(check ^ byte) & 0xff] ?? 0)
  return (check ^ 0xffffffff) >>> 0
}
