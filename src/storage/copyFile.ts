import { own } from '../domain/check.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { checksum } from './checksum.ts'
import { fromPlain } from './fromPlain.ts'
import { pack, unpack } from './packing.ts'
import { toPlain } from './plainValues.ts'

/**
 * The file of a map's second copy: one line that says what follows, then the map's rows as JSON (plainValues.ts), packed
 * where the browser can. Sealed rows stay sealed, and the line holds a counter and a kind, nothing of the map.
 *
 *     allyscope-copy 1 gzip sealed 17 5f3a9b1c
 */
export interface CopyHead {
  /** Of the map as it was copied. */
  readonly rev: number
  readonly sealed: boolean
}

/** A map's rows as they stood in the tables. */
export interface MapRows {
  readonly header: unknown
  readonly rows: readonly unknown[]
}

/** `newer`: a later build wrote it. */
export type CopyFault = 'damaged' | 'newer'

const NAME = 'allyscope-copy'
const VERSION = 1
const LONGEST_HEAD = 100
const HEAD = new RegExp(
  String.raw`^${NAME} (\d+) (gzip|none) (sealed|clear) (\d+) ([\da-f]{8})\n`,
  'u',
)

/** The whole content of a file. */
export async function writtenCopy(
  { rev, sealed }: CopyHead,
  { header, rows }: MapRows,
): Promise<Blob> {
  const { packing, bytes } = await pack(JSON.stringify(await toPlain({ header, rows })))
  const kind = sealed ? 'sealed' : 'clear'
  return new Blob([`${NAME} ${VERSION} ${packing} ${kind} ${rev} ${checksum(bytes)}\n`, bytes])
}

/** What the first line says, without reading on; null when there is no such line. */
export async function headOf(file: Blob): Promise<CopyHead | null> {
  const [, , , kind, rev] = (await lineOf(file)) ?? []
  return kind === undefined ? null : { rev: Number(rev), sealed: kind === 'sealed' }
}

/** Everything in a file, if it is whole. Never throws. */
export async function readCopy(file: Blob): Promise<Result<MapRows, CopyFault>> {
  try {
    const [line = '', version, packing, , , sum] = (await lineOf(file)) ?? []
    if (Number(version) > VERSION) return fail('newer')
    const bytes = new Uint8Array(await file.slice(line.length).arrayBuffer())
    if (checksum(bytes) !== sum) return fail('damaged')
    const text = await unpack({ packing, bytes })
    if (text === null) return fail('damaged')
    const values = fromPlain(JSON.parse(text))
    const rows = values.ok ? own(values.value, 'rows') : null
    if (!values.ok || !Array.isArray(rows)) return fail('damaged')
    return ok({ header: own(values.value, 'header'), rows })
  } catch {
    return fail('damaged')
  }
}

/** null also when the file was replaced or deleted since it was found. */
const lineOf = (file: Blob): Promise<RegExpExecArray | null> =>
  file
    .slice(0, LONGEST_HEAD)
    .text()
    .then(
      (text) => HEAD.exec(text),
      () => null,
    )
