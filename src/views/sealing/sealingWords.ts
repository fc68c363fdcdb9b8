import type { Secret } from '../../sealing/secrets.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/sealing.ts'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import type { UnlockFailure } from '../services.ts'

/** Why a sealed map was not opened or changed, and what to do. */
export function unlockFailureWords(failure: UnlockFailure, kind: Secret['kind']): string {
  if (failure === 'wrong secret')
    return t(kind === 'passphrase' ? 'sealing.wrong.passphrase' : 'sealing.wrong.recoveryKey')
  return otherFailureWords(failure)
}

/** Why a map was not sealed; null for a wrong secret, whose field says so. */
export const sealFailureWords = (failure: UnlockFailure): string | null =>
  failure === 'wrong secret' ? null : otherFailureWords(failure)

const otherFailureWords = (failure: Exclude<UnlockFailure, 'wrong secret'>): string =>
  failure === 'no memory' ? t('sealing.noMemory') : keepingFailureWords(failure)
