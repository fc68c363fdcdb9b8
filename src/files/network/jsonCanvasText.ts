import { LIMITS } from '../../domain/limits.ts'
import { foldWord } from '../stakeholderColumns.ts'
import { STAKEHOLDER_FIELDS, type WrittenField } from './writtenFields.ts'

/** The Markdown of a card, taken apart. */
export interface CardText {
  readonly name: string
  /** Lines like `- Sector: Education` right under the name. */
  readonly fields: readonly WrittenField[]
  /** Everything else, as it stands. */
  readonly description: string
}

/** More than we have. */
const MOST_FIELDS = 50
/** Enough of a line to get a name out of it. */
const LONGEST_LINE = 2_000

/** The name is the first line that says something; when it is too long, it is cut and the whole line kept. */
export function cardTextIn(text: string): CardText {
  const lines = text.split(/\r\n?|\n/u)
  const first = lines.findIndex((line) => line.trim() !== '')
  const whole = lines[first] ?? ''
  const name = plainName(whole.slice(0, LONGEST_LINE))
  const isCut = name.length > LIMITS.name || whole.length > LONGEST_LINE
  const fields: WrittenField[] = []
  let next = first + 1
  for (; next < lines.length && fields.length < MOST_FIELDS; next++) {
    const field = fieldIn(lines[next] ?? '')
    if (!field) break
    fields.push(field)
  }
  const rest = lines.slice(next).join('\n').trim()
  return {
    name: isCut ? cut(name) : name,
    fields,
    description: isCut ? [whole.trim(), rest].filter((part) => part !== '').join('\n') : rest,
  }
}

/** A card's Markdown, so that `cardTextIn` finds the same again. */
export function cardText({ name, fields, description }: CardText): string {
  const top = [
    `**${escaped(name)}**`,
    ...fields.map((one) => `- ${one.name}: ${escaped(one.value)}`),
  ]
  return description === '' ? top.join('\n') : `${top.join('\n')}\n\n${description}`
}

const OUR_FIELDS: ReadonlySet<string> = new Set(STAKEHOLDER_FIELDS.map(foldWord))

/** Also what looks like confidentiality, however it is spelt: passing it over could expose somebody. */
function fieldIn(line: string): WrittenField | null {
  const [, name, value] = /^\s{0,20}[-*]\s{1,20}([^:]{1,40}):(.{0,20000})$/u.exec(line) ?? []
  if (name === undefined || value === undefined) return null
  const isOurs = OUR_FIELDS.has(foldWord(name)) || /^\s*(?:conf|hidden|secret|private)/iu.test(name)
  return isOurs ? { name: name.trim(), value: restored(bare(hidden(value))) } : null
}

/** What may stand before a line: a heading's, a quotation's and a list's marks, a box to tick. */
const LEADING_MARKS = /^\s*(?:(?:#{1,6}|>|[-*+]|\d{1,9}[.)])\s+)*(?:\[[ xX]\]\s+)?/u

function plainName(line: string): string {
  const text = hidden(line.trim())
  const strong = /^\*\*(.+)\*\*$/u.exec(text)?.[1]
  return restored(bare(strong ?? text.replace(LEADING_MARKS, ''))).trim()
}

/** A line without the marks of links and emphasis. */
const bare = (text: string): string =>
  text
    .replace(/!?\[\[[^[\]|]{0,500}\|([^[\]]{1,500})\]\]/gu, '$1')
    .replace(/!?\[\[([^[\]]{1,500})\]\]/gu, '$1')
    .replace(/!?\[([^[\]]{1,500})\]\([^()]{0,500}\)/gu, '$1')
    .replace(/\*{1,3}|_{2,3}|~~|`/gu, '')
    .trim()

const MARKS = '\\*_`[]#<>~'
const ANY_MARK = /[\\*_`[\]#<>~]/gu
const ESCAPED_MARK = /\\([\\*_`[\]#<>~])/gu
/** Escaped marks wait as control characters, which no name has, until the others are taken away. */
const SHELTER = 0x0e
// eslint-disable-next-line no-control-regex -- control characters are where marks wait
const SHELTERED = /[\u000e-\u001f]/gu

const escaped = (text: string): string => text.replace(ANY_MARK, '\\$&')
const hidden = (text: string): string =>
  text
    .replace(SHELTERED, '')
    .replace(ESCAPED_MARK, (_, mark: string) => String.fromCharCode(SHELTER + MARKS.indexOf(mark)))
const restored = (text: string): string =>
  text.replace(SHELTERED, (char) => MARKS.charAt(char.charCodeAt(0) - SHELTER))

/** The beginning of a name that is too long, up to a word's end. */
function cut(name: string): string {
  const start = name.slice(0, LIMITS.name - 1).replace(/[\ud800-\udbff]$/u, '')
  const end = start.lastIndexOf(' ')
  return `${(end > LIMITS.name / 2 ? start.slice(0, end) : start).trimEnd()}…`
}
