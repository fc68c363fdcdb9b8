import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useDraft } from './useDraft.ts'
import { announce } from '../../ui/announcer.tsx'
import { Field } from '../../ui/fields.tsx'
import { DraftNote } from './DraftNote.tsx'

interface DraftFieldProps {
  label: string
  /** Which text of which record it is: no other field may have the same. */
  of: string
  value: string
  /** Says whether the text was taken; when not, it stays a draft. */
  onCommit: (text: string) => boolean
  disabled: boolean
  multiline?: boolean
  hint?: string
  placeholder?: string
  /** Said when the field is left empty although it must not be; what was there comes back. */
  whenLeftEmpty?: string
}

/**
 * A text field whose text becomes part of the map on Enter, on leaving it and when it goes; Escape takes it back. Until
 * then it is a draft: kept with the way the map is looked at, so that it outlives the page, but on no wall. One that is
 * kept from before waits until somebody says what becomes of it.
 */
export function DraftField({
  label,
  of,
  value,
  onCommit,
  disabled,
  multiline = false,
  hint,
  placeholder,
  whenLeftEmpty,
}: DraftFieldProps) {
  const draft = useDraft(of, value)
  const noteId = useId()
  const finish = (text: string | null) => {
    if (text === null) return
    const isEmpty = text.trim() === ''
    if (isEmpty && whenLeftEmpty) {
      announce(whenLeftEmpty, 'problem')
      return draft.end()
    }
    draft.settle(!disabled && (onCommit(text) || isEmpty))
  }
  const finishTyping = () => finish(draft.isOffered ? null : draft.text)
  const isNoted = draft.isOffered || draft.stale !== null
  const latest = useRef(finishTyping)
  useEffect(() => {
    latest.current = finishTyping
  })
  useEffect(() => () => latest.current(), [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !multiline) finish(draft.text)
    if (event.key !== 'Escape' || draft.text === null) return
    // Of nothing else that Escape does, like closing the dialog around.
    event.preventDefault()
    event.stopPropagation()
    draft.end()
  }
  return (
    <Field label={label} hint={hint}>
      {({ id, describedBy }) => {
        const shared = {
          id,
          className: draft.isOffered ? 'input is-draft' : 'input',
          dir: 'auto' as const,
          autoComplete: 'off',
          disabled,
          placeholder,
          'aria-describedby':
            [describedBy, isNoted && noteId].filter(Boolean).join(' ') || undefined,
          value: draft.text ?? value,
          onBlur: finishTyping,
          onKeyDown,
          onChange: ({ target }: { readonly target: { readonly value: string } }) =>
            draft.type(target.value),
        }
        return (
          <>
            {multiline ? <textarea {...shared} rows={3} /> : <input {...shared} />}
            <DraftNote draft={draft} id={noteId} label={label} take={finish} disabled={disabled} />
          </>
        )
      }}
    </Field>
  )
}
