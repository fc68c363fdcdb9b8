import { Trash2 } from 'lucide-react'
import { mergeWords, removeWord, renameWord, usesOfWord } from '../../domain/commands/words.ts'
import { foldName } from '../../domain/names.ts'
import type { Resource, Sector } from '../../domain/records.ts'
import { useChange } from '../../editing/useChange.ts'
import { t } from '../../i18n/i18n.ts'
import { useDoc } from '../../store/openMap.ts'
import { IconButton } from '../../ui/Button.tsx'
import { RenameField } from './RenameField.tsx'
import '../../i18n/parts/dialogs.ts'

type Word = Sector | Resource

interface VocabularyEditorProps {
  title: string
  words: readonly Word[]
  disabled: boolean
}

const LABEL = { action: 'vocabulary', stakeholders: [] } as const

/** The map's own words: reword one everywhere, merge two, or take one out. */
export function VocabularyEditor({ title, words, disabled }: VocabularyEditorProps) {
  const doc = useDoc()
  const change = useChange()
  const sorted = words.toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <section className="settings-part" aria-label={title}>
      <h3>{title}</h3>
      {words.length === 0 && <p className="field-hint">{t('vocabulary.empty')}</p>}
      <ul className="vocabulary">
        {sorted.map((word) => {
          const others = sorted.filter(({ id }) => id !== word.id)
          return (
            <li key={word.id}>
              <RenameField
                label={t('vocabulary.word', { word: word.name })}
                of={`word ${word.id}`}
                value={word.name}
                disabled={disabled}
                twinOf={(text) =>
                  others.find(({ name }) => foldName(name) === foldName(text))?.name
                }
                onRename={(name) => change(renameWord(word.id, name), LABEL)}
              />
              <span className="vocabulary-uses">
                {t('vocabulary.uses', { count: usesOfWord(doc, word.id) })}
              </span>
              <select
                className="input vocabulary-merge"
                autoComplete="off"
                aria-label={t('vocabulary.merge', { word: word.name })}
                disabled={disabled || others.length === 0}
                value=""
                onChange={(event) => {
                  const into = others.find(({ id }) => id === event.target.value)
                  if (into) change(mergeWords(word.id, into.id), LABEL)
                }}
              >
                <option value="">{t('vocabulary.mergeInto')}</option>
                {others.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
              <IconButton
                label={t('vocabulary.remove', { word: word.name })}
                disabled={disabled}
                onClick={() => change(removeWord(word.id), LABEL)}
              >
                <Trash2 aria-hidden />
              </IconButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
