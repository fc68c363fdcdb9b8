import { dirname, join } from 'node:path/posix'
import { describe, expect, it } from 'vitest'
import { workbookOf } from '../../../../src/files/office/workbook.ts'
import { pageFromSvg } from '../../../../src/files/picture/fromSvg.ts'
import { pptxOf } from '../../../../src/files/pptx/pptxOf.ts'
import { unzip } from '../../../support/unzip.ts'
import { frame } from '../../drawing/views.ts'
import { ALL_KINDS, everything, svgsOf } from '../picture/pictures.ts'
import { misplacedIn } from './schemaOrder.ts'

const presentation = pptxOf(svgsOf(everything(), frame, ALL_KINDS).map(pageFromSvg))
const workbook = workbookOf([
  { name: 'A', rows: [['Name', 'Notes'], ['=1', '_x0041_'], ['\u0001 ab <c>']] },
  { name: 'B', rows: [] },
])
const partsOf = (bytes: Uint8Array) =>
  new Map([...unzip(Buffer.from(bytes))].map(([name, content]) => [name, content.toString()]))

describe.each([
  ['a presentation', presentation],
  ['a workbook', workbook],
])('%s', (_, bytes) => {
  const parts = partsOf(bytes)

  it('has every element where the schema wants it', () => {
    for (const [name, xml] of parts) expect([name, misplacedIn(xml)]).toEqual([name, []])
  })

  it('says of each part what it is, and refers to none that is missing', () => {
    const types = parts.get('[Content_Types].xml') ?? ''
    const told = [...types.matchAll(/PartName="\/([^"]+)"/gu)].map(([, name]) => name)
    const contents = [...parts.keys()].filter((name) => !/rels$|^\[/u.test(name))
    expect(new Set(told)).toEqual(new Set(contents))
    const referred = new Set<string>()
    for (const [name, xml] of parts) {
      if (!name.endsWith('.rels')) continue
      const folder = dirname(dirname(name))
      for (const [, target = ''] of xml.matchAll(/Target="([^"]+)"/gu)) {
        expect(contents).toContain(join(folder, target))
        referred.add(join(folder, target))
      }
    }
    expect(referred).toEqual(new Set(contents))
  })

  it('knows each reference by an id that its part has', () => {
    for (const [name, xml] of parts) {
      const used = [...xml.matchAll(/r:id="([^"]+)"/gu)].map(([, id]) => id)
      const relations = parts.get(name.replace(/([^/]+)$/u, '_rels/$1.rels')) ?? ''
      for (const id of used) expect(relations).toContain(`Id="${id}"`)
    }
  })

  it('tells of no program, person or time', () => {
    expect([...parts.keys()].filter((name) => /docProps|thumbnail|custom/iu.test(name))).toEqual([])
    expect([...parts.values()].join('\n')).not.toMatch(
      /allyscope|creator|author|application>|20\d\d-\d\d/iu,
    )
    // Each entry has the same moment: noon on the first day that a zip can tell.
    const zip = Buffer.from(bytes)
    let at = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16)
    for (const name of parts.keys()) {
      expect(zip.readUInt32LE(at + 12)).toBe(0x00216000)
      at += 46 + Buffer.byteLength(name) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    }
  })
})

it('is seen when an element stands in the wrong place', () => {
  expect(misplacedIn('<a:ln><a:round/><a:solidFill/></a:ln>')).toEqual([
    'a:ln: a:round a:solidFill',
  ])
  expect(misplacedIn('<p:sp><p:spPr><a:off/></p:spPr></p:sp>')).toEqual(['p:spPr: a:off'])
  expect(misplacedIn('<p:spTree><p:nvGrpSpPr/><p:grpSpPr/><p:cxnSp/><p:sp/></p:spTree>')).toEqual(
    [],
  )
})
