import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { subjectFor } from '../../../src/audience/subject.ts'
import { fitCamera, zoomAt } from '../../../src/canvas/camera.ts'
import type { MapDoc } from '../../../src/domain/records.ts'
import { buildSpectrumScene } from '../../../src/drawing/spectrumScene.ts'
import { layoutNetwork } from '../../../src/drawing/network/networkLayout.ts'
import { sceneWords } from '../../../src/i18n/sceneWords.ts'
import type { OpenMap } from '../../../src/store/openMap.ts'
import {
  CANVAS_VIEWS,
  moveCamera,
  moveCameraByHand,
  POWER_AXES,
} from '../../../src/store/viewSettings.ts'
import { inLook, lookOf } from '../../../src/views/wall/inMyView.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import { consoleTab, type ConsoleTab, hide, move, passed } from '../../support/liveWall.ts'
import { docOf, HIDDEN, inSegment, personId, shownAt, stakeholder } from '../../support/records.ts'
import { twinOf } from '../../support/twin.ts'

const announce = vi.hoisted(() => vi.fn<(text: string, tone?: string) => void>())
vi.mock('../../../src/ui/announcer.tsx', () => ({ announce, speak: announce }))

const CANVAS = { width: 900, height: 600 }
const doc = docOf([
  stakeholder('Ann', { placement: inSegment(0) }),
  stakeholder('Hidden', { placement: inSegment(2), confidentiality: HIDDEN }),
  stakeholder('Ben', { placement: inSegment(4) }),
  // Shown at the far left of the opponents, and really beside Ann.
  stakeholder('Pia', { placement: inSegment(0, 0.8), confidentiality: shownAt(-0.9) }),
])
const ALLIES = { x: 0, y: 0, width: 0.4, height: 1.1 }
const OPPONENTS = { x: 0.6, y: 0, width: 0.4, height: 1.1 }

