import { fail, ok, type Result } from '../../domain/result.ts'
import type { FileProblem } from '../problem.ts'
import { readTextFile } from '../textFile.ts'
import { openZip, type Zip } from '../zip.ts'
import { type CellRules, readSharedStrings, readSheet, type SheetRow } from './xlsxSheet.ts'
import { readDateStyles } from './xlsxStyles.ts'
import { readXmlTree } from './xmlTree.ts'

export interface Sheet {
  readonly name: string
  /** Its rows that hold anything. Problems: `too many` rows or columns, those of zip and XML. */
  rows(): Result<readonly SheetRow[], FileProblem>
}

/**
 * The sheets of a workbook in their order (ECMA-376 part 1, SpreadsheetML); each is unpacked when it is
 * asked for. Cells are texts: numbers as they are kept, dates as 2024-12-31, formulas as the value that
 * was last worked out. Macros, pictures and links are not looked at.
 * Problems: `no sheets`, those of `openZip` and of XML.
 */
export function readWorkbook(bytes: Uint8Array): Result<readonly Sheet[], FileProblem> {
  const zip = openZip(bytes)
  if (!zip.ok) return zip
  const listed = sheetsIn(zip.value)
  if (!listed.ok) return listed
  const sharedText = textOf(zip.value, 'xl/sharedStrings.xml')
  if (!sharedText.ok) return sharedText
  const strings = readSharedStrings(sharedText.value)
  if (!strings.ok) return strings
  const stylesText = textOf(zip.value, 'xl/styles.xml')
  if (!stylesText.ok) return stylesText
  const dateStyles = readDateStyles(stylesText.value)
  if (!dateStyles.ok) return dateStyles
  const { sheets, is1904 } = listed.value
  const rules: CellRules = { strings: strings.value, dateStyles: dateStyles.value, is1904 }
  return ok(
    sheets.map(({ name, path }) => ({
      name,
      rows: () => {
        const text = textOf(zip.value, path)
        return text.ok ? readSheet(text.value, rules) : text
      },
    })),
  )
}

/** The text of a part; empty when there is no such part. */
function textOf(zip: Zip, path: string): Result<string, FileProblem> {
  const bytes = zip.read(path)
  if (!bytes.ok) return bytes
  if (bytes.value === null || bytes.value.length === 0) return ok('')
  const text = readTextFile(bytes.value)
  return text.ok ? ok(text.value.text) : text
}

interface Listed {
  readonly sheets: readonly { readonly name: string; readonly path: string }[]
  /** Days are counted from 1904, as old Macs did. */
  readonly is1904: boolean
}

function sheetsIn(zip: Zip): Result<Listed, FileProblem> {
  const text = textOf(zip, 'xl/workbook.xml')
  if (!text.ok) return text
  if (text.value === '') return fail({ code: 'no sheets' })
  const workbook = readXmlTree(text.value, 'workbook')
  if (!workbook.ok) return workbook
  const relationsText = textOf(zip, 'xl/_rels/workbook.xml.rels')
  if (!relationsText.ok) return relationsText
  const relations = readXmlTree(relationsText.value, 'Relationships')
  if (!relations.ok) return relations
  const targets = new Map(
    relations.value.all('Relationship').map((one) => [one.get('Id'), one.get('Target')]),
  )
  const sheets = workbook.value.child('sheets')?.all('sheet') ?? []
  const found = sheets.flatMap((sheet) => {
    const target = targets.get(sheet.get('id'))
    return target === undefined ? [] : [{ name: sheet.get('name'), path: pathOf(target) }]
  })
  const is1904 = /^(?:1|true)$/u.test(workbook.value.child('workbookPr')?.get('date1904') ?? '')
  return found.length === 0 ? fail({ code: 'no sheets' }) : ok({ sheets: found, is1904 })
}

/** Targets are told from the workbook's folder, or from the top. */
const pathOf = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//u, '')}`
