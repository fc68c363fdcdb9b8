import type { Relationship } from './records.ts'

/** What a tie says, whatever its ends are called. */
export interface TieSaying extends Pick<Relationship, 'kind' | 'label' | 'direction'> {
  readonly from: string
  readonly to: string
}

/** Knows which ties say the same of the same two, as the command for drawing ties does, for many at once. */
export class Twins {
  readonly #running = new Set<string>()
  readonly #mutual = new Set<string>()

  /** Notes a tie; false when another one already says the same. */
  add({ from, to, kind, label, direction }: TieSaying): boolean {
    const there = JSON.stringify([from, to, kind, label])
    const back = JSON.stringify([to, from, kind, label])
    const isTwin =
      this.#running.has(there) ||
      this.#mutual.has(back) ||
      (direction === 'mutual' && this.#running.has(back))
    if (isTwin) return false
    this.#running.add(there)
    if (direction === 'mutual') this.#mutual.add(there)
    return true
  }
}
