import { beforeEach, describe, expect, it } from 'vitest'
import { subjectFor } from '../../../src/audience/subject.ts'
import type { MapDoc } from '../../../src/domain/records.ts'
import {
  keepArrangement,
  moveInNetwork,
  pinnedPlaces,
  unpin,
} from '../../../src/editing/networkPlacing.ts'
import { createMapStore } from '../../../src/store/mapStore.ts'
import { type OpenMap, openMapOn } from '../../../src/store/openMap.ts'
import { createViewSettings } from '../../../src/store/viewSettings.ts'
import { counting, docOf, personId, stakeholder } from '../../support/records.ts'

let map: OpenMap
const open = (doc: MapDoc) => {
  map = openMapOn(createMapStore(doc, { ...counting(), now: () => '' }), createViewSettings())
}
const docIn = () => map.store.state.getState().doc
const team = () => subjectFor(docIn(), 'team')
const placeOf = (id: string) => docIn().stakeholders.get(personId(id))?.networkPosition
const steps = () => map.store.state.getState().stacks.done.length
const ana = personId('Ana')
const bo = personId('Bo')

beforeEach(() => open(docOf([stakeholder('Ana'), stakeholder('Bo')])))

describe('moving somebody in the network', () => {
  it('pins who was moved, and keeps everybody else where they were seen, as one step', () => {
    map.networkPlaces.setState({
      seen: new Map([
        [ana, { x: 1, y: 1 }],
        [bo, { x: 2, y: 2 }],
      ]),
    })
    moveInNetwork(map, team(), new Map([[ana, { x: 9, y: 9 }]]))
    expect(placeOf('Ana')).toEqual({ x: 9, y: 9, pinned: true })
    expect(placeOf('Bo')).toEqual({ x: 2, y: 2, pinned: false })
    expect(steps()).toBe(1)
    map.store.undo()
    expect([placeOf('Ana'), placeOf('Bo')]).toEqual([null, null])
  })

  it('does not take back what was kept before', () => {
    moveInNetwork(map, team(), new Map([[bo, { x: 5, y: 5 }]]))
    map.networkPlaces.setState({ seen: new Map([[bo, { x: 2, y: 2 }]]) })
    moveInNetwork(map, team(), new Map([[ana, { x: 9, y: 9 }]]))
    expect(placeOf('Bo')).toEqual({ x: 5, y: 5, pinned: true })
  })

  it('is one step for a run of nudges', () => {
    moveInNetwork(map, team(), new Map([[ana, { x: 1, y: 0 }]]), 'nudge')
    moveInNetwork(map, team(), new Map([[ana, { x: 2, y: 0 }]]), 'nudge')
    expect(steps()).toBe(1)
  })

  it('changes nothing in public preview, where places come from what the public sees', () => {
    moveInNetwork(map, subjectFor(docIn(), 'public'), new Map([[ana, { x: 9, y: 9 }]]))
    expect(steps()).toBe(0)
  })
})

describe('arranging', () => {
  it('keeps places as one step, and nobody becomes pinned by it', () => {
    const arranged = new Map([
      ['Ana', { x: 3, y: 4 }],
      ['Bo', { x: 5, y: 6 }],
    ])
    keepArrangement(map, team(), arranged)
    expect([placeOf('Ana'), placeOf('Bo')]).toEqual([
      { x: 3, y: 4, pinned: false },
      { x: 5, y: 6, pinned: false },
    ])
    expect(steps()).toBe(1)
  })

  it('leaves whoever was put somewhere by hand, also while it was being worked out', () => {
    const before = team()
    moveInNetwork(map, team(), new Map([[ana, { x: 9, y: 9 }]]))
    keepArrangement(map, before, new Map([['Ana', { x: 3, y: 4 }]]))
    expect(placeOf('Ana')).toEqual({ x: 9, y: 9, pinned: true })
    expect([...pinnedPlaces(team())]).toEqual([['Ana', { x: 9, y: 9 }]])
  })

  it('may move those again whose pins are taken out', () => {
    moveInNetwork(map, team(), new Map([[ana, { x: 9, y: 9 }]]))
    unpin(map, [ana, bo])
    expect(placeOf('Ana')).toEqual({ x: 9, y: 9, pinned: false })
    expect(pinnedPlaces(team()).size).toBe(0)
  })
})
