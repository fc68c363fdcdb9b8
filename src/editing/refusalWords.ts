import '../i18n/parts/dialogs.ts'
import { t } from '../i18n/i18n.ts'
import type { DispatchError } from '../store/mapStore.ts'

/** Why a command was refused; nothing has changed then. */
export function refusalWords(error: DispatchError): string {
  switch (error.code) {
    case 'too long':
      return t('error.tooLong', { limit: error.limit })
    case 'too many':
      return t('error.tooMany', { limit: error.limit })
    case 'word exists':
      return t('error.wordExists', { word: error.word })
    case 'empty name':
      return t('error.emptyName')
    case 'self-tie':
      return t('error.selfTie')
    case 'tie exists':
      return t('error.tieExists')
    case 'missing':
      return t('error.missing')
    case 'read only':
      return t('error.readOnly')
  }
}
