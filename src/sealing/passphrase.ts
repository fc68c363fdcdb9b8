import { type RandomBytes, randomBytes } from './bytes.ts'
import { normalPassphrase } from './normalPassphrase.ts'
import { bitsOf } from './strength.ts'
import { WORDS } from './words.ts'

const WORDS_OF_A_PASSPHRASE = 6

/**
 * Six words drawn from the list, each as likely as any other. Words that happen to repeat each other's letters are drawn
 * again: nobody should be told that what we suggest is less than strong.
 */
export function suggestPassphrase(random: RandomBytes = randomBytes): string {
  for (;;) {
    const words = Array.from(
      { length: WORDS_OF_A_PASSPHRASE },
      () => WORDS[below(WORDS.length, random)],
    )
    const drawn = words.join(' ')
    if (strengthOf(drawn).level === 'strong') return drawn
  }
}

/** A random number below `limit`; what would favour the first ones is thrown away and drawn again. */
function below(limit: number, random: RandomBytes): number {
  const fair = 65_536 - (65_536 % limit)
  for (;;) {
    const [high = 0, low = 0] = random(2)
    const drawn = high * 256 + low
    if (drawn < fair) return drawn % limit
  }
}

export type StrengthLevel = 'very weak' | 'weak' | 'fair' | 'strong'

export interface Strength {
  /** How often it must be halved what somebody who knows our ways would have to try. */
  readonly bits: number
  readonly level: StrengthLevel
}

/** What a passphrase holds against somebody who tries the likely ones first: an estimate, and a cautious one. */
export function strengthOf(passphrase: string): Strength {
  const bits = bitsOf(normalPassphrase(passphrase))
  if (bits < 40) return { bits, level: 'very weak' }
  if (bits < 56) return { bits, level: 'weak' }
  return { bits, level: bits < 70 ? 'fair' : 'strong' }
}
