import { useState } from 'react'
import { readRecoveryKey } from '../../sealing/recoveryKey.ts'
import type { Secret } from '../../sealing/secrets.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/sealing.ts'

/** What somebody types to open a sealed map: its passphrase, or the recovery key from paper. */
export interface TypedSecret {
  readonly kind: Secret['kind']
  readonly text: string
  readonly error: string | null
  readonly type: (text: string) => void
  readonly change: (kind: Secret['kind']) => void
  readonly complain: (error: string) => void
  /** The secret, or null after saying what is wrong with what was typed. */
  readonly read: () => Secret | null
}

export function useSecret(): TypedSecret {
  const [kind, setKind] = useState<Secret['kind']>('passphrase')
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const start = (chosen: Secret['kind'], typed: string) => {
    setKind(chosen)
    setText(typed)
    setError(null)
  }
  return {
    kind,
    text,
    error,
    type: (typed) => start(kind, typed),
    change: (chosen) => start(chosen, ''),
    complain: setError,
    read() {
      if (kind === 'passphrase') return { kind, passphrase: text }
      const key = readRecoveryKey(text)
      if (key.ok) return { kind, recoveryKey: text }
      setError(
        t(key.error === 'mistyped' ? 'sealing.recoveryKey.mistyped' : 'sealing.recoveryKey.notOne'),
      )
      return null
    },
  }
}
