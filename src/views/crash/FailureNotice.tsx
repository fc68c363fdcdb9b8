import { useState } from 'react'
import { useStore } from 'zustand'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/crash.ts'
import type { OpenMap } from '../../store/openMap.ts'
import { Button } from '../../ui/Button.tsx'
import { useServices } from '../services.ts'
import { type Failure, failureWords, mapStateWords } from './failure.ts'
import ReportDialog from './ReportDialog.tsx'
import './crash.css'

interface FailureNoticeProps {
  failure: Failure
  map: OpenMap | null
  onClose: () => void
}

/** Says quietly that something failed which nobody would have seen otherwise. */
export function FailureNotice({ failure, map, onClose }: FailureNoticeProps) {
  const services = useServices()
  const save = useStore(services.save)
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="failure-notice" role="alert">
      <p className="failure-notice-head">{failureWords(failure)}</p>
      <p>
        {mapStateWords(save, map !== null)} {t('crash.whatNow')}
      </p>
      <div className="crash-offers">
        <Button onClick={() => setOpen(true)}>{t('crash.report')}</Button>
        <Button look="quiet" onClick={onClose}>
          {t('action.close')}
        </Button>
      </div>
      {isOpen && <ReportDialog failure={failure} map={map} onClose={() => setOpen(false)} />}
    </div>
  )
}
