import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { t } from '../i18n/i18n.ts'
import '../i18n/parts/dialogs.ts'
import { Field } from './fields.tsx'
import './wordsField.css'

interface WordsFieldProps {
  label: string
  words: readonly string[]
  suggestions: readonly string[]
  /** Says whether the words were taken; when not, what was typed stays. */
  onChange: (words: readonly string[]) => boolean
  disabled?: boolean
  hint?: string
  /** The word being typed, where somebody else keeps it. */
  kept?: KeptWord
}

interface KeptWord {
  readonly text: string
  /** It was typed before: leaving the field does not add it. */
  readonly isOffered: boolean
  type(text: string): void
  /** Nobody types it any more; when it was not taken it is offered. */
  settle(isTaken: boolean): void
  /** Says what becomes of a word from before. */
  renderNote(add: (text: string) => void): ReactNode
}

const same = (a: string, b: string) => a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0

/** Several words, each a chip; new ones as you type, ended by Enter, comma or leaving the field. */
export function WordsField({
  label,
  words,
  suggestions,
  onChange,
  disabled = false,
  hint,
  kept,
}: WordsFieldProps) {
  const [unkept, setUnkept] = useState('')
  const typed = kept?.text ?? unkept
  const setTyped = kept?.type ?? setUnkept
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const add = (text: string) => {
    const added: string[] = []
    for (const part of text.split(/[,;|]/)) {
      const word = part.trim()
      if (word && ![...words, ...added].some((known) => same(known, word))) added.push(word)
    }
    const isTaken = added.length === 0 || onChange([...words, ...added])
    if (kept) kept.settle(isTaken)
    else if (isTaken) setUnkept('')
  }
  const remove = (word: string) => {
    onChange(words.filter((other) => other !== word))
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if ((event.key === 'Enter' || event.key === ',') && typed.trim()) {
      event.preventDefault()
      add(typed)
    } else if (event.key === 'Escape' && typed) {
      // Taken back, and of nothing else that Escape does.
      event.preventDefault()
      event.stopPropagation()
      setTyped('')
    } else if (event.key === 'Backspace' && typed === '') {
      const last = words.at(-1)
      if (last) remove(last)
    }
  }
  return (
    <Field label={label} hint={hint}>
      {({ id, describedBy }) => (
        <>
          <div className="words">
            {words.map((word) => (
              <span className="chip" key={word}>
                <bdi>{word}</bdi>
                <button
                  type="button"
                  disabled={disabled}
                  aria-label={t('words.remove', { word })}
                  onClick={() => remove(word)}
                >
                  <X aria-hidden />
                </button>
              </span>
            ))}
            <input
              ref={input}
              id={id}
              list={listId}
              aria-describedby={describedBy}
              dir="auto"
              autoComplete="off"
              disabled={disabled}
              value={typed}
              placeholder={t('words.add')}
              onChange={({ target }) => {
                // A chosen suggestion arrives whole, without a key press.
                const picked = suggestions.find((word) => word === target.value)
                const isPicked = picked && Math.abs(target.value.length - typed.length) > 1
                setTyped(target.value)
                if (isPicked) add(picked)
              }}
              onKeyDown={onKeyDown}
              onBlur={() => typed.trim() && !kept?.isOffered && add(typed)}
            />
            <datalist id={listId}>
              {suggestions
                .filter((word) => !words.includes(word))
                .map((word) => (
                  <option key={word} value={word} />
                ))}
            </datalist>
          </div>
          {kept?.renderNote(add)}
        </>
      )}
    </Field>
  )
}
