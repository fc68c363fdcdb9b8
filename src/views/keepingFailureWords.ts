import { type MessageKey, t } from '../i18n/i18n.ts'
import type { KeepingFailure } from './services.ts'

const REASONS = {
  quota: 'keeping.quota',
  unavailable: 'keeping.unavailable',
  conflict: 'keeping.conflict',
  missing: 'keeping.missing',
  newer: 'keeping.newer',
  closed: 'keeping.closed',
  unknown: 'keeping.unknown',
} as const satisfies Record<KeepingFailure, MessageKey>

/** Why something could not be read or kept, and what to do. */
export const keepingFailureWords = (code: KeepingFailure): string => t(REASONS[code])
