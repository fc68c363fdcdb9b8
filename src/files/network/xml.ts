import { Parser } from 'saxen'
import { own } from '../../domain/check.ts'
import type { FileProblem } from '../problem.ts'

/** Far beyond what any tool writes. */
const MOST = { depth: 64, attributes: 200, elements: 1_000_000 }

/** An element's start. Names are without their prefix: whatever a file calls a namespace. */
export class XmlTag {
  readonly name: string
  /** The line of the file on which it starts, from 1. */
  readonly line: number
  readonly #attributes: Readonly<Record<string, string>>

  constructor(name: string, line: number, attributes: Readonly<Record<string, string>>) {
    this.name = name
    this.line = line
    this.#attributes = attributes
  }

  /** An attribute's text; empty when there is none. */
  get(name: string): string {
    const value = own(this.#attributes, name)
    return typeof value === 'string' ? value : ''
  }

  /** The names of all attributes but declarations of namespaces. */
  names(): string[] {
    return Object.keys(this.#attributes)
  }
}

export interface XmlHandler {
  open(tag: XmlTag): void
  /** `text` is what stands between the element's tags, without what its children hold. */
  close(name: string, text: string): void
}

/**
 * Reads an XML text from its start to its end, in linear time. Only the five entities of XML itself and
 * character numbers are resolved, any other stays as it is written. A document type is refused before
 * anything in it is looked at, so no entity can be declared and nothing outside the text be asked for.
 * Returns a problem with its line: `empty file`, `not xml`, `document type`, `truncated`, `too deep`,
 * `too many` (elements, or attributes of one); then what was read so far must not be used.
 */
export function scanXml(source: string, handler: XmlHandler): FileProblem | null {
  const text = source.replace(/^\ufeff/u, '')
  if (text.trim() === '') return { code: 'empty file' }
  if (!text.trimStart().startsWith('<')) return { code: 'not xml', line: 1 }
  try {
    parse(text, handler)
    return null
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.problem
    throw refusal
  }
}

/** Thrown by our handlers: the parser's own way to stop lets it finish the attributes it is at. */
class Refusal extends Error {
  readonly problem: FileProblem

  constructor(problem: FileProblem) {
    super(problem.code)
    this.problem = problem
  }
}

const refuse = (problem: FileProblem): never => {
  throw new Refusal(problem)
}

function parse(text: string, handler: XmlHandler): void {
  const lines = new LineCount(text)
  /** Of each open element, from the outside in. */
  const texts: string[] = []
  let count = 0
  const addText = (part: string) => {
    texts[texts.length - 1] += part
  }
  new Parser()
    .on('openTag', (fullName, attributes) => {
      const line = lines.at(`<${fullName}`)
      const written = attributes()
      if (texts.length === 0 && count > 0) refuse({ code: 'not xml', line })
      if (texts.length === MOST.depth) refuse({ code: 'too deep', line })
      if (++count > MOST.elements) refuse({ code: 'too many', line, limit: MOST.elements })
      if (Object.keys(written).length > MOST.attributes) {
        refuse({ code: 'too many', line, limit: MOST.attributes })
      }
      texts.push('')
      handler.open(new XmlTag(localName(fullName), line, localAttributes(written)))
    })
    .on('closeTag', (fullName) => handler.close(localName(fullName), texts.pop() ?? ''))
    .on('text', (part) => addText(decoded(part)))
    .on('cdata', (part) => {
      const line = lines.at('<![CDATA[', part.length)
      if (texts.length === 0) refuse({ code: 'not xml', line })
      addText(part)
    })
    .on('comment', (part) => {
      lines.at('<!--', part.length)
    })
    .on('attention', (part) => {
      const line = lines.at(part.slice(0, 9))
      refuse({ code: /^<!DOCTYPE/iu.test(part) ? 'document type' : 'not xml', line })
    })
    // Attributes without quotes, twice the same, text around the outermost element: no XML either.
    .on('warn', (_, context) => refuse({ code: 'not xml', line: context().line + 1 }))
    .on('error', ({ message }, context) =>
      refuse(
        /^unclosed|end of file/u.test(message)
          ? { code: 'truncated', line: lines.last() }
          : { code: 'not xml', line: context().line + 1 },
      ),
    )
    .parse(text)
  if (count === 0) refuse({ code: 'not xml', line: 1 })
}

/** Counts lines on the way through a text: the parser doesn't say where it is. */
class LineCount {
  line = 1
  #at = 0
  /** Where the next line ends; looked for once, or a text of a single line would take squares of its length. */
  #next: number
  readonly #text: string

  constructor(text: string) {
    this.#text = text
    this.#next = text.indexOf('\n')
  }

  /** The line of the next `mark`; `skip` characters after it are passed over. */
  at(mark: string, skip = 0): number {
    const found = this.#text.indexOf(mark, this.#at)
    if (found === -1) return this.line
    this.#countTo(found)
    const { line } = this
    this.#at = found + mark.length + skip
    return line
  }

  last(): number {
    this.#countTo(this.#text.length)
    return this.line
  }

  #countTo(end: number): void {
    while (this.#next !== -1 && this.#next < end) {
      this.line++
      this.#next = this.#text.indexOf('\n', this.#next + 1)
    }
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function localAttributes(written: Readonly<Record<string, string>>) {
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(written)) {
    if (/^xmlns(?::|$)/u.test(name)) continue
    // An object's own fields alone are read, but this one would not become its own.
    if (name === '__proto__') continue
    attributes[localName(name)] = decoded(value)
  }
  return attributes
}

const ENTITY = /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/gu
const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(
        ENTITY,
        (_, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
          if (name !== undefined) return PREDEFINED.get(name) ?? ''
          return character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
        },
      )
    : text

const LAST_CHARACTER = 0x10ffff
const REPLACEMENT = '\ufffd'

function character(code: number): string {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  const isOne = code > 0 && code <= LAST_CHARACTER && !isSurrogate
  return isOne ? String.fromCodePoint(code) : REPLACEMENT
}
