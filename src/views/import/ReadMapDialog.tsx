import { useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import { FilePreview } from './FilePreview.tsx'
import { NetworkNewMap } from './NetworkNewMap.tsx'
import { fileProblemWords } from './problemWords.ts'
import { type ReadFiles, readOpened } from './readFiles.ts'
import './import.css'
import '../../i18n/parts/dialogs.ts'

const RawCopyPreview = onDemand(() => import('../recovery/RawCopyPreview.tsx'))
const OpenSealedFile = onDemand(() => import('../sealing/OpenSealedFile.tsx'))

interface ReadMapDialogProps {
  read: ReadFiles
  onClose: () => void
}

/** What was found in files chosen on the start page. */
export default function ReadMapDialog({ read: chosen, onClose }: ReadMapDialogProps) {
  const [read, setRead] = useState(chosen)
  const take = async (content: Uint8Array<ArrayBuffer>) => setRead(await readOpened(content))
  return (
    <Dialog
      title={t('import.title')}
      size={read.kind === 'network' ? 'large' : 'small'}
      onClose={onClose}
    >
      {read.kind === 'sealed' && (
        <OpenSealedFile bytes={read.bytes} onOpened={(content) => void take(content)} />
      )}
      {read.kind === 'raw copy' && <RawCopyPreview file={read.file} onClose={onClose} />}
      {read.kind === 'map' && (
        <FilePreview
          content={read.content}
          wasSealed={chosen.kind === 'sealed'}
          onClose={onClose}
        />
      )}
      {read.kind === 'network' && <NetworkNewMap content={read.content} onClose={onClose} />}
      {read.kind === 'csv' && <p className="import-problem">{t('import.csvNeedsMap')}</p>}
      {read.kind === 'problem' && <p className="import-problem">{fileProblemWords(read)}</p>}
    </Dialog>
  )
}
