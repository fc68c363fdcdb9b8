import { subjectFor } from '../../audience/subject.ts'
import { cardLabel } from '../../canvas/cardLabel.ts'
import { cardFor } from '../../drawing/card.ts'
import type { OpenMap } from '../../store/openMap.ts'

/** So long the page may be busy before it answers a key, in ms. */
const SLICE_MS = 12

/**
 * Works out what the cards of a large map look like and say, in slices, before it is drawn: that is half of the work
 * of drawing it, and the drawing itself is done in one go.
 */
export async function workOutAhead({ store, settings }: OpenMap): Promise<void> {
  // Reading the map, seeing it as its audience, and each slice of its cards are tasks of their own.
  await nextTask()
  const { audience } = settings.getState()
  const { view } = subjectFor(store.state.getState().doc, audience)
  await nextTask()
  let end = performance.now() + SLICE_MS
  for (const stakeholder of view.stakeholders) {
    cardFor(stakeholder)
    cardLabel(stakeholder, view.info.segmentNames)
    if (performance.now() < end) continue
    await nextTask()
    end = performance.now() + SLICE_MS
  }
}

const nextTask = () => new Promise((goOn) => setTimeout(goOn))
