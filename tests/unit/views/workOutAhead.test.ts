import { afterEach, expect, it, vi } from 'vitest'
import { subjectFor } from '../../../src/audience/subject.ts'
import { cardLabel } from '../../../src/canvas/cardLabel.ts'
import { createMapStore } from '../../../src/store/mapStore.ts'
import { openMapOn } from '../../../src/store/openMap.ts'
import { createViewSettings } from '../../../src/store/viewSettings.ts'
import { workOutAhead } from '../../../src/views/editor/workOutAhead.ts'
import { counting, docOf, inSegment, stakeholder } from '../../support/records.ts'

afterEach(() => vi.restoreAllMocks())

const doc = docOf(
  Array.from({ length: 100 }, (_, index) => stakeholder(`s${index}`, { placement: inSegment(1) })),
)

it('lets other work have its turn while the cards of a large map are worked out', async () => {
  let ms = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (ms += 1))
  const store = createMapStore(doc, { ...counting(), now: () => '' })
  let turns = 0
  let isDone = false
  const takeTurns = () => {
    turns += 1
    if (!isDone) setTimeout(takeTurns)
  }
  setTimeout(takeTurns)
  await workOutAhead(openMapOn(store, createViewSettings()))
  isDone = true
  expect(turns).toBeGreaterThan(5)
})

it('what a card says follows the names of the segments', () => {
  const { view } = subjectFor(doc, 'team')
  const [one] = view.stakeholders
  if (!one) throw new Error('nobody')
  const names = view.info.segmentNames
  const said = cardLabel(one, names)
  expect(said).toBe('s0, passive ally')
  expect(cardLabel(one, ['', 'Waverers', '', '', ''])).toContain('Waverers')
  expect(cardLabel(one, names)).toBe(said)
})
