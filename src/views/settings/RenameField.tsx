import { useId, useState } from 'react'
import { t } from '../../i18n/i18n.ts'

interface RenameFieldProps {
  label: string
  value: string
  disabled: boolean
  /** The other word that already reads so, if there is one. */
  twinOf: (text: string) => string | undefined
  onRename: (text: string) => boolean
}

/** A word that can be typed over; kept on Enter or on leaving, not while two words read the same. */
export function RenameField({ label, value, disabled, twinOf, onRename }: RenameFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const errorId = useId()
  const twin = draft === null ? undefined : twinOf(draft)
  const finish = () => {
    if (draft !== null && draft.trim() !== '' && twin === undefined) onRename(draft)
    setDraft(null)
  }
  return (
    <span className="rename">
      <input
        className="input"
        dir="auto"
        autoComplete="off"
        aria-label={label}
        aria-invalid={twin !== undefined}
        aria-describedby={twin === undefined ? undefined : errorId}
        disabled={disabled}
        value={draft ?? value}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && finish()}
        onBlur={finish}
      />
      {twin !== undefined && (
        <span id={errorId} className="field-error">
          {t('error.wordExists', { word: twin })}
        </span>
      )}
    </span>
  )
}
