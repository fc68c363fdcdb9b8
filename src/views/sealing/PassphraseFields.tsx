import { useId } from 'react'
import type { StrengthLevel } from '../../sealing/passphrase.ts'
import { type MessageKey, t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/fields.tsx'
import { SecretField } from './SecretField.tsx'
import type { ChosenPassphrase } from './usePassphrase.ts'
import './sealing.css'
import '../../i18n/parts/sealing.ts'

/** Chooses a new passphrase. The one that is offered is not put on the clipboard: other programs read that. */
export function PassphraseFields({ chosen }: { chosen: ChosenPassphrase }) {
  const { kind, suggested, own, again, strength, hasOddSpaces, fault, change } = chosen
  const wordsId = useId()
  return (
    <div className="passphrase">
      <Choice
        legend={t('sealing.passphrase.choice')}
        value={kind}
        options={[
          { value: 'suggested', label: t('sealing.suggested') },
          { value: 'own', label: t('sealing.own') },
        ]}
        onChange={(value) => change({ kind: value })}
      />
      {kind === 'suggested' ? (
        <div className="suggested" role="group" aria-labelledby={wordsId}>
          <output id={wordsId} className="suggested-words" translate="no">
            {suggested}
          </output>
          <div className="suggested-foot">
            <span className="field-hint">{t('sealing.passphrase.suggestedHint')}</span>
            <Button onClick={chosen.suggestAnother}>{t('sealing.passphrase.another')}</Button>
          </div>
        </div>
      ) : (
        <>
          <SecretField
            label={t('sealing.passphrase')}
            value={own}
            hint={t(hasOddSpaces ? 'sealing.passphrase.spaces' : 'sealing.passphrase.hint')}
            error={fault === 'too weak' ? t('sealing.passphrase.tooWeak') : null}
            onChange={(typed) => change({ own: typed })}
          />
          <StrengthLine level={strength?.level ?? null} />
        </>
      )}
      <SecretField
        label={t('sealing.again')}
        value={again}
        error={fault === 'differs' ? t('sealing.again.differs') : null}
        onChange={(typed) => change({ again: typed })}
      />
    </div>
  )
}

const LEVELS: readonly StrengthLevel[] = ['very weak', 'weak', 'fair', 'strong']
const LEVEL_WORDS = {
  'very weak': 'sealing.strength.veryWeak',
  weak: 'sealing.strength.weak',
  fair: 'sealing.strength.fair',
  strong: 'sealing.strength.strong',
} as const satisfies Record<StrengthLevel, MessageKey>

/** In words; the steps beside them say the same. */
function StrengthLine({ level }: { level: StrengthLevel | null }) {
  const reached = level === null ? -1 : LEVELS.indexOf(level)
  return (
    <div className="strength">
      <span className="strength-steps" aria-hidden>
        {LEVELS.map((step, index) => (
          <span key={step} className={index <= reached ? 'strength-step is-on' : 'strength-step'} />
        ))}
      </span>
      <span role="status" className="field-hint">
        {level && t('sealing.strength', { level: t(LEVEL_WORDS[level]) })}
      </span>
    </div>
  )
}
