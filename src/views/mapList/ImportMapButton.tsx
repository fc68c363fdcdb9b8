import { useRef, useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import type { ReadFiles } from '../import/readFiles.ts'

const FileDrop = onDemand(() => import('../import/FileDrop.tsx'))
const ReadMapDialog = onDemand(() => import('../import/ReadMapDialog.tsx'))

/** Opens a file, Allyscope's own or of a network, as a new map. */
export function ImportMapButton({ label = t('start.import') }: { label?: string }) {
  const input = useRef<HTMLInputElement>(null)
  const [read, setRead] = useState<ReadFiles | null>(null)
  /** Files that are dropped while others are looked at take their place. */
  const [turn, setTurn] = useState(0)
  const choose = async (chosen: readonly File[]) => {
    const { readFiles } = await import('../import/readFiles.ts')
    setRead(await readFiles(chosen))
    setTurn((count) => count + 1)
  }
  const close = () => setRead(null)
  return (
    <>
      <Button onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        multiple
        accept=".json,.csv,.tsv,.txt,.xlsx,.zip,.gexf,.graphml,.xml,.canvas,.age"
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])]
          // So that the same file can be chosen again after it was mended.
          event.target.value = ''
          if (chosen.length > 0) void choose(chosen)
        }}
      />
      <FileDrop onFiles={(files) => void choose(files)} />
      {read && <ReadMapDialog key={turn} read={read} onClose={close} />}
    </>
  )
}
