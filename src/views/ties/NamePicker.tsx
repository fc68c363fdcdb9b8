import { type KeyboardEvent, useId, useState } from 'react'
import { looseName } from '../../domain/names.ts'
import { Field } from '../../ui/fields.tsx'
import './namePicker.css'

interface NamePickerProps {
  label: string
  options: readonly { readonly value: string; readonly label: string }[]
  value: string | null
  onChange: (value: string | null) => void
  /** Said when no name fits what is typed. */
  none: string
}

/** More than this many matches are better typed away than scrolled through. */
const MOST = 60

/** A field that finds one of many names as it is typed: arrow keys go through the matches. */
export function NamePicker({ label, options, value, onChange, none }: NamePickerProps) {
  const listId = useId()
  const [text, setText] = useState('')
  const matches = matching(options, text)
  const at = matches.findIndex((option) => option.value === value)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const next = at + (event.key === 'ArrowDown' ? 1 : -1)
    const chosen = matches[Math.min(Math.max(next, 0), matches.length - 1)]
    if (!chosen) return
    onChange(chosen.value)
    document.getElementById(optionId(listId, chosen.value))?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <Field label={label}>
      {({ id }) => (
        <>
          <input
            className="input"
            id={id}
            dir="auto"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-expanded
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={
              at === -1 || value === null ? undefined : optionId(listId, value)
            }
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              onChange(matching(options, event.target.value)[0]?.value ?? null)
            }}
            onKeyDown={onKeyDown}
          />
          <div className="picker-list" id={listId} role="listbox" aria-label={label}>
            {matches.map((option) => (
              <div
                key={option.value}
                id={optionId(listId, option.value)}
                role="option"
                className="picker-option"
                aria-selected={option.value === value}
                onPointerDown={(event) => {
                  // The focus stays in the field.
                  event.preventDefault()
                  onChange(option.value)
                }}
              >
                <bdi>{option.label}</bdi>
              </div>
            ))}
          </div>
          {matches.length === 0 && <p className="field-hint">{none}</p>}
        </>
      )}
    </Field>
  )
}

const optionId = (listId: string, value: string): string => `${listId}-${value}`

/** Names that begin with the text come before those that have it further in. */
function matching(options: NamePickerProps['options'], text: string) {
  const wanted = looseName(text)
  if (wanted === '') return options.slice(0, MOST)
  const found = options
    .map((option) => ({ option, at: looseName(option.label).indexOf(wanted) }))
    .filter(({ at }) => at !== -1)
  return [...found.filter(({ at }) => at === 0), ...found.filter(({ at }) => at > 0)]
    .slice(0, MOST)
    .map(({ option }) => option)
}
