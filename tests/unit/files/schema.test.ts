import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { viewFor } from '../../../src/audience/gate.ts'
import { allyscopeJson } from '../../../src/files/allyscopeJson.ts'
import schema from '../../../docs/allyscope.schema.json' with { type: 'json' }
import { arbitraryMap } from './arbitraryMap.ts'

const validate = new Ajv2020({
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
}).compile(schema)

const stakeholder = { id: 'a', name: 'Cooks' }
const tie = { id: 't', from: 'a', to: 'b', kind: 'trusts' }
const file = {
  format: 'allyscope',
  formatVersion: 1,
  map: { name: '' },
  stakeholders: [stakeholder],
}
const withStakeholder = (fields: object) => ({
  ...file,
  stakeholders: [{ ...stakeholder, ...fields }],
})

describe('the JSON Schema', () => {
  test('accepts every full copy and every public copy', () => {
    fc.assert(
      fc.property(arbitraryMap, fc.constantFrom('team', 'public'), (doc, audience) => {
        const text = allyscopeJson.write(viewFor(doc, audience), { mapId: 'm1' })
        validate(JSON.parse(text))
        expect(validate.errors).toBeNull()
      }),
      { numRuns: 100 },
    )
  })

  test('accepts the example of the description, and so does the app', () => {
    const page = readFileSync(new URL('../../../docs/file-format.md', import.meta.url), 'utf8')
    const example = /```json\n([\s\S]*?)```/u.exec(page)?.[1] ?? ''
    expect(validate(JSON.parse(example))).toBe(true)
    expect(allyscopeJson.parse(example)).toMatchObject({ ok: true, value: { ignored: [] } })
  })

  test.each<[string, object]>([
    ['another format', { ...file, format: 'other' }],
    ['another version', { ...file, formatVersion: 2 }],
    ['no map', { ...file, map: undefined }],
    ['a map without a name', { ...file, map: {} }],
    ['four segment names', { ...file, map: { name: '', segmentNames: [null, null, null, null] } }],
    ['stakeholders not a list', { ...file, stakeholders: {} }],
    ['no id', withStakeholder({ id: undefined })],
    ['an id with spaces', withStakeholder({ id: 'a b' })],
    ['an empty name', withStakeholder({ name: ' ' })],
    ['a name beyond the cap', withStakeholder({ name: 'x'.repeat(301) })],
    ['stance beyond 1', withStakeholder({ placement: { stance: 2, depth: 0 } })],
    ['a placement without depth', withStakeholder({ placement: { stance: 0 } })],
    ['influence as text', withStakeholder({ influence: 'high' })],
    ['a sixth segment', withStakeholder({ targetSegment: 5 })],
    ['an unknown role', withStakeholder({ role: 'spy' })],
    ['51 tags', withStakeholder({ tags: Array(51).fill('x') })],
    ['an unknown level', withStakeholder({ confidentiality: { level: 'secret' } })],
    ['no public stance', withStakeholder({ confidentiality: { level: 'confidential' } })],
    ['notes beyond the cap', withStakeholder({ notes: 'x'.repeat(20_001) })],
    [
      'confidentiality said of one only',
      {
        ...file,
        stakeholders: [stakeholder, { id: 'b', name: 'B', confidentiality: { level: 'public' } }],
      },
    ],
    ['a tie without a kind', { ...file, relationships: [{ ...tie, kind: undefined }] }],
    ['a tie of strength 4', { ...file, relationships: [{ ...tie, strength: 4 }] }],
  ])('refuses %s, as the app does', (_, broken) => {
    // Through text, so that `undefined` means absent.
    const text = JSON.stringify(broken)
    expect(validate(JSON.parse(text))).toBe(false)
    expect(allyscopeJson.parse(text).ok).toBe(false)
  })
})
