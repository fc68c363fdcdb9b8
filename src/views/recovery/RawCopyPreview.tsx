import { useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/recovery.ts'
import { Button } from '../../ui/Button.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { type PutBack, useReliability } from '../reliability.ts'
import type { KeepingFailure } from '../services.ts'

/** A raw copy that was opened as a file: puts back what is missing here, and says what became of each map. */
export default function RawCopyPreview({ file, onClose }: { file: File; onClose: () => void }) {
  const reliability = useReliability()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<PutBack | KeepingFailure | null>(null)
  const putBack = async () => {
    if (!reliability) return
    setBusy(true)
    const text = await file.text().catch(() => '')
    const put = await reliability.recovery.restoreRawCopy(text)
    setOutcome(put.ok ? put.value : put.error)
    setBusy(false)
  }
  return (
    <section className="import-preview" aria-label={t('recovery.raw.title')}>
      <h3>{t('recovery.raw.title')}</h3>
      {outcome === null && <p>{t('recovery.raw.text')}</p>}
      <div role="status">
        {outcome !== null && outcomeWords(outcome).map((words) => <p key={words}>{words}</p>)}
      </div>
      {outcome === null ? (
        <Button look="primary" disabled={busy || !reliability} onClick={() => void putBack()}>
          {t('recovery.raw.putBack')}
        </Button>
      ) : (
        <Button look="primary" onClick={onClose}>
          {t('action.close')}
        </Button>
      )}
    </section>
  )
}

function outcomeWords(outcome: PutBack | KeepingFailure): readonly string[] {
  if (outcome === 'unknown') return [t('recovery.raw.unreadable')]
  if (outcome === 'newer') return [t('recovery.raw.newer')]
  if (typeof outcome === 'string') return [keepingFailureWords(outcome)]
  const { restored, there, deleted, failed } = outcome
  if (restored + there + deleted + failed === 0) return [t('recovery.raw.none')]
  return [
    t('recovery.raw.restored', { count: restored }),
    ...(there > 0 ? [t('recovery.raw.there', { count: there })] : []),
    ...(deleted > 0 ? [t('recovery.raw.deleted', { count: deleted })] : []),
    ...(failed > 0 ? [t('recovery.raw.failed', { count: failed })] : []),
  ]
}
