import { own } from '../domain/check.ts'
import { decodeRecord } from '../domain/decode.ts'
import { diffOf, type Diff } from '../domain/diff.ts'
import type { AnyRecord, MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Channel, OpenChannel } from './channel.ts'
import type { Stored } from './types.ts'

const channelName = (mapId: MapId) => `allyscope-follow-${mapId}`

/** The writer's end: tells followers of commits, once they are on disk. */
export interface Announcer {
  tell(stored: Stored): void
  /** The map is stored otherwise than before, sealed or clear: it must be read anew. */
  tellToReload(): void
  close(): void
}

export function announceCommits(openChannel: OpenChannel, mapId: MapId): Announcer {
  const channel = openChannel(channelName(mapId), () => undefined)
  return {
    tell: (stored) => channel.post(toWire(stored)),
    // Like all that is no commit, it is a gap to who follows.
    tellToReload: () => channel.post('reload'),
    close: () => channel.close(),
  }
}

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
  const channel = ports.openChannel(channelName(ports.mapId), (message) => {
    const stored = fromWire(message)
    if (!stored.ok) ports.onGap()
    else if (stored.value.rev <= ports.rev()) return
    else if (stored.value.from <= ports.rev()) ports.onDiff(stored.value.diff, stored.value.rev)
    else ports.onGap()
  })
  return { close: () => channel.close() }
}

function toWire({ from, rev, diff }: Stored) {
  return {
    from,
    rev,
    added: [...diff.added.values()],
    updated: [...diff.updated.values()],
    removed: [...diff.removed.values()],
  }
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
