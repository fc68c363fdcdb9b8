import { useState } from 'react'
import { LIMITS } from '../../domain/limits.ts'
import { cleanLine, cleanName } from '../../domain/names.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/dialogs.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Checkbox, TextField } from '../../ui/fields.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { useServices } from '../services.ts'
import { useIsKept } from '../useIsKept.ts'

const SealNewMapDialog = onDemand(() => import('../sealing/SealNewMapDialog.tsx'))

/** Two questions make a map: the issue, and who "we" are. */
export default function NewMapDialog({ onClose }: { onClose: () => void }) {
  const services = useServices()
  const isKept = useIsKept()
  const [issue, setIssue] = useState('')
  const [we, setWe] = useState('')
  const [seal, setSeal] = useState(false)
  const [toSeal, setToSeal] = useState<{ name: string; we: string } | null>(null)
  const [error, setError] = useState<string | null>(null)
  const create = async () => {
    const name = cleanName(issue)
    if (!name.ok) return setError(t('newMap.issue.empty'))
    const who = cleanLine(we, LIMITS.shortText)
    const trimmed = who.ok ? who.value : ''
    if (seal) return setToSeal({ name: name.value, we: trimmed })
    const made = await services.createMap(name.value, trimmed)
    if (!made.ok) return setError(keepingFailureWords(made.error))
    onClose()
    services.openMap(made.value)
  }
  if (toSeal) return <SealNewMapDialog of={{ kind: 'blank', ...toSeal }} onClose={onClose} />
  return (
    <Dialog
      title={t('newMap.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button look="primary" type="submit" form="new-map-form">
            {t(seal ? 'newMap.next' : 'newMap.create')}
          </Button>
        </>
      }
    >
      <form
        id="new-map-form"
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        <TextField
          label={t('newMap.issue')}
          hint={t('newMap.issue.hint')}
          error={error}
          value={issue}
          maxLength={LIMITS.name}
          onChange={(event) => setIssue(event.target.value)}
        />
        <TextField
          label={t('newMap.we')}
          hint={t('newMap.we.hint')}
          value={we}
          maxLength={LIMITS.shortText}
          onChange={(event) => setWe(event.target.value)}
        />
        {isKept ? (
          <Checkbox
            label={t('newMap.seal')}
            hint={t('newMap.seal.hint')}
            checked={seal}
            onChange={setSeal}
          />
        ) : (
          <p className="field-hint">{t('newMap.seal.unkept')}</p>
        )}
      </form>
    </Dialog>
  )
}
