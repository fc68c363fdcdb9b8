/** A binary heap: whatever comes first by `compare` is taken out first. */
export interface Heap<T> {
  readonly push: (item: T) => void
  readonly pop: () => T | undefined
}

export function heapOf<T>(compare: (a: T, b: T) => number): Heap<T> {
  const items: T[] = []

  /** Moves a gap up from the end to where the item belongs. */
  function push(item: T): void {
    let gap = items.length
    while (gap > 0) {
      const above = (gap - 1) >> 1
      const parent = items[above]
      if (parent === undefined || compare(parent, item) <= 0) break
      items[gap] = parent
      gap = above
    }
    items[gap] = item
  }

  /** Moves the gap at the top down to where the last item belongs. */
  function pop(): T | undefined {
    const first = items[0]
    const last = items.pop()
    if (last === undefined || items.length === 0) return first
    let gap = 0
    for (;;) {
      const [at, child] = smallerChild(gap)
      if (child === undefined || compare(last, child) <= 0) break
      items[gap] = child
      gap = at
    }
    items[gap] = last
    return first
  }

  function smallerChild(gap: number): readonly [number, T | undefined] {
    const at = 2 * gap + 1
    const left = items[at]
    const right = items[at + 1]
    return left !== undefined && right !== undefined && compare(right, left) < 0
      ? [at + 1, right]
      : [at, left]
  }

  return { push, pop }
}
