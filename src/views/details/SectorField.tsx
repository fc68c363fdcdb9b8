import { type KeyboardEvent, useId } from 'react'
import { t } from '../../i18n/i18n.ts'
import { useDraft } from './useDraft.ts'
import { Field } from '../../ui/fields.tsx'
import { DraftNote } from './DraftNote.tsx'
import '../../i18n/parts/dialogs.ts'

interface SectorFieldProps {
  /** Whose sector it is, as for other drafts; undefined = of several, where a word half typed is not kept. */
  of?: string
  value: string | null
  suggestions: readonly string[]
  /** Says whether the word was taken; when not, it stays a draft. */
  onChange: (sector: string | null) => boolean
  disabled: boolean
}

/** One word from the map's own sectors, or a new one; kept on Enter, on choosing and on leaving. */
export function SectorField({ of, value, suggestions, onChange, disabled }: SectorFieldProps) {
  const draft = useDraft(of, value ?? '')
  const noteId = useId()
  const listId = useId()
  const commit = (text: string) => {
    const word = text.trim()
    draft.settle(word === (value ?? '') || onChange(word === '' ? null : word))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (draft.text === null) return
    if (event.key === 'Enter') commit(draft.text)
    if (event.key !== 'Escape') return
    // Taken back, and of nothing else that Escape does.
    event.preventDefault()
    event.stopPropagation()
    draft.end()
  }
  return (
    <Field label={t('details.sector')}>
      {({ id }) => (
        <>
          <input
            id={id}
            className={draft.isOffered ? 'input is-draft' : 'input'}
            aria-describedby={draft.isOffered || draft.stale !== null ? noteId : undefined}
            list={listId}
            dir="auto"
            autoComplete="off"
            disabled={disabled}
            placeholder={t('details.sector.none')}
            value={draft.text ?? value ?? ''}
            onChange={({ target }) => {
              draft.type(target.value)
              if (suggestions.includes(target.value)) commit(target.value)
            }}
            onKeyDown={onKeyDown}
            onBlur={() => draft.text !== null && !draft.isOffered && commit(draft.text)}
          />
          <datalist id={listId}>
            {suggestions.map((word) => (
              <option key={word} value={word} />
            ))}
          </datalist>
          <DraftNote
            draft={draft}
            id={noteId}
            label={t('details.sector')}
            take={commit}
            disabled={disabled}
          />
        </>
      )}
    </Field>
  )
}
