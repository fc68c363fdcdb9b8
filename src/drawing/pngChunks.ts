/** The eight bytes that every PNG begins with (ISO/IEC 15948, 5.2). */
const SIGNATURE = 8
/** Length, kind and check of a chunk, around its data. */
const AROUND = 12
/** All that a picture needs: size, colours, pixels, end. */
const OF_THE_IMAGE: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])

/**
 * The same picture without anything that tells where it was made: browsers may add the screen's colour profile, its
 * resolution, the time and their own name. What is no PNG is given back as it is.
 */
export function imageChunksOnly(png: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const data = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const kept: Uint8Array<ArrayBuffer>[] = [png.subarray(0, SIGNATURE)]
  for (let at = SIGNATURE; at < png.length;) {
    if (at + AROUND > png.length) return png
    const next = at + AROUND + data.getUint32(at)
    if (next > png.length) return png
    const kind = String.fromCharCode(...png.subarray(at + 4, at + 8))
    if (OF_THE_IMAGE.has(kind)) kept.push(png.subarray(at, next))
    at = next
  }
  const whole = new Uint8Array(kept.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of kept) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
