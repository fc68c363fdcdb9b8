import { useState } from 'react'
import { isCopyOf } from '../../domain/merge/copy.ts'
import type { AllyscopeFile } from '../../files/allyscopeContent.ts'
import { t } from '../../i18n/i18n.ts'
import { useDoc, useMapState } from '../../store/openMap.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import { CsvPreview } from './CsvPreview.tsx'
import { FilePreview } from './FilePreview.tsx'
import { NetworkImport } from './NetworkImport.tsx'
import { fileProblemWords } from './problemWords.ts'
import { type ReadFiles, readFiles, readOpened } from './readFiles.ts'
import { useFileDrop } from './useFileDrop.ts'
import './import.css'
import '../../i18n/parts/dialogs.ts'
import '../../i18n/parts/exchange.ts'

const RawCopyPreview = onDemand(() => import('../recovery/RawCopyPreview.tsx'))
const OpenSealedFile = onDemand(() => import('../sealing/OpenSealedFile.tsx'))
const MergeDialog = onDemand(() => import('../merge/MergeDialog.tsx'))

/** Chooses a file, or two that belong together, shows what is in it, and imports only when told to. */
export default function ImportDialog({ onClose }: { onClose: () => void }) {
  const [read, setRead] = useState<ReadFiles | null>(null)
  /** Files of one choice have one number, so that the next starts with choices of its own. */
  const [turn, setTurn] = useState(0)
  const [reading, setReading] = useState(false)
  const [wasSealed, setWasSealed] = useState(false)
  const [merging, setMerging] = useState<AllyscopeFile | null>(null)
  const doc = useDoc()
  const readOnly = useMapState((state) => state.readOnly)
  const choose = async (chosen: readonly File[]) => {
    setWasSealed(false)
    if (chosen.length > 0) await take(readFiles(chosen))
  }
  const take = async (files: Promise<ReadFiles>) => {
    setReading(true)
    setRead(await files)
    setTurn((count) => count + 1)
    setReading(false)
  }
  const isOver = useFileDrop((files) => void choose(files))
  const shown = reading ? null : read
  const mergeOf = (content: AllyscopeFile) => ({
    isCopy: isCopyOf(doc, content),
    start: () => setMerging(content),
  })
  if (merging) return <MergeDialog file={merging} wasSealed={wasSealed} onClose={onClose} />
  return (
    <Dialog title={t('import.title')} size="large" onClose={onClose}>
      <div className={isOver ? 'field import-drop import-over' : 'field import-drop'}>
        <label htmlFor="import-file">{t('import.choose')}</label>
        <input
          id="import-file"
          className="input import-file"
          type="file"
          multiple
          accept=".json,.csv,.tsv,.txt,.xlsx,.zip,.gexf,.graphml,.xml,.canvas,.age"
          aria-describedby="import-file-hint"
          // So that the same file can be chosen again after it was mended.
          onClick={({ currentTarget }) => {
            currentTarget.value = ''
          }}
          onChange={(event) => void choose([...(event.target.files ?? [])])}
        />
        <div id="import-file-hint" className="field-hint">
          {t('exchange.hint')}
        </div>
      </div>
      <div role="status">
        {reading && <p>{t('import.reading')}</p>}
        {shown?.kind === 'problem' && (
          <p className="import-problem">
            {fileProblemWords(shown)} {t('import.unchanged')}
          </p>
        )}
      </div>
      {shown?.kind === 'sealed' && (
        <OpenSealedFile
          key={turn}
          bytes={shown.bytes}
          onOpened={(content) => {
            setWasSealed(true)
            void take(readOpened(content))
          }}
        />
      )}
      {shown?.kind === 'raw copy' && (
        <RawCopyPreview key={turn} file={shown.file} onClose={onClose} />
      )}
      {shown?.kind === 'map' && (
        <FilePreview
          content={shown.content}
          wasSealed={wasSealed}
          onClose={onClose}
          {...(readOnly ? {} : { merge: mergeOf(shown.content) })}
        />
      )}
      {shown?.kind === 'csv' && <CsvPreview key={turn} text={shown.text} onClose={onClose} />}
      {shown?.kind === 'network' && (
        <NetworkImport key={turn} content={shown.content} onClose={onClose} />
      )}
    </Dialog>
  )
}
