import type { XmlNode } from '../network/xmlWrite.ts'
import { element } from './element.ts'
import { officePackage, RELATIONS } from './package.ts'
import { CELL_STYLE, workbookStyles } from './workbookStyles.ts'

export interface WrittenSheet {
  /** At most 31 characters, none of : \ / ? * [ ]. */
  readonly name: string
  /** The first one is the heading: bold, and it stays when the others are scrolled. */
  readonly rows: readonly (readonly string[])[]
}

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * A workbook of texts alone (ECMA-376 part 1, SpreadsheetML): a cell can't be taken for a formula, and doesn't become
 * one when it is edited. The same sheets give the same bytes.
 */
export const workbookOf = (sheets: readonly WrittenSheet[]): Uint8Array<ArrayBuffer> =>
  officePackage([
    {
      name: 'xl/workbook.xml',
      contentType: `${TYPE}.sheet.main+xml`,
      content: workbook(sheets),
      relations: [
        ...sheets.map((_, index) => ({
          id: sheetId(index),
          type: 'worksheet',
          target: `worksheets/sheet${index + 1}.xml`,
        })),
        { id: sheetId(sheets.length), type: 'styles', target: 'styles.xml' },
      ],
    },
    ...sheets.map(({ rows }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      contentType: `${TYPE}.worksheet+xml`,
      content: worksheet(rows),
    })),
    { name: 'xl/styles.xml', contentType: `${TYPE}.styles+xml`, content: workbookStyles },
  ])

const sheetId = (index: number): string => `rId${index + 1}`

const workbook = (sheets: readonly WrittenSheet[]): XmlNode =>
  element(
    'workbook',
    { xmlns: SPREADSHEET, 'xmlns:r': RELATIONS },
    element('bookViews', {}, element('workbookView')),
    element(
      'sheets',
      {},
      ...sheets.map(({ name }, index) =>
        element('sheet', { name, sheetId: index + 1, 'r:id': sheetId(index) }),
      ),
    ),
  )

const worksheet = (rows: WrittenSheet['rows']): XmlNode =>
  element(
    'worksheet',
    { xmlns: SPREADSHEET },
    ...(rows.length > 0 ? [frozenHeading, columnsOf(rows)] : []),
    element(
      'sheetData',
      {},
      ...rows.map((cells, row) =>
        element(
          'row',
          { r: row + 1 },
          ...cells.flatMap((text, column) =>
            text === '' ? [] : [cell(`${letters(column)}${row + 1}`, text, row === 0)],
          ),
        ),
      ),
    ),
  )

/** The heading and the first column, in which names stand, stay while the rest is scrolled. */
const frozenHeading: XmlNode = element(
  'sheetViews',
  {},
  element(
    'sheetView',
    { workbookViewId: 0 },
    element('pane', {
      xSplit: 1,
      ySplit: 1,
      topLeftCell: 'B2',
      activePane: 'bottomRight',
      state: 'frozen',
    }),
  ),
)

/** In widths of a digit. */
const WIDTH = { least: 10, most: 50, aside: 2 }
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/gu

/** As wide as the longest line in a column, within reason: longer ones wrap. */
function columnsOf(rows: WrittenSheet['rows']): XmlNode {
  const longest: number[] = []
  for (const cells of rows) {
    for (const [column, text] of cells.entries()) {
      for (const line of text.split('\n')) {
        const width = line.length + (line.match(WIDE)?.length ?? 0)
        longest[column] = Math.max(longest[column] ?? 0, width)
      }
    }
  }
  return element(
    'cols',
    {},
    ...longest.map((length, column) =>
      element('col', {
        min: column + 1,
        max: column + 1,
        width: Math.min(WIDTH.most, Math.max(WIDTH.least, length + WIDTH.aside)),
        customWidth: 1,
      }),
    ),
  )
}

const cell = (reference: string, text: string, isHeading: boolean): XmlNode =>
  element(
    'c',
    { r: reference, s: isHeading ? CELL_STYLE.heading : CELL_STYLE.text, t: 'inlineStr' },
    element(
      'is',
      {},
      {
        name: 't',
        attributes: { 'xml:space': 'preserve' },
        content: escaped(text),
      },
    ),
  )

/** What would be read as an escaped character is escaped itself (ECMA-376 part 1, 22.9.2.19). */
const escaped = (text: string): string => text.replace(/_(?=x[\da-fA-F]{4}_)/gu, '_x005F_')

/** A column by its position from 0: A … Z, AA … */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}
