import fc from 'fast-check'
import type { PublicChoices } from '../../src/audience/view.ts'

/** The most that a public output may carry. */
export const EVERYTHING: PublicChoices = {
  targets: true,
  offersAndNeeds: true,
  tags: true,
  description: true,
}

export const arbitraryChoices: fc.Arbitrary<PublicChoices> = fc.record({
  targets: fc.boolean(),
  offersAndNeeds: fc.boolean(),
  tags: fc.boolean(),
  description: fc.boolean(),
})
