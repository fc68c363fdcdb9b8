import { LIMITS } from '../domain/limits.ts'
import { cleanName, foldName } from '../domain/names.ts'

/** Lines count from 1, as in the pasted text. */
export interface PastedNames {
  /** Every usable name in order, duplicates included: the caller decides about those. */
  readonly names: readonly string[]
  /** How many lines hold no name. */
  readonly blank: number
  /** Names that the map, or an earlier line of the paste, already has. */
  readonly duplicates: readonly {
    readonly line: number
    readonly name: string
    /** Position in `names`. */
    readonly index: number
  }[]
  readonly tooLong: readonly { readonly line: number }[]
  /** The first line that was not read, when the paste is beyond `LIMITS.paste` or `LIMITS.pasteLines`. */
  readonly truncatedAt?: number
}

const BULLET = /^[\s\u200b\ufeff]*(?:[-–—*·]\s+|[•‣⁃▪◦●○]\s*)/u
const NUMBER = /^[\s\u200b\ufeff]*\(?(\d{1,4})[.)]\s+/u

/**
 * Names out of a pasted list, one a line; bullets go, and numbers when the lines are counted through
 * (so that a lone "1. FC Riverside" keeps its name).
 */
export function namesFromPaste(text: string, existingNames: readonly string[]): PastedNames {
  const lines = linesOf(text)
  const isNumbered = countsThrough(lines.read)
  const seen = new Set(existingNames.map(foldName))
  const names: string[] = []
  const duplicates: { line: number; name: string; index: number }[] = []
  const tooLong: { line: number }[] = []
  let blank = 0
  for (const [index, content] of lines.read.entries()) {
    const unnumbered = isNumbered ? content.replace(NUMBER, '') : content
    const name = cleanName(unnumbered.replace(BULLET, ''))
    const line = index + 1
    if (name.ok) {
      const folded = foldName(name.value)
      if (seen.has(folded)) duplicates.push({ line, name: name.value, index: names.length })
      seen.add(folded)
      names.push(name.value)
    } else if (name.error === 'too long') tooLong.push({ line })
    else blank++
  }
  const rest = lines.isComplete ? {} : { truncatedAt: lines.read.length + 1 }
  return { names, blank, duplicates, tooLong, ...rest }
}

/** The lines that lie wholly within the caps; a line end at the very end opens no further line. */
function linesOf(text: string): { read: string[]; isComplete: boolean } {
  const isCut = text.length > LIMITS.paste
  const within = isCut ? text.slice(0, LIMITS.paste) : text.replace(/(?:\r\n|[\n\r\u2028])$/u, '')
  const read = within.split(/\r\n|[\n\r\u2028]/u, LIMITS.pasteLines + 1)
  const isLong = read.length > LIMITS.pasteLines
  // What is too many goes; else the last piece of a cut text goes, which may be half a line.
  if (isLong || isCut) read.pop()
  return { read, isComplete: !isLong && !isCut }
}

function countsThrough(lines: readonly string[]): boolean {
  const numbers = lines.flatMap((line) => NUMBER.exec(line)?.[1] ?? []).map(Number)
  return numbers.length > 1 && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1)
}
