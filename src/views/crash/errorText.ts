import type { Scrubber } from './scrubbing.ts'

/** What an error tells, as it is read from whatever was thrown. */
export interface ErrorFacts {
  readonly name: string
  readonly message: string
  readonly stack: string
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export function factsOf(error: unknown): ErrorFacts {
  // Whatever is thrown may throw again when it is asked.
  try {
    if (error instanceof Error) {
      const { name, message, stack = '' } = error
      return { name: textOf(name), message: textOf(message), stack: textOf(stack) }
    }
    return { name: typeof error, message: String(error), stack: '' }
  } catch {
    return { name: typeof error, message: '', stack: '' }
  }
}

const NAMES = new Set([
  'AbortError',
  'ConstraintError',
  'DataCloneError',
  'DataError',
  'EncodingError',
  'Error',
  'EvalError',
  'IndexSizeError',
  'InternalError',
  'InvalidAccessError',
  'InvalidCharacterError',
  'InvalidStateError',
  'NotAllowedError',
  'NotFoundError',
  'NotReadableError',
  'NotSupportedError',
  'OperationError',
  'QuotaExceededError',
  'RangeError',
  'ReadOnlyError',
  'ReferenceError',
  'SecurityError',
  'SyntaxError',
  'TimeoutError',
  'TransactionInactiveError',
  'TypeError',
  'UnknownError',
  'VersionError',
])

/** What browsers say; a star is what they put in. */
const SAID = [
  "Cannot read properties of undefined (reading '*')",
  "Cannot read properties of null (reading '*')",
  "Cannot set properties of undefined (setting '*')",
  "Cannot set properties of null (setting '*')",
  "Cannot access '*' before initialization",
  "Cannot destructure property '*' of '*' as it is undefined.",
  'Cannot assign to read only property *',
  'Cannot convert undefined or null to object',
  'Cannot convert * to a BigInt',
  'Assignment to constant variable.',
  'Maximum call stack size exceeded',
  'Invalid array length',
  'Invalid count value: *',
  'Invalid regular expression: *',
  'Invalid string length',
  'Invalid time value',
  'Array buffer allocation failed',
  'The operation was aborted.',
  'The quota has been exceeded.',
  "Failed to execute '*' on '*': *",
  'Failed to fetch dynamically imported module: *',
  'Importing a module script failed.',
  'error loading dynamically imported module: *',
  'Unable to preload CSS for *',
  'Minified React error #*; visit *',
  'too much recursion',
  "can't access property *, * is undefined",
  "can't access property *, * is null",
  "undefined is not an object (evaluating '*')",
  "null is not an object (evaluating '*')",
  '* is not a function or its return value is not iterable',
  '* is not a constructor',
  '* is not a function',
  '* is not defined',
  '* is not iterable',
  '* is undefined',
  '* is null',
].map((said) => ({
  fixed: said.split('*'),
  pattern: new RegExp(
    `^${said.replaceAll(/[.*+?^${}()|[\]\\]/g, (sign) => (sign === '*' ? String.raw`([\s\S]*)` : `\\${sign}`))}$`,
  ),
}))

export const errorName = (name: string, { scrubbed }: Scrubber): string =>
  NAMES.has(name) ? name : scrubbed(name)

/**
 * Whatever stands in quotes may be a text of a map that is closed by now, of a file or of a restore point. A single word
 * of theirs looks like a name in a program, so that none is let through.
 */
const QUOTED = /"[^"]+"|'[^']+'|`[^`]+`|“[^”]+”|‘[^’]+’/g

/** The browser's own words stay as they are; what they speak of is scrubbed, and so is all else. */
export function errorMessage(message: string, scrubber: Scrubber): string {
  const plain = withoutAddresses(message)
  for (const { fixed, pattern } of SAID) {
    const put = pattern.exec(plain)
    if (!put) continue
    return fixed
      .map((words, at) => {
        const quoted = /["']$/.test(words)
        return words + (quoted ? inQuotes : besideQuotes)(put[at + 1] ?? '', scrubber)
      })
      .join('')
  }
  return besideQuotes(plain, scrubber)
}

const inQuotes = (text: string, { scrubbed, inGibberish }: Scrubber): string =>
  scrubbed(inGibberish(text))

const besideQuotes = (text: string, scrubber: Scrubber): string =>
  scrubber.scrubbed(
    text.replace(
      QUOTED,
      (quoted) => quoted.charAt(0) + inQuotes(quoted.slice(1, -1), scrubber) + quoted.slice(-1),
    ),
  )

const ADDRESS = /\b[a-z][\w+.-]*:(?:\/\/|\/(?=\w)|(?=[\w-]+[/,;]))[^\s)'"]*/gi
const PATH = /(?:[A-Za-z]:)?(?:[\\/][\w .@~+-]+){2,}/g
const PLACE = /([^\\/?#]*)(?:[?#][^:]*)?((?::\d+){0,2})$/
const MOST_CALLS = 40
const AT = /^\s*at /
/** As Chromium, or as Firefox and Safari write one. */
const CALL = /^(?:\s*at .+|(?:[^@\n]*@)?(?:\w+:\/\/\S+:\d+:\d+|\[native code\]))$/
const FRAME = /^(\s*at (?:async )?(?:new )?|)([^@()]*?)( \(|@|)(\w+:\/\/[^\s()]+)(:\d+:\d+)(\)?)$/

/** An address tells where somebody runs this: only the file at its end is kept. */
const withoutAddresses = (text: string): string =>
  text.replace(ADDRESS, fileOf).replace(PATH, fileOf)

const fileOf = (address: string): string => {
  const [, file = '', place = ''] = PLACE.exec(address) ?? []
  return file + place
}

/**
 * The calls that led to an error, one a line. In what the browser itself wrote, files of this app and places in them
 * stay readable; in anything else they are scrubbed like the rest.
 *
 * @param ownFiles names of the scripts that this page has loaded
 */
export function errorStack(
  { name, message, stack }: ErrorFacts,
  scrubber: Scrubber,
  ownFiles: ReadonlySet<string>,
): string {
  const { scrubbed } = scrubber
  // Chromium begins with name and message, which have been said, and could look like calls.
  const head = message === '' ? name : `${name}: ${message}`
  const calls = stack.startsWith(head) ? stack.slice(head.length) : stack
  const lines = calls.split('\n').filter((line) => line.trim() !== '')
  // Of something else the lines may spell a word together.
  if (!lines.every((line) => CALL.test(line))) {
    return besideQuotes(withoutAddresses(calls), scrubber).trim()
  }
  return lines
    .slice(0, MOST_CALLS)
    .map((line) => {
      const [, at = '', called = '', open = '', address = '', place = '', close = ''] =
        FRAME.exec(line) ?? []
      const file = fileOf(address)
      if (ownFiles.has(file)) return at + scrubbed(called) + open + file + place + close
      const [begins = ''] = AT.exec(line) ?? []
      return begins + scrubbed(withoutAddresses(line.slice(begins.length)))
    })
    .join('\n')
}
