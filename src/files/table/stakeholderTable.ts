import type { MapView } from '../../audience/view.ts'
import { foldName } from '../../domain/names.ts'
import { csvOf } from '../csvCells.ts'
import { fieldTable } from '../network/fieldTable.ts'
import { STAKEHOLDER_FIELDS, stakeholderFields } from '../network/writtenFields.ts'
import { workbookOf } from '../office/workbook.ts'

/**
 * All stakeholders of a view in the columns that our import knows (docs/file-format.md), in its words whatever the
 * language; columns in which nobody has anything are left out.
 */
function rowsOf({ stakeholders }: MapView, hasIds: boolean): string[][] {
  const fields = stakeholders.map((one) => [
    { name: 'Label', value: one.name },
    ...stakeholderFields(one),
    ...(hasIds ? [{ name: 'ID', value: one.key }] : []),
  ])
  const used = new Set(fields.flatMap((list) => list.map(({ name }) => name)))
  return fieldTable(['Label', ...STAKEHOLDER_FIELDS.filter((name) => used.has(name))], fields)
}

/** The stakeholder table of a view as CSV. The same view gives the same text. */
export const tableCsv = (view: MapView): string => csvOf(rowsOf(view, false))

/** What a workbook says besides the table. */
export interface WorkbookWords {
  /** Of the sheet: "Stakeholders". */
  readonly sheet: string
}

const LONGEST_SHEET_NAME = 31

/** The stakeholder table of a view as a workbook. The same view and words give the same bytes. */
export function tableXlsx(view: MapView, words: WorkbookWords): Uint8Array<ArrayBuffer> {
  const name = words.sheet.replace(/[:\\/?*[\]]/gu, ' ').trim()
  const names = new Set(view.stakeholders.map((one) => foldName(one.name)))
  // A workbook is read as a network's, where two of one name without ids are the same.
  const rows = rowsOf(view, names.size < view.stakeholders.length)
  return workbookOf([{ name: name.slice(0, LONGEST_SHEET_NAME) || 'A', rows }])
}
