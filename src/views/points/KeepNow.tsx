import { useState } from 'react'
import { LIMITS } from '../../domain/limits.ts'
import { cleanName } from '../../domain/names.ts'
import type { PointId } from '../../domain/restorePoints.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/points.ts'
import { announce, speak } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/fields.tsx'
import { OF_POINT } from '../details/drafts.ts'
import { useDraft } from '../details/useDraft.ts'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import type { PointServices } from '../reliability.ts'

interface KeepNowProps {
  points: PointServices
  onKept: (id: PointId) => void
}

/** Keeps the map as it is now under a name. */
export function KeepNow({ points, onKept }: KeepNowProps) {
  // Kept when the dialog or the page is closed on it: a name is thought of once.
  const draft = useDraft(OF_POINT, '')
  const name = draft.text ?? ''
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const cleaned = cleanName(name)
  const keep = async () => {
    if (!cleaned.ok || isBusy) return
    setBusy(true)
    setProblem(null)
    const kept = await points.keep(cleaned.value)
    setBusy(false)
    if (!kept.ok) {
      const words = t('points.keep.failed', { reason: keepingFailureWords(kept.error) })
      // Where it was asked for: a notice would stand behind the dialog.
      setProblem(words)
      speak(words)
      return
    }
    draft.end()
    announce(t('points.keep.done', { name: cleaned.value }))
    onKept(kept.value.id)
  }
  return (
    <form
      className="points-keep"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <TextField
        label={t('points.keep.name')}
        placeholder={t('points.keep.example')}
        value={name}
        error={problem}
        maxLength={LIMITS.shortText}
        onChange={({ target: { value } }) => (value === '' ? draft.end() : draft.type(value))}
      />
      <Button type="submit" disabled={!cleaned.ok || isBusy}>
        {t('points.keep.do')}
      </Button>
    </form>
  )
}
