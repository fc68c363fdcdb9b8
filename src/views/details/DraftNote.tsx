import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/dialogs.ts'
import type { DraftInHand } from './useDraft.ts'
import { Button } from '../../ui/Button.tsx'
import './draftNote.css'

interface DraftNoteProps {
  draft: DraftInHand
  id: string
  /** Of the field that it belongs to. */
  label: string
  take: (text: string) => void
  disabled: boolean
}

/** Under a field: a text from before waits here, and somebody has to say what becomes of it. */
export function DraftNote({ draft, id, label, take, disabled }: DraftNoteProps) {
  const { stale } = draft
  const offered = draft.isOffered ? draft.text : null
  if (offered === null && stale === null) return null
  const taking = t(stale === null ? 'draft.take' : 'draft.takeInstead')
  return (
    <div className="draft-note">
      <p id={id}>
        {stale === null ? t('draft.offered') : t('draft.stale')}
        {stale !== null && <q dir="auto">{stale}</q>}
      </p>
      <div className="draft-ways">
        <Button
          disabled={disabled}
          aria-label={t('draft.of', { what: taking, field: label })}
          onClick={() => take(offered ?? stale ?? '')}
        >
          {taking}
        </Button>
        <Button
          look="quiet"
          aria-label={t('draft.of', { what: t('draft.drop'), field: label })}
          onClick={() => draft.end()}
        >
          {t('draft.drop')}
        </Button>
      </div>
    </div>
  )
}
