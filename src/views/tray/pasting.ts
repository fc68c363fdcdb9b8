import { LIMITS } from '../../domain/limits.ts'
import type { StakeholderId } from '../../domain/records.ts'
import { namesFromPaste } from '../../files/pastedNames.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/dialogs.ts'
import { announce } from '../../ui/announcer.tsx'
import type { PasteOutcome } from './PasteReport.tsx'

/**
 * Adds a pasted list, one name a line, and says what became of it; null when nothing could be added.
 * `add` gives the new stakeholders in the order of the names, or null when it has said why it can't.
 */
export function addFromPaste(
  clip: string,
  existingNames: readonly string[],
  add: (names: readonly string[]) => readonly StakeholderId[] | null,
): PasteOutcome | null {
  const found = namesFromPaste(clip, existingNames)
  if (found.truncatedAt !== undefined) {
    announce(t('paste.tooMuch', { lines: LIMITS.pasteLines }), 'problem')
    return null
  }
  const ids = found.names.length === 0 ? [] : add(found.names)
  if (!ids) return null
  announce(t('paste.added', { count: ids.length }))
  return {
    added: ids.length,
    tooLong: found.tooLong.map(({ line }) => line),
    duplicates: found.duplicates.flatMap(({ line, name, index }) => {
      const id = ids[index]
      return id ? [{ line, name, id }] : []
    }),
  }
}
