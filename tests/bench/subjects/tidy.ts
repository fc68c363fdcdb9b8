import { viewFor } from '../../../src/audience/gate.ts'
import { mapFromImport } from '../../../src/domain/commands/importing.ts'
import { asId, type Id, type MapId } from '../../../src/domain/records.ts'
import { layoutFor } from '../../../src/drawing/layout.ts'
import { tidy } from '../../../src/drawing/tidy.ts'
import { allyscopeJson } from '../../../src/files/allyscopeJson.ts'
import { mapOfPage } from './page.ts'
import { asFile } from './syntheticMap.ts'

declare global {
  interface Window {
    /** Times of single runs of Tidy's algorithm on the page's map in ms, the first one cold. */
    tidyTimes?: (runs: number) => number[]
  }
}

const read = allyscopeJson.parse(asFile(mapOfPage()))
if (!read.ok) throw new Error(`the synthetic map was refused: ${read.error.code}`)
let ids = 0
const newId = <I extends Id<string>>(): I => asId<I>(`n${ids++}`)
const doc = mapFromImport(read.value.import, asId<MapId>('map'), { newId })
const { cards, pie } = layoutFor(viewFor(doc, 'team'))

window.tidyTimes = (runs) =>
  Array.from({ length: runs }, () => {
    const start = performance.now()
    tidy(cards, pie, 'keep')
    return performance.now() - start
  })
