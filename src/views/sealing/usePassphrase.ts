import { useState } from 'react'
import { normalPassphrase } from '../../sealing/normalPassphrase.ts'
import { type Strength, strengthOf, suggestPassphrase } from '../../sealing/passphrase.ts'

export type PassphraseKind = 'suggested' | 'own'
type Fault = 'too weak' | 'differs'

/** A passphrase that is being chosen: six words drawn by lot or one's own, typed a second time. */
export interface ChosenPassphrase {
  readonly kind: PassphraseKind
  readonly suggested: string
  readonly own: string
  readonly again: string
  /** Of one's own; null while nothing is typed. */
  readonly strength: Strength | null
  /** What is wrong, once somebody tried to go on. */
  readonly fault: Fault | null
  readonly change: (part: { kind?: PassphraseKind; own?: string; again?: string }) => void
  readonly suggestAnother: () => void
  /** The passphrase when it can be used; null after saying why not. */
  readonly read: () => string | null
}

export function usePassphrase(): ChosenPassphrase {
  const [kind, setKind] = useState<PassphraseKind>('suggested')
  const [suggested, setSuggested] = useState(() => suggestPassphrase())
  const [own, setOwn] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const passphrase = kind === 'suggested' ? suggested : own
  const strength = own === '' ? null : strengthOf(own)
  const fault = faultOf(kind === 'own' && (strength?.level ?? 'very weak') === 'very weak', [
    passphrase,
    again,
  ])
  return {
    kind,
    suggested,
    own,
    again,
    strength,
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

const faultOf = (isTooWeak: boolean, [one, another]: readonly [string, string]): Fault | null => {
  if (isTooWeak) return 'too weak'
  return normalPassphrase(one) === normalPassphrase(another) ? null : 'differs'
}
