import { NOTHING_CHOSEN } from '../../src/audience/policy.ts'
import { viewFor } from '../../src/audience/gate.ts'
import type { Audience } from '../../src/audience/view.ts'
import type { FileCopy } from '../../src/domain/merge/copy.ts'
import type { MapDoc } from '../../src/domain/records.ts'
import { allyscopeJson } from '../../src/files/allyscopeJson.ts'
import { unwrap } from './records.ts'

/** The bytes of a copy as a colleague would send it; a full one has the map's id unless another is given. */
export const textOfCopy = (
  doc: MapDoc,
  audience: Audience = 'team',
  mapId: string = doc.info.id,
): string =>
  allyscopeJson.write(viewFor(doc, audience, NOTHING_CHOSEN), audience === 'team' ? { mapId } : {})

/** A copy of a map as it is read from a file. */
export const copyOf = (doc: MapDoc, audience: Audience = 'team', mapId?: string): FileCopy =>
  unwrap(allyscopeJson.parse(textOfCopy(doc, audience, mapId)))
