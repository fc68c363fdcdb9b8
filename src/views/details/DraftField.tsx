import { useEffect, useRef, useState } from 'react'
import { announce } from '../../ui/announcer.tsx'
import { Field } from '../../ui/fields.tsx'

interface DraftFieldProps {
  label: string
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

/** Typing is kept after this pause, so that a closed lid loses no more than a word. */
const PAUSE_MS = 300

/** A text field that keeps what is typed after a short pause, on Enter, on leaving it and when it goes. */
export function DraftField({
  label,
  value,
  onCommit,
  disabled,
  multiline = false,
  hint,
  placeholder,
  whenLeftEmpty,
}: DraftFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const latest = useRef({ draft, onCommit })
  useEffect(() => {
    latest.current = { draft, onCommit }
  })

  useEffect(() => {
    if (draft === null) return
    const timer = setTimeout(() => latest.current.onCommit(draft), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft])

  useEffect(
    () => () => {
      const { draft: typed, onCommit: commit } = latest.current
      if (typed !== null) commit(typed)
    },
    [],
  )

  const finish = () => {
    if (draft?.trim() === '' && whenLeftEmpty) announce(whenLeftEmpty, 'problem')
    else if (draft !== null) onCommit(draft)
    setDraft(null)
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
        }
        return multiline ? (
          <textarea {...shared} rows={3} onChange={(event) => setDraft(event.target.value)} />
        ) : (
          <input
            {...shared}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && finish()}
          />
        )
      }}
    </Field>
  )
}
