import { useEffect, useMemo, useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/crash.ts'
import type { OpenMap } from '../../store/openMap.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Checkbox } from '../../ui/fields.tsx'
import { fileNameOf, saveBlob } from '../export/download.ts'
import { useServices } from '../services.ts'
import type { Failure } from './failure.ts'
import { problemReport, type Surroundings } from './report.ts'
import { surroundingsOf } from './surroundings.ts'

interface ReportDialogProps {
  failure: Failure
  map: OpenMap | null
  onClose: () => void
}

/** The problem report, to be read before it goes anywhere. */
export default function ReportDialog({ failure, map, onClose }: ReportDialogProps) {
  const services = useServices()
  const [surroundings, setSurroundings] = useState<Surroundings | null>(null)
  const [withShape, setWithShape] = useState(false)
  const [outcome, setOutcome] = useState('')
  const [seed] = useState(() => crypto.randomUUID())
  useEffect(() => {
    let isGone = false
    void surroundingsOf(services.reliability).then((found) => isGone || setSurroundings(found))
    return () => {
      isGone = true
    }
  }, [services])
  const text = useMemo(
    () =>
      surroundings ? problemReport(failure, { map, services, surroundings, seed }, withShape) : '',
    [failure, map, services, surroundings, seed, withShape],
  )
  const save = () => {
    const name = fileNameOf('problem-report', services.now(), '.txt')
    saveBlob(new Blob([text], { type: 'text/plain' }), name)
    setOutcome(t('crash.report.saved'))
  }
  const copy = () => {
    void navigator.clipboard
      .writeText(text)
      .then(() => t('crash.report.copied'))
      .catch(() => t('crash.report.copyRefused'))
      .then(setOutcome)
  }
  // In public preview a shape would tell how many are hidden.
  const mayShape = map?.settings.getState().audience === 'team'
  return (
    <Dialog
      size="large"
      title={t('crash.report')}
      onClose={onClose}
      actions={
        <>
          <span className="crash-outcome" role="status">
            {outcome}
          </span>
          <Button disabled={!surroundings} onClick={copy}>
            {t('crash.report.copy')}
          </Button>
          <Button look="primary" disabled={!surroundings} onClick={save}>
            {t('crash.report.save')}
          </Button>
        </>
      }
    >
      <p>{t('crash.report.intro')}</p>
      {mayShape && (
        <Checkbox
          label={t('crash.report.withShape')}
          hint={t('crash.report.withShape.hint')}
          checked={withShape}
          onChange={setWithShape}
        />
      )}
      <textarea
        className="input crash-report"
        aria-label={t('crash.report.text')}
        autoComplete="off"
        readOnly
        dir="ltr"
        spellCheck={false}
        rows={16}
        value={text}
      />
    </Dialog>
  )
}
