import { own } from '../domain/check.ts'

/** A long text as it is stored. */
export interface Packed {
  readonly packing: 'gzip' | 'none'
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** As large as it is, and at once. */
export const unpacked = (text: string): Packed => ({
  packing: 'none',
  bytes: new TextEncoder().encode(text),
})

/** Makes a text small where the browser can. */
export async function pack(text: string): Promise<Packed> {
  const plain = unpacked(text)
  if (typeof CompressionStream === 'undefined') return plain
  try {
    return { packing: 'gzip', bytes: await through(plain.bytes, new CompressionStream('gzip')) }
  } catch {
    // Large is better than lost.
    return plain
  }
}

/** The text again; null when it is damaged, or can't be unpacked here. */
export async function unpack(packed: unknown): Promise<string | null> {
  const bytes = own(packed, 'bytes')
  const packing = own(packed, 'packing')
  if (!(bytes instanceof Uint8Array)) return null
  try {
    const plain =
      packing === 'gzip'
        ? await through(new Uint8Array(bytes), new DecompressionStream('gzip'))
        : bytes
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch {
    return null
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = stream.writable.getWriter()
  // What goes wrong is told by the reading end.
  writer.write(bytes).catch(() => undefined)
  writer.close().catch(() => undefined)
  return new Uint8Array(await new Response(stream.readable).arrayBuffer())
}
