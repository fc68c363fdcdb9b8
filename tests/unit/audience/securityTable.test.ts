import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { securityTable, withTable } from '../../../scripts/security-table.mjs'
import {
  mapPolicy,
  relationshipPolicy,
  resourcePolicy,
  sectorPolicy,
  stakeholderPolicy,
} from '../../../src/audience/policy.ts'

const POLICIES = {
  map: mapPolicy,
  stakeholder: stakeholderPolicy,
  relationship: relationshipPolicy,
  sector: sectorPolicy,
  resource: resourcePolicy,
}

describe('the table in docs/security.md', () => {
  it('says what the gate does today (otherwise: npm run security-table)', async () => {
    const document = await readFile('docs/security.md', 'utf8')
    expect(document).toBe(withTable(document, securityTable(POLICIES)))
  })

  it('has a line for each field of each record', () => {
    const table = securityTable(POLICIES)
    for (const rules of Object.values(POLICIES)) {
      for (const field of Object.keys(rules)) expect(table).toMatch(`| \`${field}\` `)
    }
    expect(table).toMatch(/`notes` +\| never/u)
    expect(table).toMatch(/`tags` +\| only when chosen/u)
  })

  it('can’t be made when a field has no words, or words have no field', () => {
    const grown = { ...POLICIES, sector: { ...sectorPolicy, mood: 'never' } }
    expect(() => securityTable(grown)).toThrow('sector.mood')
    const { notes: _, ...shrunk } = relationshipPolicy
    expect(() => securityTable({ ...POLICIES, relationship: shrunk })).toThrow('relationship.notes')
  })

  it('leaves the rest of the document alone', () => {
    const document = withTable(
      'before\n<!-- policy table: begin (npm run security-table) -->\nold\n<!-- policy table: end -->\nafter\n',
      'new',
    )
    expect(document).toContain('before\n')
    expect(document).toContain('\n\nnew\n\n')
    expect(document).toContain('\nafter\n')
    expect(document).not.toContain('old')
    expect(() => withTable('no place for it', 'new')).toThrow('docs/security.md')
  })
})
