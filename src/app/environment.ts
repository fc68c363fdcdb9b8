import { asId, type Id } from '../domain/records.ts'

/** The world outside: time, chance, timers and tabs. */
export const newId = <I extends Id<string>>(): I => asId<I>(crypto.randomUUID())
export const isoNow = (): string => new Date().toISOString()

export function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

export const webLocks = (): LockManager | null =>
  typeof navigator === 'undefined' || !('locks' in navigator) ? null : navigator.locks
