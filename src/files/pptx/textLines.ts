import type { Fill, TextMark } from '../picture/marks.ts'

/** Lines of a text that stand under each other in the same look: a name, a title. */
export interface TextBlock {
  /** At least one; each as far below the last as the others. */
  readonly lines: readonly [TextMark, ...TextMark[]]
  /** From base line to base line; 0 for a single one. */
  readonly pitch: number
}

/** In sizes of the font. Further apart they are entries of a list, nearer they are no lines. */
const PITCH = { least: 0.9, most: 1.4 }

/** Consecutive lines put together as far as they belong together. */
export function blocksOf(texts: readonly TextMark[]): readonly TextBlock[] {
  const blocks: TextBlock[] = []
  for (const text of texts) {
    const last = blocks.at(-1)
    const joined = last && joinedBy(last, text)
    if (joined) blocks[blocks.length - 1] = joined
    else blocks.push({ lines: [text], pitch: 0 })
  }
  return blocks
}

function joinedBy({ lines, pitch }: TextBlock, next: TextMark): TextBlock | null {
  const [first] = lines
  const below = next.y - (lines.at(-1) ?? first).y
  const isRegular =
    lines.length === 1
      ? below >= PITCH.least * first.size && below <= PITCH.most * first.size
      : Math.abs(below - pitch) < 0.02 * first.size + 1
  return isRegular && looksAlike(first, next)
    ? { lines: [...lines, next], pitch: lines.length === 1 ? below : pitch }
    : null
}

const looksAlike = (a: TextMark, b: TextMark): boolean =>
  a.x === b.x &&
  a.size === b.size &&
  a.anchor === b.anchor &&
  a.rtl === b.rtl &&
  a.along === null &&
  b.along === null &&
  a.runs[0]?.weight === b.runs[0]?.weight &&
  isSameFill(a.fill, b.fill) &&
  (a.stroke === null) === (b.stroke === null)

const isSameFill = (a: Fill | null, b: Fill | null): boolean =>
  a?.colour === b?.colour && a?.opacity === b?.opacity

/** What can be read in a block, its lines as words of one text. */
export const readOf = ({ lines }: TextBlock): string =>
  lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join(' ')
