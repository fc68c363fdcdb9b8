import type { AnyRecord, MapDoc } from './records.ts'

/**
 * What one commit changes, as whole records by id. It can be applied, reversed and squashed with the
 * next one, so that undo, saving and other windows all follow the same path.
 * A map's own record is only ever updated.
 */
export interface Diff {
  readonly added: ReadonlyMap<string, AnyRecord>
  readonly updated: ReadonlyMap<string, readonly [from: AnyRecord, to: AnyRecord]>
  readonly removed: ReadonlyMap<string, AnyRecord>
}

export const emptyDiff: Diff = { added: new Map(), updated: new Map(), removed: new Map() }

export const isEmptyDiff = (diff: Diff): boolean =>
  diff.added.size + diff.updated.size + diff.removed.size === 0

/** True as well for records that are changed into what they were, as by squashing typing that was taken back. */
export function changesNothing({ added, updated, removed }: Diff): boolean {
  if (added.size + removed.size > 0) return false
  for (const [from, to] of updated.values()) {
    if (JSON.stringify(from) !== JSON.stringify(to)) return false
  }
  return true
}

/** Collects single changes into a Diff. */
export function diffOf(changes: {
  added?: Iterable<AnyRecord>
  updated?: Iterable<readonly [from: AnyRecord, to: AnyRecord]>
  removed?: Iterable<AnyRecord>
}): Diff {
  const byId = (records: Iterable<AnyRecord> = []) =>
    new Map(Array.from(records, (record) => [record.id, record]))
  return {
    added: byId(changes.added),
    updated: new Map(Array.from(changes.updated ?? [], (pair) => [pair[0].id, pair])),
    removed: byId(changes.removed),
  }
}

/** The document after a diff. Tables that the diff does not touch keep their identity. */
export function applyDiff(doc: MapDoc, diff: Diff): MapDoc {
  let info = doc.info
  const tables = {
    stakeholder: doc.stakeholders,
    relationship: doc.relationships,
    sector: doc.sectors,
    resource: doc.resources,
  }
  const touched = { stakeholder: false, relationship: false, sector: false, resource: false }
  const changed = [...diff.added.values(), ...diff.removed.values()]
  for (const [, to] of diff.updated.values()) changed.push(to)
  for (const { type } of changed) if (type !== 'map') touched[type] = true

  const stakeholders = touched.stakeholder ? new Map(tables.stakeholder) : null
  const relationships = touched.relationship ? new Map(tables.relationship) : null
  const sectors = touched.sector ? new Map(tables.sector) : null
  const resources = touched.resource ? new Map(tables.resource) : null
  const put = (record: AnyRecord) => {
    if (record.type === 'map') info = record
    else if (record.type === 'stakeholder') stakeholders?.set(record.id, record)
    else if (record.type === 'relationship') relationships?.set(record.id, record)
    else if (record.type === 'sector') sectors?.set(record.id, record)
    else resources?.set(record.id, record)
  }
  const drop = (record: AnyRecord) => {
    if (record.type === 'stakeholder') stakeholders?.delete(record.id)
    else if (record.type === 'relationship') relationships?.delete(record.id)
    else if (record.type === 'sector') sectors?.delete(record.id)
    else if (record.type === 'resource') resources?.delete(record.id)
  }
  for (const record of diff.removed.values()) drop(record)
  for (const record of diff.added.values()) put(record)
  for (const [, to] of diff.updated.values()) put(to)
  return {
    info,
    stakeholders: stakeholders ?? doc.stakeholders,
    relationships: relationships ?? doc.relationships,
    sectors: sectors ?? doc.sectors,
    resources: resources ?? doc.resources,
  }
}

/** The diff that takes a document back to before `diff`. */
export function reverseDiff(diff: Diff): Diff {
  const updated = new Map<string, readonly [AnyRecord, AnyRecord]>()
  for (const [id, [from, to]] of diff.updated) updated.set(id, [to, from])
  return { added: diff.removed, updated, removed: diff.added }
}

/** One diff with the effect of `first` and then `second`. */
export function squashDiffs(first: Diff, second: Diff): Diff {
  const added = new Map(first.added)
  const updated = new Map(first.updated)
  const removed = new Map(first.removed)
  for (const [id, record] of second.added) {
    const before = removed.get(id)
    if (before) {
      removed.delete(id)
      updated.set(id, [before, record])
    } else added.set(id, record)
  }
  for (const [id, [from, to]] of second.updated) {
    if (added.has(id)) added.set(id, to)
    else updated.set(id, [updated.get(id)?.[0] ?? from, to])
  }
  for (const [id, record] of second.removed) {
    if (added.delete(id)) continue
    const before = updated.get(id)?.[0] ?? record
    updated.delete(id)
    removed.set(id, before)
  }
  return { added, updated, removed }
}
