import type { RelationshipKind } from '../../domain/records.ts'
import type { NetworkTie, TieLabel } from './networkTies.ts'
import { glyphPath } from './tieGlyph.ts'

/** Ties that look alike, ready to be drawn in a path each for lines, heads and signs. */
export interface TieBatch {
  /** Tells batches apart. */
  readonly look: string
  readonly kind: RelationshipKind
  readonly strength: 1 | 2 | 3
  readonly confidential: boolean
  readonly lines: string
  readonly heads: string
  readonly signs: string
  readonly labels: readonly { readonly key: string; readonly label: TieLabel }[]
  readonly confidentialAt: readonly {
    readonly key: string
    readonly x: number
    readonly y: number
  }[]
}

/** The lines of all ties, open and confidential ones apart. */
export interface Hairlines {
  readonly open: string
  readonly confidential: string
}

const signPaths = new WeakMap<NetworkTie, string>()

/** Ties by their look, in the order in which looks first occur; those in `except` are drawn elsewhere. */
export function batchTies(
  ties: readonly NetworkTie[],
  except: ReadonlySet<string>,
): readonly TieBatch[] {
  const groups = new Map<string, NetworkTie[]>()
  for (const tie of ties) {
    if (!tie.path || except.has(tie.key)) continue
    const look = `${tie.kind} ${tie.strength} ${tie.confidential ? 'confidential' : 'open'}`
    const group = groups.get(look)
    if (group) group.push(tie)
    else groups.set(look, [tie])
  }
  return Array.from(groups, ([look, group]) => batchOf(look, group)).flatMap((batch) => batch ?? [])
}

function batchOf(look: string, group: readonly NetworkTie[]): TieBatch | null {
  const first = group[0]
  if (!first) return null
  const { kind, strength, confidential } = first
  return {
    look,
    kind,
    strength,
    confidential,
    lines: group.map(({ path }) => path).join(''),
    heads: group.map(({ heads }) => heads).join(''),
    signs: group.map(signPath).join(''),
    labels: group.flatMap(({ key, label }) => (label ? [{ key, label }] : [])),
    confidentialAt: group.flatMap(({ key, confidentialAt }) =>
      confidentialAt ? [{ key, ...confidentialAt }] : [],
    ),
  }
}

function signPath(tie: NetworkTie): string {
  let path = signPaths.get(tie)
  if (path === undefined) signPaths.set(tie, (path = tie.glyph ? glyphPath(tie.glyph) : ''))
  return path
}

export function hairlines(ties: readonly NetworkTie[], except: ReadonlySet<string>): Hairlines {
  let open = ''
  let confidential = ''
  for (const tie of ties) {
    if (except.has(tie.key)) continue
    if (tie.confidential) confidential += tie.path
    else open += tie.path
  }
  return { open, confidential }
}
