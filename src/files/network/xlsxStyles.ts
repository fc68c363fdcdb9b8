import { ok, type Result } from '../../domain/result.ts'
import type { FileProblem } from '../problem.ts'
import { readXmlTree } from './xmlTree.ts'

/** Built-in formats of numbers that show a date (ECMA-376 part 1, 18.8.30); 18 to 21 show a time alone. */
const BUILT_IN = new Set(['14', '15', '16', '17', '22'])

/** Positions of the cell styles that show a number as a date. Problems: those of XML. */
export function readDateStyles(text: string): Result<ReadonlySet<number>, FileProblem> {
  if (text === '') return ok(new Set())
  const styles = readXmlTree(text, 'styleSheet')
  if (!styles.ok) return styles
  const own = styles.value.child('numFmts')?.all('numFmt') ?? []
  const dates = new Set([
    ...BUILT_IN,
    ...own
      .filter((format) => showsDate(format.get('formatCode')))
      .map((one) => one.get('numFmtId')),
  ])
  const cellStyles = styles.value.child('cellXfs')?.all('xf') ?? []
  return ok(
    new Set(cellStyles.flatMap((one, index) => (dates.has(one.get('numFmtId')) ? [index] : []))),
  )
}

/** Years or days outside of quoted text, colours and conditions. */
const showsDate = (code: string): boolean =>
  /[yd]/iu.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/gu, ''))
