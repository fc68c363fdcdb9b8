import { type KeyboardEvent, useId } from 'react'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/dialogs.ts'
import { useDraft } from '../details/useDraft.ts'
import { DraftNote } from '../details/DraftNote.tsx'

interface RenameFieldProps {
  label: string
  /** Which word it is, as for other drafts. */
  of: string
  value: string
  disabled: boolean
  /** The other word that already reads so, if there is one. */
  twinOf: (text: string) => string | undefined
  /** Says whether the word was taken; when not, it stays a draft. */
  onRename: (text: string) => boolean
}

/** A word that can be typed over; kept on Enter or on leaving, not while two words read the same. Escape takes it back. */
export function RenameField({ label, of, value, disabled, twinOf, onRename }: RenameFieldProps) {
  const draft = useDraft(of, value)
  const errorId = useId()
  const noteId = useId()
  const twin = draft.text === null ? undefined : twinOf(draft.text)
  const isNoted = draft.isOffered || draft.stale !== null
  const finish = (text: string) => {
    const isNothing = text.trim() === '' || twinOf(text) !== undefined
    draft.settle(isNothing || onRename(text))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (draft.text === null) return
    if (event.key === 'Enter') finish(draft.text)
    if (event.key !== 'Escape') return
    // Of nothing else that Escape does, like closing the dialog around.
    event.preventDefault()
    event.stopPropagation()
    draft.end()
  }
  return (
    <span className="rename">
      <input
        className={draft.isOffered ? 'input is-draft' : 'input'}
        dir="auto"
        autoComplete="off"
        aria-label={label}
        aria-invalid={twin !== undefined}
        aria-describedby={twin === undefined ? (isNoted ? noteId : undefined) : errorId}
        disabled={disabled}
        value={draft.text ?? value}
        onChange={(event) => draft.type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => draft.text !== null && !draft.isOffered && finish(draft.text)}
      />
      {twin !== undefined && (
        <span id={errorId} className="field-error">
          {t('error.wordExists', { word: twin })}
        </span>
      )}
      <DraftNote draft={draft} id={noteId} label={label} take={finish} disabled={disabled} />
    </span>
  )
}
