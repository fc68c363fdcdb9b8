import core from './en/core.json'
import type backup from './en/backup.json'
import type crash from './en/crash.json'
import type dialogs from './en/dialogs.json'
import type exchange from './en/exchange.json'
import type exportWords from './en/export.json'
import type insights from './en/insights.json'
import type merge from './en/merge.json'
import type network from './en/network.json'
import type pictures from './en/pictures.json'
import type points from './en/points.json'
import type recovery from './en/recovery.json'
import type sealing from './en/sealing.json'
import type sharing from './en/sharing.json'
import type teaching from './en/teaching.json'
import type wall from './en/wall.json'

/** A message is a string with {placeholders}, or one string a plural category chosen by {count}. */
type PluralMessage = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }
export type MessageKey =
  | keyof typeof core
  | keyof typeof backup
  | keyof typeof crash
  | keyof typeof dialogs
  | keyof typeof exchange
  | keyof typeof exportWords
  | keyof typeof insights
  | keyof typeof merge
  | keyof typeof network
  | keyof typeof pictures
  | keyof typeof points
  | keyof typeof recovery
  | keyof typeof sealing
  | keyof typeof sharing
  | keyof typeof teaching
  | keyof typeof wall
type Messages = Readonly<Partial<Record<MessageKey, string | PluralMessage>>>

export const language = 'en'
let messages: Messages = core
const plurals = new Intl.PluralRules(language)
const numbers = new Intl.NumberFormat(language)

/** Takes in the messages of a part that is loaded on demand; each file that says one imports its part. */
export function addMessages(more: Messages): void {
  messages = { ...messages, ...more }
}

/** The text for a key, with its placeholders filled in. Numbers are written the language's way. */
export function t(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  const message = messages[key] ?? key
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
