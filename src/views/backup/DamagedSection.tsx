import { useEffect, useId, useState } from 'react'
import { useStore } from 'zustand'
import { t } from '../../i18n/i18n.ts'
import { useMapState, useViewSettings } from '../../store/openMap.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { fileNameOf, saveBlob } from '../export/download.ts'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import type { DamagedPart, QuarantineServices } from '../reliability.ts'
import { useServices } from '../services.ts'
import { ForgetDamaged } from './ForgetDamaged.tsx'
import '../../i18n/parts/backup.ts'
import '../settings/settings.css'
import './backup.css'

/** What could not be read of the open map, and what can be done about it. Nothing where all can be read. */
export function DamagedSection({ quarantine }: { quarantine: QuarantineServices }) {
  const services = useServices()
  const { sealed } = useStore(services.sealing.open)
  const audience = useViewSettings((state) => state.audience)
  const readOnly = useMapState((state) => state.readOnly)
  const [parts, setParts] = useState<readonly DamagedPart[]>([])
  const [isSaved, setSaved] = useState(false)
  /** Here, as a notice would stand behind the dialog. */
  const [outcome, setOutcome] = useState('')
  const [isAsking, setAsking] = useState(false)
  const title = useId()
  useEffect(() => {
    let isGone = false
    void quarantine.list().then((list) => isGone || (list.ok && setParts(list.value)))
    return () => {
      isGone = true
    }
  }, [quarantine])
  // No count must tell the public that there was somebody more.
  if (parts.length === 0 || audience === 'public') return null

  const save = async () => {
    const exported = await quarantine.exported()
    if (!exported.ok) return setOutcome(keepingFailureWords(exported.error))
    const name = fileNameOf('damaged-parts', services.now(), '.json')
    saveBlob(new Blob([exported.value], { type: 'application/json' }), name)
    setSaved(true)
    setOutcome(t('damaged.saved'))
  }
  const forget = async () => {
    setAsking(false)
    const forgotten = await quarantine.discard()
    if (!forgotten.ok) return setOutcome(keepingFailureWords(forgotten.error))
    setParts([])
    announce(t('damaged.forgotten'))
  }
  const now = parts.filter(({ isStill }) => isStill).length
  const before = parts.length - now
  return (
    <section className="settings-part" aria-labelledby={title}>
      <h3 id={title}>{t('damaged.title')}</h3>
      {now > 0 && <p>{t('damaged.now', { count: now })}</p>}
      {before > 0 && <p>{t('damaged.before', { count: before })}</p>}
      <p>{t('damaged.advice')}</p>
      <Reasons parts={parts} />
      <p className="field-hint">{t(sealed ? 'damaged.file.sealed' : 'damaged.file')}</p>
      <div className="backup-actions">
        <Button look={isSaved ? 'plain' : 'primary'} onClick={() => void save()}>
          {t('damaged.save')}
        </Button>
        {isSaved && !readOnly && (
          <Button onClick={() => setAsking(true)}>{t('damaged.forget')}</Button>
        )}
      </div>
      <p role="status" className="backup-outcome">
        {outcome}
      </p>
      {isAsking && (
        <ForgetDamaged onForget={() => void forget()} onClose={() => setAsking(false)} />
      )}
    </section>
  )
}

/** The fields and what is wrong with them, for whoever can read that; most often first. */
function Reasons({ parts }: { parts: readonly DamagedPart[] }) {
  const counts = new Map<string, number>()
  for (const { reason } of parts) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  const reasons = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return (
    <details>
      <summary>{t('damaged.why')}</summary>
      <ul className="damaged-reasons">
        {reasons.map(([reason, count]) => (
          <li key={reason}>
            <bdi>
              <code>{reason}</code>
            </bdi>
            {count > 1 && ` × ${count}`}
          </li>
        ))}
      </ul>
    </details>
  )
}
