import type { CanvasRect } from './jsonCanvasGroups.ts'

/** The texts of the cards that belong into one group. */
export interface CanvasColumn {
  readonly texts: readonly string[]
}

export interface PlacedColumn {
  readonly group: CanvasRect
  /** In the order of the texts. */
  readonly cards: readonly CanvasRect[]
}

/** Whole pixels, as the format wants them. */
const CARD = { width: 260, least: 60, most: 420, line: 24, padding: 32, characters: 28 }
const GAP = 24
const PADDING = 40
/** A group with nobody in it shows that nobody is. */
const LEAST_HEIGHT = 240
const GROUP_GAP = 60

/** Groups side by side and equally high, cards in columns inside them: nothing covers anything. */
export function layoutCanvas(columns: readonly CanvasColumn[]): PlacedColumn[] {
  const stacked = columns.map(({ texts }) => stack(texts))
  const height = Math.max(LEAST_HEIGHT, ...stacked.map((one) => one.height))
  let x = 0
  return stacked.map(({ width, cards }) => {
    const left = x
    x += width + GROUP_GAP
    return {
      group: { x: left, y: 0, width, height },
      cards: cards.map((card) => ({ ...card, x: card.x + left })),
    }
  })
}

/** Cards in columns, three times as many under as beside each other. */
function stack(texts: readonly string[]) {
  const columns = Math.max(1, Math.ceil(Math.sqrt(texts.length / 3)))
  const inEach = Math.ceil(texts.length / columns)
  const cards: CanvasRect[] = []
  let lowest = 0
  for (let column = 0; column < columns; column++) {
    const x = PADDING + column * (CARD.width + GAP)
    let y = PADDING
    for (const text of texts.slice(column * inEach, (column + 1) * inEach)) {
      const height = heightOf(text)
      cards.push({ x, y, width: CARD.width, height })
      y += height + GAP
    }
    lowest = Math.max(lowest, y - GAP)
  }
  const width = 2 * PADDING + columns * (CARD.width + GAP) - GAP
  return { cards, width, height: lowest + PADDING }
}

/** Room for a text as canvases usually set it; a longer one can be scrolled. */
function heightOf(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + linesFor(line), 0)
  return Math.min(CARD.most, Math.max(CARD.least, CARD.padding + lines * CARD.line))
}

const linesFor = (line: string): number => Math.max(1, Math.ceil(line.length / CARD.characters))
