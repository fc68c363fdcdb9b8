import type { KeepingFailure } from '../../../src/views/services.ts'

const ALL = {
  quota: true,
  unavailable: true,
  conflict: true,
  missing: true,
  newer: true,
  closed: true,
  unknown: true,
} as const satisfies Record<KeepingFailure, true>

const isFailure = (code: string): code is KeepingFailure => code in ALL

/** Every reason why something could not be kept; a new one does not compile until it is here. */
export const FAILURES: readonly KeepingFailure[] = Object.keys(ALL).filter(isFailure)
