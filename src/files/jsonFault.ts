/** Where and how a text stops being JSON. Lines and columns count from 1. */
export interface JsonFault {
  readonly code: 'not json' | 'truncated' | 'too deep'
  readonly line: number
  readonly column: number
}

/** Engines take seconds over deep nesting, or overflow; no file of ours comes near. */
const DEEPEST = 1_000

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'next'
/** Position after a token, or of its fault; a fault at the end of the text is a truncation. */
type Scan = { readonly end: number } | { readonly fault: number }

/**
 * Finds the first fault of a text that `JSON.parse` refused: engines word their messages differently,
 * and some give no position. Grammar of RFC 8259; never recursive, so that depth is harmless.
 * Returns null when there is none.
 */
export function jsonFault(text: string): JsonFault | null {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  let at = 0
  for (;;) {
    at = afterSpace(text, at)
    if (at >= text.length) {
      return expected === 'next' && open.length === 0 ? null : found(text, at, 'truncated')
    }
    const char = text[at] ?? ''
    const closes = open.at(-1) === '{' ? '}' : ']'
    if (expected === 'next') {
      if (open.length === 0) return found(text, at, 'not json')
      if (char === closes) open.pop()
      else if (char === ',') expected = closes === '}' ? 'key' : 'value'
      else return found(text, at, 'not json')
      at++
    } else if (expected === ':') {
      if (char !== ':') return found(text, at, 'not json')
      expected = 'value'
      at++
    } else if ((expected === 'key or }' || expected === 'value or ]') && char === closes) {
      open.pop()
      expected = 'next'
      at++
    } else if (expected !== 'key' && expected !== 'key or }' && (char === '{' || char === '[')) {
      if (open.length === DEEPEST) return found(text, at, 'too deep')
      open.push(char)
      expected = char === '{' ? 'key or }' : 'value or ]'
      at++
    } else {
      const key: boolean = expected === 'key' || expected === 'key or }'
      const scan: Scan = key && char !== '"' ? { fault: at } : scanToken(text, at)
      if ('fault' in scan) {
        return found(text, scan.fault, scan.fault >= text.length ? 'truncated' : 'not json')
      }
      at = scan.end
      expected = key ? ':' : 'next'
    }
  }
}

/** Whether lists and objects are nested too deep to be handed to `JSON.parse`. */
export function isTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) inString = !inString
    else if (inString) {
      if (code === 0x5c) at++
    } else if (code === 0x5b || code === 0x7b) {
      if (++depth > DEEPEST) return true
    } else if (code === 0x5d || code === 0x7d) depth--
  }
  return false
}

function afterSpace(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++
  return at
}

function scanToken(text: string, from: number): Scan {
  const char = text[from]
  if (char === '"') return scanString(text, from)
  if (char === 't') return scanWord(text, from, 'true')
  if (char === 'f') return scanWord(text, from, 'false')
  if (char === 'n') return scanWord(text, from, 'null')
  return scanNumber(text, from)
}

function scanWord(text: string, from: number, word: string): Scan {
  for (let index = 0; index < word.length; index++) {
    if (text[from + index] !== word[index]) return { fault: from + index }
  }
  return { end: from + word.length }
}

function scanString(text: string, from: number): Scan {
  let at = from + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return { end: at + 1 }
    if (code < 0x20) return { fault: at }
    if (code !== 0x5c) at++
    else if (text[at + 1] === 'u') {
      for (let digit = at + 2; digit < at + 6; digit++) {
        if (!/^[\da-f]$/iu.test(text[digit] ?? '')) return { fault: digit }
      }
      at += 6
    } else if ('"\\/bfnrt'.includes(text[at + 1] ?? ' ')) at += 2
    else return { fault: at + 1 }
  }
  return { fault: at }
}

function scanNumber(text: string, from: number): Scan {
  const isDigit = (at: number) => (text[at] ?? '') >= '0' && (text[at] ?? '') <= '9'
  const afterDigits = (start: number) => {
    let at = start
    while (isDigit(at)) at++
    return at
  }
  let at = text[from] === '-' ? from + 1 : from
  if (!isDigit(at)) return { fault: at }
  at = text[at] === '0' ? at + 1 : afterDigits(at)
  if (text[at] === '.') {
    if (!isDigit(at + 1)) return { fault: at + 1 }
    at = afterDigits(at + 1)
  }
  if (text[at] === 'e' || text[at] === 'E') {
    at += text[at + 1] === '+' || text[at + 1] === '-' ? 2 : 1
    if (!isDigit(at)) return { fault: at }
    at = afterDigits(at)
  }
  return { end: at }
}

function found(text: string, at: number, code: JsonFault['code']): JsonFault {
  let line = 1
  let start = 0
  for (const { index, 0: mark } of text.slice(0, at).matchAll(/\r\n?|\n/gu)) {
    line++
    start = index + mark.length
  }
  return { code, line, column: at - start + 1 }
}
