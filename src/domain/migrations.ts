import { isObject, own } from './check.ts'

/** A step from one shape of stored records to a later one. */
export interface Migration {
  readonly from: number
  readonly to: number
  /** The record in the later shape. What it doesn't know, damaged or not, it gives back as it is; it never throws. */
  readonly record: (value: unknown) => unknown
}

const present = (field: unknown, otherwise: unknown): unknown =>
  field === undefined ? otherwise : field

/**
 * All steps, oldest first. A step that has shipped is frozen, as there are maps that only it can read: tests hold it to
 * the databases of each format that was shipped (`tests/fixtures/database`). A new one goes to the end, with a fixture of
 * the format that it starts from, and raises FORMAT_VERSION. The map's own record is read for the list of maps as it is
 * stored: no step may change it without the list learning of it.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    // 2 is the header of a sealed map. Fields that came after the first maps are written out, so that a build without
    // them takes the map for newer, instead of dropping them.
    from: 1,
    to: 3,
    record(value) {
      if (!isObject(value) || own(value, 'type') !== 'stakeholder') return value
      const place = own(value, 'networkPosition')
      const placed = isObject(place)
        ? { ...value, networkPosition: { ...place, pinned: present(own(place, 'pinned'), true) } }
        : value
      return { ...placed, aliases: present(own(value, 'aliases'), []) }
    },
  },
]

/** A record as it was stored in a format, in the shape of today. */
export const migrated = (record: unknown, formatVersion: number): unknown =>
  MIGRATIONS.reduce(
    (value, { to, record: step }) => (formatVersion < to ? step(value) : value),
    record,
  )
