import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { isHidden } from '../../../src/domain/hidden.ts'
import { subjectFor } from '../../../src/audience/subject.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'

// Many random maps take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

it('leads from what is shown to the record behind it and back, and to nobody who is not shown', () => {
  fc.assert(
    fc.property(
      arbitraryDoc(),
      fc.constantFrom('team' as const, 'public' as const),
      (doc, audience) => {
        const { view, idOf, recordOf, shown } = subjectFor(doc, audience)
        for (const stakeholder of view.stakeholders) {
          const record = recordOf(stakeholder.key)
          expect(record?.name).toBe(stakeholder.name)
          expect(idOf(stakeholder.key)).toBe(record?.id)
          expect(record && shown(record.id)).toBe(stakeholder)
        }
        for (const record of doc.stakeholders.values()) {
          expect(shown(record.id) === undefined).toBe(audience === 'public' && isHidden(record))
        }
        expect(idOf('nobody')).toBeUndefined()
      },
    ),
    { numRuns: 100 },
  )
})
