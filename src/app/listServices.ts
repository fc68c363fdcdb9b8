import type { StoreApi } from 'zustand/vanilla'
import { mapFromImport } from '../domain/commands/importing.ts'
import { emptyDoc, newMapInfo } from '../domain/doc.ts'
import type { MapDoc, MapId } from '../domain/records.ts'
import { ok } from '../domain/result.ts'
import { t } from '../i18n/i18n.ts'
import '../i18n/parts/dialogs.ts'
import { mapTitle } from '../views/mapTitle.ts'
import type { AppServices, MapListState } from '../views/services.ts'
import { newId } from './environment.ts'
import type { Keeping } from './keeping.ts'

type ListServices = Pick<AppServices, 'createMap' | 'createExample' | 'importMap' | 'duplicateMap'>

/** The ways to another map. */
export function listServices(keeping: Keeping, maps: StoreApi<MapListState>): ListServices {
  const keepNew = async (doc: MapDoc) => {
    const made = await keeping.create(doc)
    return made.ok ? ok(doc.info.id) : made
  }
  return {
    createMap: (name, we) => keepNew(emptyDoc(newMapInfo(newId(), name, we))),
    async createExample() {
      const { exampleMap } = await import('./exampleMap.ts')
      return keepNew(exampleMap())
    },
    importMap: (file) => keepNew(mapFromImport(file, newId(), { newId })),
    async duplicateMap(id) {
      const list = maps.getState()
      const map = list.status === 'ready' ? list.maps.find((one) => one.id === id) : undefined
      const copyId = newId<MapId>()
      const name = t('start.duplicate.name', { name: mapTitle(map ?? { name: '' }) })
      const made = await keeping.duplicate(id, copyId, name)
      return made.ok ? ok(copyId) : made
    },
  }
}
