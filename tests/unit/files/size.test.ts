import { expect, test } from 'vitest'
import { LIMITS } from '../../../src/domain/limits.ts'
import { allyscopeJson } from '../../../src/files/allyscopeJson.ts'

test('the largest map that is allowed is read', () => {
  const stakeholders = Array.from({ length: LIMITS.stakeholders }, (_, index) => ({
    id: `s${index}`,
    name: `Stakeholder ${index}`,
    placement: { stance: 0.1, depth: 0.5 },
    offers: ['food', 'rooms'],
    tags: ['a', 'b'],
    notes: 'x'.repeat(600),
  }))
  const relationships = Array.from({ length: LIMITS.relationships }, (_, index) => ({
    id: `t${index}`,
    from: `s${index % LIMITS.stakeholders}`,
    to: `s${(index + 1) % LIMITS.stakeholders}`,
    kind: 'trusts',
  }))
  const text = JSON.stringify({
    format: 'allyscope',
    formatVersion: 1,
    map: { name: 'Everybody' },
    stakeholders,
    relationships,
  })
  const read = allyscopeJson.parse(text)
  expect(read.ok && read.value.import.relationships).toHaveLength(LIMITS.relationships)
})
