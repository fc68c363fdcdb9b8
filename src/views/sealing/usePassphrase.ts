import { useState } from 'react'
import { normalPassphrase } from '../../sealing/normalPassphrase.ts'
import { type Strength, strengthOf, suggestPassphrase } from '../../sealing/passphrase.ts'

export type PassphraseKind = 'suggested' | 'own'
type Fault = 'too weak' | 'differs'

/**
 * What is used of a passphrase: its normal form, or each letter and space as typed, as other programs do that open
 * the same file.
 */
type PassphraseUse = 'normal' | 'letter by letter'

/** A passphrase that is being chosen: six words drawn by lot or one's own, typed a second time. */
export interface ChosenPassphrase {
  readonly kind: PassphraseKind
  readonly suggested: string
  readonly own: string
  readonly again: string
  /** Of one's own; null while nothing is typed. */
  readonly strength: Strength | null
  /** Spaces were typed that count, and that nobody sees. */
  readonly hasOddSpaces: boolean
  /** What is wrong, once somebody tried to go on. */
  readonly fault: Fault | null
  readonly change: (part: { kind?: PassphraseKind; own?: string; again?: string }) => void
  readonly suggestAnother: () => void
  /** The passphrase when it can be used; null after saying why not. */
  readonly read: () => string | null
}

export function usePassphrase(use: PassphraseUse): ChosenPassphrase {
  const [kind, setKind] = useState<PassphraseKind>('suggested')
  const [suggested, setSuggested] = useState(() => suggestPassphrase())
  const [own, setOwn] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const passphrase = kind === 'suggested' ? suggested : own
  const strength = own === '' ? null : strengthOf(own)
  const used = use === 'normal' ? normalPassphrase : asTyped
  const fault = faultOf(
    kind === 'own' && (strength?.level ?? 'very weak') === 'very weak',
    used(passphrase) === used(again),
  )
  return {
    kind,
    suggested,
    own,
    again,
    strength,
    hasOddSpaces: use !== 'normal' && ODD_SPACES.test(own),
    fault: tried ? fault : null,
    change(part) {
      setTried(false)
      if (part.own !== undefined) setOwn(part.own)
      if (part.again !== undefined) setAgain(part.again)
      if (part.kind === undefined) return
      setKind(part.kind)
      setAgain('')
    },
    suggestAnother() {
      setTried(false)
      setSuggested(suggestPassphrase())
      setAgain('')
    },
    read() {
      setTried(true)
      return fault === null ? passphrase : null
    },
  }
}

const ODD_SPACES = /^\s|\s$|\s{2}/u
const asTyped = (text: string) => text

const faultOf = (isTooWeak: boolean, isSame: boolean): Fault | null => {
  if (isTooWeak) return 'too weak'
  return isSame ? null : 'differs'
}