let tab: ConsoleTab
beforeEach(() => {
  tab = consoleTab()
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())

let steps = 0
const aCamera = () => ({ x: -(steps += 1), y: 0, zoom: 2 })
/** The reader moves the camera; the canvas then looks at this part. */
const lookAt = async (map: OpenMap, look: ConsoleTab['looked']) => {
  tab.looked = look
  if (look) moveCameraByHand(map.settings, aCamera())
  else moveCamera(map.settings, null)
  await passed()
}

async function following(of: MapDoc = doc) {
  const opened = await tab.opened(of)
  opened.map.wall.setState({ zoom: 'follow' })
  await passed()
  return { ...opened, closeUp: () => opened.map.wall.getState().closeUp }
}

describe('a wall that follows my zoom', () => {
  it('comes near to those who are to be seen there, by where the public sees them', async () => {
    const { map, closeUp, wall } = await following()
    await lookAt(map, ALLIES)
    expect(closeUp()).toEqual(['Ann'])
    expect(wall.shown()?.picture?.closeUp).toEqual(['s1'])
    await lookAt(map, OPPONENTS)
    expect(closeUp()).toEqual(['Ben', 'Pia'])
    await lookAt(map, null)
    expect(closeUp()).toBeNull()
  })

  it('stays where nobody is', async () => {
    const { map, closeUp } = await following()
    await lookAt(map, ALLIES)
    await lookAt(map, { x: 0.45, y: 0.95, width: 0.05, height: 0.05 })
    expect(closeUp()).toEqual(['Ann'])
  })

  it('does not follow a camera that brings somebody into view, nor a commit', async () => {
    const { map, closeUp } = await following()
    await lookAt(map, ALLIES)
    tab.looked = OPPONENTS
    moveCamera(map.settings, aCamera())
    move(map, 'Hidden', 4)
    hide(map, 'Ben')
    await passed()
    expect(closeUp()).toEqual(['Ann'])
    // Choosing it anew is no gesture either.
    map.wall.setState({ zoom: 'whole', closeUp: null })
    await passed()
    map.wall.setState({ zoom: 'follow' })
    await passed()
    expect(closeUp()).toEqual(['Ann'])
  })

  it('is at once as near as I am when that is chosen', async () => {
    const { map } = await tab.opened(doc)
    await lookAt(map, OPPONENTS)
    expect(map.wall.getState().closeUp).toBeNull()
    map.wall.setState({ zoom: 'follow' })
    await passed()
    expect(map.wall.getState().closeUp).toEqual(['Ben', 'Pia'])
  })

  it('waits for a network that is being laid out', async () => {
    const { map, closeUp } = await following()
    await lookAt(map, ALLIES)
    map.settings.setState({ view: 'network' })
    await lookAt(map, { x: 0, y: 0, width: 1, height: 1 })
    await passed()
    expect(closeUp()).toEqual(['Ann', 'Ben', 'Pia'])
  })
})

describe('what is looked at', () => {
  const sceneOf = (of: MapDoc, audience: 'team' | 'public') =>
    buildSpectrumScene(subjectFor(of, audience).view, sceneWords())

  it('is the same part of a drawing, however large the team’s is', () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      stakeholder(`h${i}`, { placement: inSegment(2), confidentiality: HIDDEN }),
    )
    const crowded = docOf([...doc.stakeholders.values(), ...many])
    const looks = [doc, crowded].map((of) => {
      const { bounds } = sceneOf(of, 'team')
      // Less than the zoom at which small drawings stop growing.
      const canvas = { width: 600, height: 340 }
      const camera = zoomAt(fitCamera(bounds, canvas), { x: 100, y: 200 }, 3)
      return lookOf(camera, canvas, bounds)
    })
    const [small, large] = looks
    expect(sceneOf(crowded, 'team').bounds.width).toBeGreaterThan(sceneOf(doc, 'team').bounds.width)
    expect(large?.x).toBeCloseTo(small?.x ?? 9, 5)
    expect(large?.width).toBeCloseTo(small?.width ?? 9, 5)
  })

  it('is exact where both drawings are the same', () => {
    const { bounds, cards } = sceneOf(doc, 'public')
    const ann = cards[0]
    if (!ann) throw new Error('Ann stands there')
    const camera = { zoom: 4, x: CANVAS.width / 2 - ann.x * 4, y: CANVAS.height / 2 - ann.y * 4 }
    const look = lookOf(camera, CANVAS, bounds)
    const how = { view: 'spectrum', powerAxes: 'stance across' } as const
    expect(inLook(look, subjectFor(doc, 'public'), how, () => null)).toEqual([personId('Ann')])
  })

  const from = fc.integer({ min: -10, max: 60 }).map((percent) => percent / 100)
  const size = fc.integer({ min: 10, max: 100 }).map((percent) => percent / 100)
  it('says the same whoever is hidden, and wherever those at a public stance really stand', () => {
    let seen = 0
    fc.assert(
      fc.property(
        arbitraryDoc(10, ['mixed', 'mixed', 'all hidden', 'none hidden']),
        fc.record({ x: from, y: from, width: size, height: size }),
        fc.record({
          view: fc.constantFrom(...CANVAS_VIEWS),
          powerAxes: fc.constantFrom(...POWER_AXES),
        }),
        (of, look, how) => {
          const twin = twinOf(of)
          const elsewhere: MapDoc = {
            ...twin,
            stakeholders: new Map(
              Array.from(twin.stakeholders, ([id, one]) => [
                id,
                one.confidentiality.level === 'public' ? one : { ...one, placement: inSegment(2) },
              ]),
            ),
          }
          const [first, ...others] = [of, twin, elsewhere].map((one) => {
            const subject = subjectFor(one, 'public')
            return inLook(look, subject, how, () => layoutNetwork(subject.view, new Map()))
          })
          seen += first?.length ? 1 : 0
          for (const other of others) expect(other).toEqual(first)
        },
      ),
    )
    expect(seen).toBeGreaterThan(10)
  })
})
