import { language } from './i18n.ts'

const times = new Intl.DateTimeFormat(language, { timeStyle: 'short' })

/** Where the person is, as far as days go. */
export const timeZoneHere = (): string => times.resolvedOptions().timeZone

/** The time of day, where the day is known. */
export const formatTime = (date: Date): string => times.format(date)
