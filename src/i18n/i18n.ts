import en from './en.json'

/** A message is a string with {placeholders}, or one string a plural category chosen by {count}. */
type PluralMessage = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }
export type MessageKey = keyof typeof en
type Messages = Readonly<Record<MessageKey, string | PluralMessage>>

const language = 'en'
const messages: Messages = en
const plurals = new Intl.PluralRules(language)
const numbers = new Intl.NumberFormat(language)

/** The text for a key, with its placeholders filled in. Numbers are written the language's way. */
export function t(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  const message = messages[key]
  return fill(typeof message === 'string' ? message : pluralForm(message, values['count']), values)
}

function pluralForm(message: PluralMessage, count: string | number | undefined): string {
  if (typeof count !== 'number') return message.other
  return message[plurals.select(count)] ?? message.other
}

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name]
    if (value === undefined) return placeholder
    return typeof value === 'number' ? numbers.format(value) : value
  })

export const formatNumber = (value: number): string => numbers.format(value)

const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long' })
const moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })

export const formatDate = (date: Date): string => dates.format(date)
export const formatMoment = (date: Date): string => moments.format(date)

const lists = new Intl.ListFormat(language, { type: 'conjunction' })
export const formatList = (items: readonly string[]): string => lists.format(items)
