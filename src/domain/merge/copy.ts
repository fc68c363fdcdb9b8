import { type DecodedImport, evenedName } from '../imported.ts'
import { asId, type MapDoc, type StakeholderId } from '../records.ts'

/** A file that may be another copy of a map. */
export interface FileCopy {
  readonly import: DecodedImport
  /** It says nothing of confidentiality, and its ids are only numbers: who is who shows in names alone. */
  readonly isPublicCopy: boolean
  /**
   * Fields that entries don't have at all, by the entry's id; those of the map under ''. They have a default value
   * then, which nobody meant.
   */
  readonly unsaid: ReadonlyMap<string, ReadonlySet<string>>
}

/** Ids as Allyscope makes them: no two are the same by accident, as "s1" and "s1" are. */
const UNMISTAKABLE = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu

export const isUnmistakable = (id: string): boolean => UNMISTAKABLE.test(id)

/**
 * Which ids of a file's stakeholders are those of the map's. Ids that are made by hand or counted through count when
 * the file says that it is this map, or when most of those that both have go by the same names.
 */
export function sharedIds(doc: MapDoc, file: FileCopy): ReadonlySet<string> {
  if (file.isPublicCopy) return new Set()
  const { map, stakeholders } = file.import
  const shared = stakeholders.filter(({ id }) => doc.stakeholders.has(asId(id)))
  const agreed = shared.filter(({ id, name }) => {
    const mine = doc.stakeholders.get(asId<StakeholderId>(id))
    return mine !== undefined && evenedName(mine.name) === evenedName(name)
  })
  const allCount = map.id === doc.info.id || agreed.length * 2 > shared.length
  return new Set(shared.flatMap(({ id }) => (allCount || isUnmistakable(id) ? [id] : [])))
}

/**
 * Whether a file is another copy of the map: it has the map's id, or somebody of the map by id. A public copy has
 * neither: then more than half of its names are on the map, and there is more than one.
 */
export function isCopyOf(doc: MapDoc, file: FileCopy): boolean {
  const { map, stakeholders } = file.import
  if (map.id === doc.info.id || sharedIds(doc, file).size > 0) return true
  const names = new Set(Array.from(doc.stakeholders.values(), ({ name }) => evenedName(name)))
  const there = stakeholders.filter(({ name }) => names.has(evenedName(name))).length
  return file.isPublicCopy && there > 1 && there * 2 > stakeholders.length
}
