import { type MessageKey, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/backup.ts'

const UNITS = [
  'size.kilobytes',
  'size.megabytes',
  'size.gigabytes',
  'size.terabytes',
] as const satisfies readonly MessageKey[]
const STEP = 1000

/** "3.2 MB": as files are listed, in steps of a thousand. */
export function sizeWords(bytes: number): string {
  if (bytes < STEP) return t('size.bytes', { count: Math.round(bytes) })
  let amount = bytes / STEP
  let unit = 0
  // From 999.5 on it would read as a thousand.
  while (amount >= STEP - 0.5 && unit < UNITS.length - 1) {
    amount /= STEP
    unit += 1
  }
  const rounded = amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount)
  return t(UNITS[unit] ?? UNITS[0], { amount: rounded })
}
