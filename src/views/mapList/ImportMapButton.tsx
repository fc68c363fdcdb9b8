import { useRef, useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import type { ReadFile } from '../import/readFile.ts'

const ReadMapDialog = onDemand(() => import('../import/ReadMapDialog.tsx'))

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
      {file && <ReadMapDialog file={file} onClose={close} />}
    </>
  )
}
