import { useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/crash.ts'
import { type OpenMap, OpenMapProvider } from '../../store/openMap.ts'
import { Button } from '../../ui/Button.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import { useSaveBackup } from '../backup/useSaveBackup.tsx'
import { RawCopyButton } from '../recovery/RawCopyButton.tsx'
import { useReliability } from '../reliability.ts'
import type { Failure } from './failure.ts'

const ReportDialog = onDemand(() => import('./ReportDialog.tsx'))

interface CrashOffersProps {
  failure: Failure
  /** null where none is open. */
  map: OpenMap | null
  /** A raw copy of everything beside the backup: when nothing of the map can be shown any more. */
  withRawCopy?: boolean
}

/** A full copy to keep, of the open map or of everything, and a report for those who mend Allyscope. */
export function CrashOffers({ failure, map, withRawCopy = false }: CrashOffersProps) {
  const reliability = useReliability()
  const [isReporting, setReporting] = useState(false)
  return (
    <div className="crash-offers">
      {map && (
        <OpenMapProvider value={map}>
          <SaveBackup />
        </OpenMapProvider>
      )}
      {reliability && (withRawCopy || !map) && <RawCopyButton recovery={reliability.recovery} />}
      <Button onClick={() => setReporting(true)}>{t('crash.report')}</Button>
      {isReporting && (
        <ReportDialog failure={failure} map={map} onClose={() => setReporting(false)} />
      )}
    </div>
  )
}

function SaveBackup() {
  const { save, dialog } = useSaveBackup()
  return (
    <>
      <Button onClick={save}>{t('crash.backup')}</Button>
      {dialog}
    </>
  )
}
