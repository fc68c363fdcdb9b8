import { constants, createGunzip } from 'node:zlib'

const MAGIC = Buffer.from('1f8b08', 'hex')

/** Everything in a file that was packed with gzip, from wherever it begins and as far as it is whole. */
export async function inflatedParts(content: Buffer): Promise<Buffer[]> {
  const parts: Buffer[] = []
  for (let at = content.indexOf(MAGIC); at !== -1; at = content.indexOf(MAGIC, at + 1)) {
    const part = await inflated(content.subarray(at))
    if (part.length > 0) parts.push(part)
  }
  return parts
}

const inflated = (packed: Buffer): Promise<Buffer> =>
  new Promise((resolve) => {
    const got: Buffer[] = []
    const stream = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })
    const end = () => resolve(Buffer.concat(got))
    stream.on('data', (part: Buffer) => got.push(part))
    // What came before the damage counts.
    stream.on('error', end)
    stream.on('end', end)
    stream.end(packed)
  })
