import { zipOf } from '../zip.ts'
import { xmlDocument, type XmlNode } from './xmlWrite.ts'

export interface WrittenSheet {
  /** At most 31 characters, none of : \ / ? * [ ]. */
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * A workbook of texts alone (ECMA-376 part 1, SpreadsheetML): a cell can't be taken for a formula.
 * The same sheets give the same bytes.
 */
export const workbookOf = (sheets: readonly WrittenSheet[]): Uint8Array<ArrayBuffer> =>
  zipOf([
    { name: '[Content_Types].xml', content: xmlDocument(contentTypes(sheets)) },
    {
      name: '_rels/.rels',
      content: xmlDocument(
        relationships([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }]),
      ),
    },
    { name: 'xl/workbook.xml', content: xmlDocument(workbook(sheets)) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: xmlDocument(
        relationships(
          sheets.map((_, index) => ({
            id: `rId${index + 1}`,
            type: 'worksheet',
            target: `worksheets/sheet${index + 1}.xml`,
          })),
        ),
      ),
    },
    ...sheets.map(({ rows }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: xmlDocument(worksheet(rows)),
    })),
  ])

const contentTypes = (sheets: readonly WrittenSheet[]): XmlNode => ({
  name: 'Types',
  attributes: { xmlns: `${PACKAGE}/content-types` },
  content: [
    {
      name: 'Default',
      attributes: {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      },
    },
    { name: 'Default', attributes: { Extension: 'xml', ContentType: 'application/xml' } },
    {
      name: 'Override',
      attributes: { PartName: '/xl/workbook.xml', ContentType: `${TYPE}.sheet.main+xml` },
    },
    ...sheets.map((_, index) => ({
      name: 'Override',
      attributes: {
        PartName: `/xl/worksheets/sheet${index + 1}.xml`,
        ContentType: `${TYPE}.worksheet+xml`,
      },
    })),
  ],
})

const relationships = (
  targets: readonly { readonly id: string; readonly type: string; readonly target: string }[],
): XmlNode => ({
  name: 'Relationships',
  attributes: { xmlns: `${PACKAGE}/relationships` },
  content: targets.map(({ id, type, target }) => ({
    name: 'Relationship',
    attributes: { Id: id, Type: `${RELATIONS}/${type}`, Target: target },
  })),
})

const workbook = (sheets: readonly WrittenSheet[]): XmlNode => ({
  name: 'workbook',
  attributes: { xmlns: MAIN, 'xmlns:r': RELATIONS },
  content: [
    {
      name: 'sheets',
      content: sheets.map(({ name }, index) => ({
        name: 'sheet',
        attributes: { name, sheetId: index + 1, 'r:id': `rId${index + 1}` },
      })),
    },
  ],
})

const worksheet = (rows: WrittenSheet['rows']): XmlNode => ({
  name: 'worksheet',
  attributes: { xmlns: MAIN },
  content: [
    {
      name: 'sheetData',
      content: rows.map((cells, index) => ({
        name: 'row',
        attributes: { r: index + 1 },
        content: cells.flatMap((text, column) =>
          text === '' ? [] : [cell(`${letters(column)}${index + 1}`, text)],
        ),
      })),
    },
  ],
})

const cell = (reference: string, text: string): XmlNode => ({
  name: 'c',
  attributes: { r: reference, t: 'inlineStr' },
  content: [
    {
      name: 'is',
      content: [{ name: 't', attributes: { 'xml:space': 'preserve' }, content: escaped(text) }],
    },
  ],
})

/** What would be read as an escaped character is escaped itself (ECMA-376 part 1, 22.9.2.19). */
const escaped = (text: string): string => text.replace(/_(?=x[\da-fA-F]{4}_)/gu, '_x005F_')

/** A column by its position from 0: A … Z, AA … */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}
