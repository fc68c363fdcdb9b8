import { type ComponentProps, useId } from 'react'
import { useDraft } from './useDraft.ts'
import { WordsField } from '../../ui/WordsField.tsx'
import { DraftNote } from './DraftNote.tsx'

interface DraftWordsProps extends Omit<ComponentProps<typeof WordsField>, 'kept'> {
  /** Which words of which record they are: no other field may have the same. */
  of: string
}

/** Several words; the one being typed is a draft until it is one of them. */
export function DraftWords({ of, ...rest }: DraftWordsProps) {
  // A new word fits beside whatever words there are by now.
  const draft = useDraft(of, '')
  const noteId = useId()
  const { label, disabled = false } = rest
  return (
    <WordsField
      {...rest}
      kept={{
        text: draft.text ?? '',
        isOffered: draft.isOffered,
        type: (text) => (text === '' ? draft.end() : draft.type(text)),
        settle: draft.settle,
        renderNote: (add) => (
          <DraftNote draft={draft} id={noteId} label={label} take={add} disabled={disabled} />
        ),
      }}
    />
  )
}
