import fc from 'fast-check'
import { viewFor } from '../../../src/audience/gate.ts'
import type { WallPicture, WallShown } from '../../../src/wall/protocol.ts'
import { arbitraryDoc, arbitrarySegment, scaled } from '../../support/arbitraryDoc.ts'

/** Pictures as a console makes them: of the public view of any map, with any choices. */
export const arbitraryPicture = (most = 12): fc.Arbitrary<WallPicture> =>
  arbitraryDoc(most).chain((doc) => {
    const view = viewFor(doc, 'public')
    const keys = view.stakeholders.map(({ key }) => key)
    const some = fc.subarray(keys)
    const spotlights = [
      fc.constant(null),
      arbitrarySegment.map((segment) => ({ kind: 'segment' as const, segment })),
      ...keys.map((key) => fc.constant({ kind: 'stakeholder' as const, key })),
    ]
    return fc.record<WallPicture>({
      view: fc.constant(view),
      drawing: fc.constantFrom('spectrum', 'network', 'power'),
      powerAxes: fc.constantFrom('stance across', 'influence across'),
      targets: fc.boolean(),
      ties: fc.boolean(),
      places: fc.option(
        some.map((list) => list.map((key, i) => [key, i * 100, i * -40.5] as const)),
      ),
      spotlight: fc.oneof(...spotlights),
      closeUp: fc.option(some),
      earlier: fc.option(
        fc.record({
          when: fc.constantFrom('3 October, 14:05', ''),
          segments: some.chain((list) =>
            fc.tuple(
              ...list.map((key) =>
                fc.option(arbitrarySegment).map((segment) => [key, segment] as const),
              ),
            ),
          ),
        }),
      ),
    })
  })

export const arbitraryShown: fc.Arbitrary<WallShown> = fc.record({
  picture: fc.option(arbitraryPicture(), { freq: 6 }),
  dark: fc.boolean(),
  frozen: fc.boolean(),
})

export const arbitrarySize = fc.record({ width: scaled(0, 4000), height: scaled(0, 4000) })
