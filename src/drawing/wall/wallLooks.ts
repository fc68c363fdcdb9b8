import type { CardLook } from '../card.ts'

/** With up to so many cards type is never smaller than the least: names that are too long for that are cut. */
export const FEW = 25
const LOOKS = [
  'wall',
  'wall, two lines',
  'wall, short lines',
  'wall, one line',
  'wall, short line',
  'wall, few letters',
] as const satisfies readonly CardLook[]

/**
 * What is made of whole names; but if that is too small to read from afar although there are few, what is made of
 * names that are cut as little as that takes.
 * @param made null: it can't be made in type that can be read
 * @param small makes it of whole names, in type of whatever size that takes
 */
export function readable<T>(count: number, made: (look: CardLook) => T | null, small: () => T): T {
  if (count > FEW) return small()
  for (const look of LOOKS) {
    const one = made(look)
    if (one !== null) return one
  }
  return small()
}
