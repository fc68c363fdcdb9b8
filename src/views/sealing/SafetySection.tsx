import { useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import { onDemand } from '../../ui/onDemand.tsx'
import { SafetyFields } from './SafetyFields.tsx'
import '../../i18n/parts/sealing.ts'

const SafetyDialog = onDemand(() => import('./SafetyDialog.tsx'))

/** The device's own settings among a map's. */
export default function SafetySection() {
  const [reading, setReading] = useState(false)
  return (
    <section className="settings-part" aria-label={t('safety.device')}>
      <h3>{t('safety.device')}</h3>
      <SafetyFields />
      <div>
        <button type="button" className="link-button" onClick={() => setReading(true)}>
          {t('safety.page')}
        </button>
      </div>
      {reading && <SafetyDialog part="page" onClose={() => setReading(false)} />}
    </section>
  )
}
