import { curvesOfArc } from './arc.ts'
import type { PathStep } from './marks.ts'

/** How many numbers each command takes. */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['M', 2],
  ['L', 2],
  ['H', 1],
  ['V', 1],
  ['C', 6],
  ['S', 4],
  ['Q', 4],
  ['T', 2],
  ['A', 7],
  ['Z', 0],
])

const COMMAND = /([a-zA-Z])([^a-zA-Z]*)/gu
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/gu

/** SVG path data as absolute moves, lines and cubic curves; null when it can't be read. */
export function stepsOfPath(data: string): readonly PathStep[] | null {
  const pen = new Pen()
  // An exponent is no command.
  for (const [, letter = '', list = ''] of data
    .replace(/e(?=[-+]?\d)/giu, '\u00d7')
    .matchAll(COMMAND)) {
    const numbers = (list.replaceAll('\u00d7', 'e').match(NUMBER) ?? []).map(Number)
    const command = letter.toUpperCase()
    const count = NUMBERS.get(command)
    if (count === undefined) return null
    if (count === 0 ? numbers.length > 0 : numbers.length === 0 || numbers.length % count > 0) {
      return null
    }
    const isRelative = letter !== command
    if (count === 0) pen.close()
    for (let at = 0; at < numbers.length; at += count) {
      // More pairs after a move are lines.
      const name = command === 'M' && at > 0 ? 'L' : command
      if (!pen.draw(name, numbers.slice(at, at + count), isRelative)) return null
    }
  }
  return pen.steps.length === 0 && data.trim() !== '' ? null : pen.steps
}

/** Follows a path, and knows where it is. */
class Pen {
  readonly steps: PathStep[] = []
  #x = 0
  #y = 0
  #startX = 0
  #startY = 0
  /** The second control point of the last curve, which a smooth one mirrors. */
  #control: { readonly kind: 'C' | 'Q'; readonly x: number; readonly y: number } | null = null

  close(): void {
    this.steps.push({ to: 'close' })
    this.#x = this.#startX
    this.#y = this.#startY
    this.#control = null
  }

  /** False when the command can't come here. */
  draw(command: string, given: readonly number[], isRelative: boolean): boolean {
    if (this.steps.length === 0 && command !== 'M') return false
    const [n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0, n6 = 0] = given
    const [x, y] = isRelative ? [this.#x, this.#y] : [0, 0]
    switch (command) {
      case 'M':
        this.#goTo('move', x + n0, y + n1)
        this.#startX = this.#x
        this.#startY = this.#y
        return true
      case 'L':
        return this.#goTo('line', x + n0, y + n1)
      case 'H':
        return this.#goTo('line', x + n0, this.#y)
      case 'V':
        return this.#goTo('line', this.#x, y + n0)
      case 'C':
        return this.#cubic(x + n0, y + n1, x + n2, y + n3, x + n4, y + n5)
      case 'S': {
        const { x: x1, y: y1 } = this.#mirrored('C')
        return this.#cubic(x1, y1, x + n0, y + n1, x + n2, y + n3)
      }
      case 'Q':
        return this.#quadratic(x + n0, y + n1, x + n2, y + n3)
      case 'T': {
        const { x: x1, y: y1 } = this.#mirrored('Q')
        return this.#quadratic(x1, y1, x + n0, y + n1)
      }
      case 'A': {
        if (!isFlag(n3) || !isFlag(n4)) return false
        const from = { x: this.#x, y: this.#y }
        const to = { x: x + n5, y: y + n6 }
        const arc = { radiusX: n0, radiusY: n1, turn: n2, isLarge: n3 === 1, isClockwise: n4 === 1 }
        this.steps.push(...curvesOfArc(from, to, arc))
        this.#stand(to.x, to.y)
        return true
      }
      default:
        return false
    }
  }

  #stand(x: number, y: number): void {
    this.#x = x
    this.#y = y
    this.#control = null
  }

  #goTo(to: 'move' | 'line', x: number, y: number): true {
    this.steps.push({ to, x, y })
    this.#stand(x, y)
    return true
  }

  #cubic(x1: number, y1: number, x2: number, y2: number, x: number, y: number): true {
    this.steps.push({ to: 'curve', x1, y1, x2, y2, x, y })
    this.#stand(x, y)
    this.#control = { kind: 'C', x: x2, y: y2 }
    return true
  }

  #quadratic(cx: number, cy: number, x: number, y: number): true {
    const towards = (from: number, control: number) => from + (2 / 3) * (control - from)
    this.#cubic(towards(this.#x, cx), towards(this.#y, cy), towards(x, cx), towards(y, cy), x, y)
    this.#control = { kind: 'Q', x: cx, y: cy }
    return true
  }

  #mirrored(kind: 'C' | 'Q'): { readonly x: number; readonly y: number } {
    return this.#control?.kind === kind
      ? { x: 2 * this.#x - this.#control.x, y: 2 * this.#y - this.#control.y }
      : { x: this.#x, y: this.#y }
  }
}

const isFlag = (number: number): boolean => number === 0 || number === 1
