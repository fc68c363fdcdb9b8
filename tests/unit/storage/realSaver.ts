import fc from 'fast-check'
import { applyDiff, diffOf, type Diff } from '../../../src/domain/diff.ts'
import { asId, type MapDoc, type StakeholderId } from '../../../src/domain/records.ts'
import { createSaver, LONGEST_WAIT, type Saver } from '../../../src/storage/saver.ts'
import type { Header } from '../../../src/storage/types.ts'
import type { MapWriter } from '../../../src/storage/unlocked.ts'
import { fresh, handClock, stakeholder } from './support.ts'

/** Lets the write of what was committed so far begin; of a sealed map, its sealing. */
export const begun = () => Promise.resolve()

/** A saver whose writes are real, with a clock that only moves when told to. */
export function realSaver(header: Header, writer: Pick<MapWriter, 'write'> & Partial<MapWriter>) {
  const clock = handClock()
  const statuses: string[] = []
  const saver = createSaver({
    header,
    by: fresh('saver'),
    ...writer,
    summary: () => null,
    now: () => '2026-01-01T00:00:00.000Z',
    later: clock.later,
    onStatus: ({ state }) => statuses.push(state),
    onStored: () => undefined,
  })
  /** Goes on until everything is stored: the clock moves to the next try. */
  const untilSaved = async () => {
    for (let tries = 0; tries < 20 && saver.status().state !== 'saved'; tries += 1) {
      clock.pass(LONGEST_WAIT)
      await saver.flush()
    }
  }
  return { saver, statuses, untilSaved }
}

/** What may happen to an open map and its saver, one after the other. */
export const arbitrarySteps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('edit' as const), id: fc.nat(5) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), id: fc.nat(5) }) },
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constantFrom('hide', 'begin', 'wait', 'retry') }),
    },
  ),
  { maxLength: 25 },
)
type Step = ReturnType<(typeof arbitrarySteps)['generate']>['value'][number]

/** Takes a step, the `index`th, and gives the document as it then is in memory. */
export async function take(step: Step, saver: Saver, doc: MapDoc, index: number): Promise<MapDoc> {
  if ('id' in step) {
    const diff = change(doc, `s${step.id}`, step.kind, `name ${index}`)
    saver.commit(diff)
    return applyDiff(doc, diff)
  }
  if (step.kind === 'hide') saver.flushOnHide()
  else if (step.kind === 'retry') saver.retryNow()
  else if (step.kind === 'begin') await begun()
  else await new Promise((resolve) => setTimeout(resolve, 0))
  return doc
}

function change(doc: MapDoc, id: string, kind: 'edit' | 'remove', name: string): Diff {
  const before = doc.stakeholders.get(asId<StakeholderId>(id))
  if (kind === 'remove') return diffOf({ removed: before ? [before] : [] })
  const after = stakeholder(id, name)
  return before ? diffOf({ updated: [[before, after]] }) : diffOf({ added: [after] })
}
