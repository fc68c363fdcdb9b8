import { useState } from 'react'
import type { AllyscopeFile } from '../../files/allyscopeContent.ts'
import { formatList, t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/announcer.tsx'
import { useServices } from '../services.ts'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import '../../i18n/parts/dialogs.ts'

/** What an Allyscope file holds. It becomes a map of its own, so that nothing here is written over. */
export function FilePreview({ content, onClose }: { content: AllyscopeFile; onClose: () => void }) {
  const services = useServices()
  const [busy, setBusy] = useState(false)
  const { import: file, ignored } = content
  const open = async () => {
    setBusy(true)
    const made = await services.importMap(file)
    setBusy(false)
    if (!made.ok) return announce(keepingFailureWords(made.error), 'problem')
    onClose()
    services.openMap(made.value)
  }
  return (
    <section className="import-preview" aria-label={t('import.preview')}>
      <h3>
        <bdi>{file.map.name}</bdi>
      </h3>
      <p>
        {t('import.map.holds', {
          stakeholders: t('count.stakeholders', { count: file.stakeholders.length }),
          ties: t('count.ties', { count: file.relationships.length }),
        })}
      </p>
      {ignored.length > 0 && (
        <p>{t('import.ignored', { fields: formatList(ignored.slice(0, 20)) })}</p>
      )}
      <p className="field-hint">{t('import.map.hint')}</p>
      <Button look="primary" disabled={busy} onClick={() => void open()}>
        {t('import.map.open')}
      </Button>
    </section>
  )
}
