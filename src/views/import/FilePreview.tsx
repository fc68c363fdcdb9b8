import { useState } from 'react'
import type { AllyscopeFile } from '../../files/allyscopeContent.ts'
import { formatList, t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/announcer.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import { useServices } from '../services.ts'
import { useIsKept } from '../useIsKept.ts'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import '../../i18n/parts/dialogs.ts'
import '../../i18n/parts/merge.ts'

const SealNewMapDialog = onDemand(() => import('../sealing/SealNewMapDialog.tsx'))

interface FilePreviewProps {
  content: AllyscopeFile
  /** It came out of a sealed backup, and would lie open on this device. */
  wasSealed: boolean
  onClose: () => void
  /** Where a map is open that it can be merged into. */
  merge?: {
    /** It is another copy of that map. */
    readonly isCopy: boolean
    readonly start: () => void
  }
}

/** What an Allyscope file holds. It becomes a map of its own, or is compared with the open one first: nothing is written over. */
export function FilePreview({ content, wasSealed, onClose, merge }: FilePreviewProps) {
  const services = useServices()
  const canSeal = useIsKept() && wasSealed
  const [busy, setBusy] = useState(false)
  const [isSealing, setSealing] = useState(false)
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
      {merge?.isCopy && (
        <div className="import-copy">
          <p>{t('merge.offer.copy')}</p>
          <Button look="primary" onClick={merge.start}>
            {t('merge.offer.compare')}
          </Button>
        </div>
      )}
      <p className="field-hint">{t(canSeal ? 'import.sealed.hint' : 'import.map.hint')}</p>
      {canSeal && (
        <Button
          look={merge?.isCopy ? 'plain' : 'primary'}
          disabled={busy}
          onClick={() => setSealing(true)}
        >
          {t('import.sealed.seal')}
        </Button>
      )}
      <Button
        look={canSeal || merge?.isCopy ? 'plain' : 'primary'}
        disabled={busy}
        onClick={() => void open()}
      >
        {t(canSeal ? 'import.sealed.open' : 'import.map.open')}
      </Button>
      {merge && !merge.isCopy && <Button onClick={merge.start}>{t('merge.offer.into')}</Button>}
      {isSealing && (
        <SealNewMapDialog of={{ kind: 'file', file }} onClose={() => setSealing(false)} />
      )}
    </section>
  )
}
