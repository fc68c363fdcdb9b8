import { useState } from 'react'
import { cleanName } from '../../domain/names.ts'
import { spacedOut } from '../../editing/placeApart.ts'
import type { NetworkFiles } from '../../files/network/networkFiles.ts'
import { withOutside } from '../../files/network/plan.ts'
import { t } from '../../i18n/i18n.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/fields.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { useServices } from '../services.ts'
import { NetworkPreview } from './NetworkPreview.tsx'
import { unknownWords } from './planWords.ts'
import '../../i18n/parts/dialogs.ts'
import '../../i18n/parts/exchange.ts'

interface NetworkNewMapProps {
  content: NetworkFiles
  onClose: () => void
}

/** Makes a map of its own out of a network. Those whom only ties name belong to it too. */
export function NetworkNewMap({ content, onClose }: NetworkNewMapProps) {
  const services = useServices()
  const { plan, files } = content
  const [busy, setBusy] = useState(false)
  const [name, setName] = useState(plan.import.map.name || nameFrom(files[0]?.name ?? ''))
  const cleaned = cleanName(name)
  const file = withOutside(plan.import, plan.outside)
  const isEmpty = file.stakeholders.length === 0
  const open = async () => {
    if (!cleaned.ok) return
    setBusy(true)
    const map = { ...file.map, name: cleaned.value }
    const made = await services.importMap(spacedOut({ ...file, map }))
    setBusy(false)
    if (!made.ok) return announce(keepingFailureWords(made.error), 'problem')
    onClose()
    services.openMap(made.value)
  }
  return (
    <NetworkPreview
      content={content}
      action={
        <Button
          look="primary"
          disabled={busy || isEmpty || !cleaned.ok}
          onClick={() => void open()}
        >
          {t('import.map.open')}
        </Button>
      }
    >
      <TextField
        label={t('exchange.mapName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {plan.outside.length > 0 && (
        <div>
          <p>{t('exchange.outside.added', { count: plan.outside.length })}</p>
          <p className="field-hint">{unknownWords(plan.outside)}</p>
        </div>
      )}
    </NetworkPreview>
  )
}

/** A file's name as people would say it: without folders and endings. */
const nameFrom = (path: string): string =>
  (path.split('/').at(-1) ?? '').replace(/(?:\.\w{1,8})+$/u, '').replaceAll(/[_-]+/gu, ' ')
