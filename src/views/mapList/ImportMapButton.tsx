import { useRef, useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { ReadFile } from '../import/readFile.ts'
import { FilePreview } from '../import/FilePreview.tsx'
import { problemWords } from '../import/problemWords.ts'
import '../import/import.css'

/** Opens an Allyscope file as a new map. */
export function ImportMapButton() {
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<ReadFile | null>(null)
  const choose = async (chosen: File) => {
    const { readFile } = await import('../import/readFile.ts')
    setFile(await readFile(chosen))
  }
  const close = () => setFile(null)
  return (
    <>
      <Button onClick={() => input.current?.click()}>{t('start.import')}</Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('start.import')}
        accept=".json,application/json"
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          // So that the same file can be chosen again after it was mended.
          event.target.value = ''
          if (chosen) void choose(chosen)
        }}
      />
      {file && (
        <Dialog title={t('import.title')} onClose={close}>
          {file.kind === 'map' && <FilePreview content={file.content} onClose={close} />}
          {file.kind === 'csv' && <p className="import-problem">{t('import.csvNeedsMap')}</p>}
          {file.kind === 'problem' && <p className="import-problem">{problemWords(file.problem)}</p>}
        </Dialog>
      )}
    </>
  )
}
