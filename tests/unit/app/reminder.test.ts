import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type BackupFacts, isBackupDue } from '../../../src/app/reliability/reminder.ts'

const NOW = '2026-11-22T09:00:00.000Z'
const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString()

/** A map of a month ago whose backup is old, and which has changed much since. */
const facts = (part: Partial<BackupFacts> = {}): BackupFacts => ({
  last: daysAgo(8),
  changes: 10,
  createdAt: daysAgo(30),
  stakeholders: 40,
  askedLater: null,
  now: NOW,
  ...part,
})

it('reminds when much has changed and the last backup is older than a week', () => {
  expect(isBackupDue(facts())).toBe(true)
  expect(isBackupDue(facts({ changes: 9 }))).toBe(false)
  expect(isBackupDue(facts({ last: daysAgo(7) }))).toBe(false)
})

it('reminds of a first backup when a map with some stakeholders is older than a day', () => {
  const never = { last: null, createdAt: daysAgo(1.1), stakeholders: 5 }
  expect(isBackupDue(facts(never))).toBe(true)
  expect(isBackupDue(facts({ ...never, stakeholders: 4 }))).toBe(false)
  expect(isBackupDue(facts({ ...never, createdAt: daysAgo(0.9) }))).toBe(false)
  expect(isBackupDue(facts({ ...never, changes: 9 }))).toBe(false)
})

it('is quiet for a week when it was asked to', () => {
  expect(isBackupDue(facts({ askedLater: daysAgo(6.9) }))).toBe(false)
  expect(isBackupDue(facts({ askedLater: daysAgo(7) }))).toBe(true)
})

it('never reminds right after a backup, nor of a handful of changes', () => {
  const days = fc.nat({ max: 400 })
  const ago = (time: number | null) => (time === null ? null : daysAgo(time))
  fc.assert(
    fc.property(days, fc.option(days), fc.option(days), days, (changes, last, later, who) => {
      const of = facts({ changes, last: ago(last), askedLater: ago(later), stakeholders: who })
      if (isBackupDue(of)) expect(changes).toBeGreaterThanOrEqual(10)
      expect(isBackupDue({ ...of, last: NOW })).toBe(false)
    }),
  )
})
