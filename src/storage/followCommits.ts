import { own } from '../domain/check.ts'
import { decodeRecord } from '../domain/decode.ts'
import { diffOf, type Diff } from '../domain/diff.ts'
import type { AnyRecord, MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Channel, OpenChannel } from './channel.ts'
import { followChannelName } from './followChannel.ts'
import type { Stored } from './types.ts'

export interface FollowPorts {
  readonly mapId: MapId
  readonly openChannel: OpenChannel
  /** The rev that this tab shows. */
  readonly rev: () => number
  /** Show this; afterwards `rev` must be the new one. */
  readonly onDiff: (diff: Diff, rev: number) => void
  /** Something was missed or cannot be understood: load the map from the database. */
  readonly onGap: () => void
}

/** A follower's end. A message that leads on from the shown rev is applied, an old one ignored. */
export function followCommits(ports: FollowPorts): Pick<Channel, 'close'> {
  const channel = ports.openChannel(followChannelName(ports.mapId), (message) => {
    const stored = fromWire(message)
    if (!stored.ok) ports.onGap()
    else if (stored.value.rev <= ports.rev()) return
    else if (stored.value.from <= ports.rev()) ports.onDiff(stored.value.diff, stored.value.rev)
    else ports.onGap()
  })
  return { close: () => channel.close() }
}

function fromWire(message: unknown): Result<Stored, 'unreadable'> {
  const from = own(message, 'from')
  const rev = own(message, 'rev')
  const added = recordsFrom(own(message, 'added'))
  const removed = recordsFrom(own(message, 'removed'))
  const updated = pairsFrom(own(message, 'updated'))
  if (typeof from !== 'number' || typeof rev !== 'number' || !added || !removed || !updated) {
    return fail('unreadable')
  }
  return ok({ from, rev, diff: diffOf({ added, updated, removed }) })
}

function recordsFrom(values: unknown): AnyRecord[] | null {
  if (!Array.isArray(values)) return null
  const records: AnyRecord[] = []
  for (const value of values) {
    const record = decodeRecord(value)
    if (!record.ok) return null
    records.push(record.value)
  }
  return records
}

function pairsFrom(values: unknown): (readonly [AnyRecord, AnyRecord])[] | null {
  if (!Array.isArray(values)) return null
  const pairs: (readonly [AnyRecord, AnyRecord])[] = []
  for (const value of values) {
    const [from, to, ...rest] = recordsFrom(value) ?? []
    if (!from || !to || rest.length > 0) return null
    pairs.push([from, to])
  }
  return pairs
}
