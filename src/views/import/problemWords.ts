import type { CsvError } from '../../files/stakeholderCsv.ts'
import type { FileProblem, FileProblemCode } from '../../files/problem.ts'
import { formatNumber, type MessageKey, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/dialogs.ts'
import '../../i18n/parts/exchange.ts'

const PROBLEMS = {
  'too large': 'problem.tooLarge',
  'empty file': 'problem.emptyFile',
  'not text': 'problem.notText',
  'not json': 'problem.notJson',
  truncated: 'problem.truncated',
  'too deep': 'problem.tooDeep',
  foreign: 'problem.foreign',
  'newer version': 'problem.newerVersion',
  'too many': 'problem.tooMany',
  'too long': 'problem.tooLong',
  missing: 'problem.missing',
  'wrong value': 'problem.wrongValue',
  'empty name': 'problem.emptyName',
  'duplicate id': 'problem.duplicateId',
  'unknown stakeholder': 'problem.unknownStakeholder',
  'self-tie': 'problem.selfTie',
  'misspelt confidentiality': 'problem.misspeltConfidentiality',
  'no name column': 'problem.noNameColumn',
  'unbalanced quote': 'problem.unbalancedQuote',
  unreadable: 'problem.unreadable',
  'no tie columns': 'problem.noTieColumns',
  'unknown format': 'problem.unknownFormat',
  'no pair': 'problem.noPair',
  'document type': 'problem.documentType',
  'not xml': 'problem.notXml',
  'broken zip': 'problem.brokenZip',
  'unpacks too large': 'problem.unpacksTooLarge',
  'no sheets': 'problem.noSheets',
} as const satisfies Record<FileProblemCode, MessageKey>

const MEGABYTE = 1_000_000

/** One sentence on why a file is refused, with the place in it. */
export function problemWords({ code, line, column, path, value, limit }: FileProblem): string {
  const sentence = t(PROBLEMS[code], {
    value: value ?? '',
    limit: limit ?? 0,
    megabytes: formatNumber((limit ?? 0) / MEGABYTE),
  })
  if (path !== undefined && path !== '') return t('problem.atPath', { place: path, sentence })
  if (line === undefined) return sentence
  return column === undefined
    ? t('problem.atLine', { line, sentence })
    : t('problem.atColumn', { line, column, sentence })
}

/** The same, with the name of the file when there are several. */
export function fileProblemWords({
  problem,
  file,
}: {
  readonly problem: FileProblem
  readonly file: string | null
}): string {
  const sentence = problemWords(problem)
  return file === null ? sentence : t('problem.inFile', { name: file, sentence })
}

const CELL_FAULTS = {
  'wrong value': 'csv.wrongValue',
  'too long': 'csv.tooLong',
  'too many': 'csv.tooMany',
  'empty name': 'csv.emptyName',
  'too few cells': 'csv.tooFewCells',
  'too many cells': 'csv.tooManyCells',
  'unbalanced quote': 'csv.unbalancedQuote',
} as const satisfies Record<CsvError['code'], MessageKey>

/** One sentence on why a row is not imported. */
export const csvErrorWords = ({ line, column, code, value }: CsvError): string =>
  t('csv.error', { line, reason: t(CELL_FAULTS[code], { column: column ?? '', value }) })
