import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { viewFor } from '../../../../src/audience/gate.ts'
import type { MapView } from '../../../../src/audience/view.ts'
import type { DecodedImport } from '../../../../src/domain/imported.ts'
import { readNetworkFiles } from '../../../../src/files/network/networkFiles.ts'
import { importOfPlan, stakeholderCsv } from '../../../../src/files/stakeholderCsv.ts'
import { tableCsv, tableXlsx } from '../../../../src/files/table/stakeholderTable.ts'
import { readTextFile } from '../../../../src/files/textFile.ts'
import { arbitraryDoc } from '../../../support/arbitraryDoc.ts'
import { unwrap } from '../../../support/records.ts'
import { twinOf } from '../../../support/twin.ts'
import { allTextOf, unzip } from '../../../support/unzip.ts'
import { stakeholder, viewOf } from '../../drawing/views.ts'
import { arbitraryMap } from '../arbitraryMap.ts'
import { factsOf, factsOfPlan, isSayable } from '../network/graphSupport.ts'

const WORDS = { sheet: 'Stakeholders' }

/** What people import again: the very bytes that were saved. */
function fromCsv(view: MapView): DecodedImport {
  const file = unwrap(readTextFile(new TextEncoder().encode(tableCsv(view))))
  const plan = unwrap(stakeholderCsv.parse(file))
  expect(plan.errors).toEqual([])
  expect(plan.columns.filter(({ isUnknown }) => isUnknown)).toEqual([])
  return importOfPlan(plan)
}

function fromXlsx(view: MapView): DecodedImport {
  const { plan } = unwrap(readNetworkFiles([{ name: 'table.xlsx', bytes: tableXlsx(view, WORDS) }]))
  const faults = plan.faults.filter(({ code }) => code !== 'duplicate name')
  expect([faults, plan.kept, plan.dropped]).toEqual([[], [], []])
  return plan.import
}

const maps = fc
  .oneof(arbitraryDoc(8), arbitraryMap)
  .filter((doc) => doc.stakeholders.size > 0 && isSayable(doc))

describe.each([
  ['CSV', fromCsv],
  ['a workbook', fromXlsx],
])('the table as %s', (_, read) => {
  it('is read back by our own import', () => {
    const one = stakeholder('a', 'Teachers’ union, city branch', {
      placement: { stance: 0.4, depth: 0.5 },
      influence: 0.85,
      role: 'member',
      sector: 'Education',
      targetSegment: 0,
      offers: ['rooms', 'a van'],
      needs: ['money'],
      tags: ['a;b', '-dash'],
      description: 'Two lines,\n"quoted"; and\ttab',
      team: {
        aliases: ['the teachers'],
        confidentiality: { level: 'confidential', publicStance: null },
        notes: '=1+1',
        contact: '@home',
        networkPosition: null,
      },
    })
    const view = viewOf([one, stakeholder('b', '=cmd|calc!A1'), stakeholder('c', 'اتحاد المعلمين')])
    const [teachers, ...others] = read(view).stakeholders
    expect(teachers).toMatchObject({
      name: one.name,
      kind: 'group',
      placement: { stance: 0.4 },
      influence: 0.85,
      role: 'member',
      sector: 'Education',
      targetSegment: 0,
      offers: ['rooms', 'a van'],
      needs: ['money'],
      tags: ['a;b', '-dash'],
      description: one.description,
      aliases: ['the teachers'],
      confidentiality: { level: 'confidential', publicStance: null },
      notes: '=1+1',
      contact: '@home',
    })
    expect(others.map(({ name }) => name)).toEqual(['=cmd|calc!A1', 'اتحاد المعلمين'])
  })

  it('brings back whatever a map may hold', () => {
    fc.assert(
      fc.property(maps, (doc) => {
        const brought = factsOfPlan({ import: read(viewFor(doc, 'team')) })
        expect(brought.stakeholders).toEqual(factsOf(doc).stakeholders)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the public’s table', () => {
  it('is that of the map without all that is confidential', () => {
    fc.assert(
      fc.property(arbitraryDoc(8), (doc) => {
        const [whole, twin] = [viewFor(doc, 'public'), viewFor(twinOf(doc), 'public')]
        expect(tableCsv(whole)).toBe(tableCsv(twin))
        expect(
          Buffer.from(tableXlsx(whole, WORDS)).equals(Buffer.from(tableXlsx(twin, WORDS))),
        ).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('shows no column that only the team may have', () => {
    const view = viewOf([stakeholder('a', 'A', { team: null })], { audience: 'public' })
    expect(tableCsv(view)).toBe('\ufeffLabel,Type,Influence,Role\r\nA,group,medium,prospect\r\n')
  })
})

describe('a workbook', () => {
  const view = viewOf([stakeholder('a', 'A'.repeat(70)), stakeholder('b', '+1')])
  const parts = unzip(
    Buffer.from(tableXlsx(view, { sheet: 'Who: [all]/everybody in our long campaign' })),
  )
  const sheet = parts.get('xl/worksheets/sheet1.xml')?.toString() ?? ''

  it('has a bold heading that stays, and columns as wide as is sensible', () => {
    expect(sheet).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2"')
    expect(sheet).toContain('<c r="A1" s="2" t="inlineStr">')
    expect(sheet).toContain('<col min="1" max="1" width="50" customWidth="1"/>')
    expect(sheet).toContain('<col min="2" max="2" width="10" customWidth="1"/>')
  })

  it('has texts alone, in cells that make no formula of what is typed', () => {
    expect(sheet).not.toContain('<f')
    expect(sheet.match(/<c [^>]*>/gu)?.every((cell) => cell.includes('t="inlineStr"'))).toBe(true)
    expect(parts.get('xl/styles.xml')?.toString()).toMatch(/<xf numFmtId="49"[^>]*applyAlignment/u)
  })

  it('has a sheet with a name that programs accept', () => {
    const name = /<sheet name="([^"]*)"/u.exec(parts.get('xl/workbook.xml')?.toString() ?? '')?.[1]
    expect(name).toBe('Who   all  everybody in our lon')
    expect(allTextOf(Buffer.from(tableXlsx(view, { sheet: '[]' })))).toContain('<sheet name="A"')
  })
})
