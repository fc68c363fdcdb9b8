import { useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { CsvPreview } from './CsvPreview.tsx'
import { FilePreview } from './FilePreview.tsx'
import { problemWords } from './problemWords.ts'
import { type ReadFile, readFile } from './readFile.ts'
import './import.css'
import '../../i18n/parts/dialogs.ts'

/** Chooses a file, shows what is in it, and imports only when told to. */
export default function ImportDialog({ onClose }: { onClose: () => void }) {
  const [file, setFile] = useState<ReadFile | null>(null)
  const [reading, setReading] = useState(false)
  const choose = async (chosen: File) => {
    setReading(true)
    setFile(await readFile(chosen))
    setReading(false)
  }
  return (
    <Dialog title={t('import.title')} size="large" onClose={onClose}>
      <div className="field">
        <label htmlFor="import-file">{t('import.choose')}</label>
        <input
          id="import-file"
          className="input import-file"
          type="file"
          accept=".json,.csv,.tsv,.txt,application/json,text/csv,text/plain"
          // So that the same file can be chosen again after it was mended.
          onClick={({ currentTarget }) => {
            currentTarget.value = ''
          }}
          onChange={(event) => {
            const chosen = event.target.files?.[0]
            if (chosen) void choose(chosen)
          }}
        />
        <div className="field-hint">{t('import.hint')}</div>
      </div>
      <div role="status">
        {reading && <p>{t('import.reading')}</p>}
        {!reading && file?.kind === 'problem' && (
          <p className="import-problem">
            {problemWords(file.problem)} {t('import.unchanged')}
          </p>
        )}
      </div>
      {!reading && file?.kind === 'map' && <FilePreview content={file.content} onClose={onClose} />}
      {!reading && file?.kind === 'csv' && <CsvPreview text={file.text} onClose={onClose} />}
    </Dialog>
  )
}
