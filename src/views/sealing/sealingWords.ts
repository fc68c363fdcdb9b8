import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/sealing.ts'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import type { Secret, UnlockFailure } from '../services.ts'

/** Why a sealed map was not opened or changed, and what to do. */
export function unlockFailureWords(failure: UnlockFailure, kind: Secret['kind']): string {
  if (failure === 'no memory') return t('sealing.noMemory')
  if (failure !== 'wrong secret') return keepingFailureWords(failure)
  return t(kind === 'passphrase' ? 'sealing.wrong.passphrase' : 'sealing.wrong.recoveryKey')
}
