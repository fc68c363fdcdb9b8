import { type KeyboardEvent, useId, useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import { Field } from '../../ui/fields.tsx'
import '../../i18n/parts/dialogs.ts'

interface SectorFieldProps {
  value: string | null
  suggestions: readonly string[]
  onChange: (sector: string | null) => void
  disabled: boolean
}

/** One word from the map's own sectors, or a new one; kept on Enter, on choosing and on leaving. */
export function SectorField({ value, suggestions, onChange, disabled }: SectorFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const listId = useId()
  const commit = (text: string) => {
    const word = text.trim()
    setDraft(null)
    if (word !== (value ?? '')) onChange(word === '' ? null : word)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (draft === null) return
    if (event.key === 'Enter') commit(draft)
    if (event.key !== 'Escape') return
    // Taken back, and of nothing else that Escape does.
    event.preventDefault()
    event.stopPropagation()
    setDraft(null)
  }
  return (
    <Field label={t('details.sector')}>
      {({ id }) => (
        <>
          <input
            id={id}
            className="input"
            list={listId}
            dir="auto"
            autoComplete="off"
            disabled={disabled}
            placeholder={t('details.sector.none')}
            value={draft ?? value ?? ''}
            onChange={({ target }) =>
              suggestions.includes(target.value) ? commit(target.value) : setDraft(target.value)
            }
            onKeyDown={onKeyDown}
            onBlur={() => draft !== null && commit(draft)}
          />
          <datalist id={listId}>
            {suggestions.map((word) => (
              <option key={word} value={word} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}
