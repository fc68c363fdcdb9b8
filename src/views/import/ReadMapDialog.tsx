import { t } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { FilePreview } from './FilePreview.tsx'
import { problemWords } from './problemWords.ts'
import type { ReadFile } from './readFile.ts'
import './import.css'
import '../../i18n/parts/dialogs.ts'

/** What was found in a file chosen on the start page. */
export default function ReadMapDialog({ file, onClose }: { file: ReadFile; onClose: () => void }) {
  return (
    <Dialog title={t('import.title')} onClose={onClose}>
      {file.kind === 'map' && <FilePreview content={file.content} onClose={onClose} />}
      {file.kind === 'csv' && <p className="import-problem">{t('import.csvNeedsMap')}</p>}
      {file.kind === 'problem' && <p className="import-problem">{problemWords(file.problem)}</p>}
    </Dialog>
  )
}
