import type { CardLook } from '../card.ts'
import { LEAST_TYPE } from './wallPage.ts'

/** With up to so many cards type is never smaller than the least: names that are too long for that are cut. */
const FEW = 25
const LOOKS = [
  'wall, two lines',
  'wall, short lines',
  'wall, one line',
] as const satisfies readonly CardLook[]

/**
 * What is made of whole names; but if that is too small to read from afar although there are few, what is made of
 * names that are cut as little as that takes.
 */
export function readable<T>(
  count: number,
  made: (look: CardLook) => T,
  typeOf: (made: T) => number,
): T {
  const isReadable = (one: T) => typeOf(one) >= LEAST_TYPE - 0.01
  const whole = made('wall')
  if (isReadable(whole) || count > FEW) return whole
  for (const look of LOOKS) {
    const cut = made(look)
    if (isReadable(cut)) return cut
  }
  return whole
}
