import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useOpenMap, useViewSettings } from '../../store/openMap.ts'
import { keepDraft } from '../../store/viewSettings.ts'
import { announce } from '../../ui/announcer.tsx'
import { Field } from '../../ui/fields.tsx'

interface DraftFieldProps {
  label: string
  /** Which text of which record it is: no other field may have the same. */
  of: string
  value: string
  /** Says whether the text was taken; when not, what was there before comes back on leaving. */
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
 * then it is a draft: kept with the way the map is looked at, so that it outlives the page, but on no wall.
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
  const { settings } = useOpenMap()
  const kept = useViewSettings(({ drafts }) => drafts[of])
  // Begun on another text, it would overwrite what was written since.
  const draft = kept?.on === value ? kept.text : null
  const latest = useRef({ draft, onCommit })
  useEffect(() => {
    latest.current = { draft, onCommit }
  })

  useEffect(
    () => () => {
      const { draft: typed, onCommit: commit } = latest.current
      if (typed === null) return
      commit(typed)
      keepDraft(settings, of, null)
    },
    [settings, of],
  )

  const finish = () => {
    if (draft === null) return
    if (draft.trim() === '' && whenLeftEmpty) announce(whenLeftEmpty, 'problem')
    else onCommit(draft)
    keepDraft(settings, of, null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !multiline) finish()
    if (event.key !== 'Escape' || draft === null) return
    // Of nothing else that Escape does, like closing the dialog around.
    event.preventDefault()
    event.stopPropagation()
    keepDraft(settings, of, null)
  }
  return (
    <Field label={label} hint={hint}>
      {({ id, describedBy }) => {
        const shared = {
          id,
          className: 'input',
          dir: 'auto' as const,
          autoComplete: 'off',
          disabled,
          placeholder,
          'aria-describedby': describedBy,
          value: draft ?? value,
          onBlur: finish,
          onKeyDown,
          onChange: ({ target }: { readonly target: { readonly value: string } }) =>
            keepDraft(settings, of, { text: target.value, on: value }),
        }
        return multiline ? <textarea {...shared} rows={3} /> : <input {...shared} />
      }}
    </Field>
  )
}
