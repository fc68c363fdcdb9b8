import { useRef, useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import type { ReadFiles } from '../import/readFiles.ts'

const ReadMapDialog = onDemand(() => import('../import/ReadMapDialog.tsx'))

/** Opens a file, Allyscope's own or of a network, as a new map. */
export function ImportMapButton() {
  const input = useRef<HTMLInputElement>(null)
  const [read, setRead] = useState<ReadFiles | null>(null)
  const choose = async (chosen: readonly File[]) => {
    const { readFiles } = await import('../import/readFiles.ts')
    setRead(await readFiles(chosen))
  }
  const close = () => setRead(null)
  return (
    <>
      <Button onClick={() => input.current?.click()}>{t('start.import')}</Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('start.import')}
        multiple
        accept=".json,.csv,.tsv,.txt,.xlsx,.zip,.gexf,.graphml,.xml,.canvas"
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])]
          // So that the same file can be chosen again after it was mended.
          event.target.value = ''
          if (chosen.length > 0) void choose(chosen)
        }}
      />
      {read && <ReadMapDialog read={read} onClose={close} />}
    </>
  )
}
