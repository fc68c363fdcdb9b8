import { formatList, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import type { Format } from './choices.ts'
import type { MadeNote } from './makeFiles.ts'

/** So many letters are named; more would fill the dialog. */
const MOST_LETTERS = 8

export const formatName = (format: Format): string => t(`export.format.${format}`)

/** What people should know about a file, and what they can do. */
export function noteWords(note: MadeNote): string {
  switch (note.code) {
    case 'clamped':
      return t('export.clamped', { width: note.width })
    case 'missing':
      return t('export.missing', {
        format: formatName(note.format),
        letters: formatList(note.letters.slice(0, MOST_LETTERS)),
      })
    case 'unreadable':
      return t('export.failed.unreadable')
    case 'no canvas':
    case 'not encoded':
      return t('export.failed.noCanvas')
    case 'no memory':
      return t('export.failed.noMemory', { format: formatName(note.format) })
    case 'failed':
      return t('export.failed.file', { format: formatName(note.format) })
  }
}
