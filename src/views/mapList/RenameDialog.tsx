import { useState } from 'react'
import { LIMITS } from '../../domain/limits.ts'
import { cleanName } from '../../domain/names.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/dialogs.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/fields.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { type MapListing, useServices } from '../services.ts'

export default function RenameDialog({ map, onClose }: { map: MapListing; onClose: () => void }) {
  const services = useServices()
  const [name, setName] = useState(map.name)
  const cleaned = cleanName(name)
  const rename = async (to: string) => {
    const result = await services.renameMap(map.id, to)
    if (!result.ok) announce(keepingFailureWords(result.error), 'problem')
    onClose()
  }
  return (
    <Dialog
      title={t('rename.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button look="primary" disabled={!cleaned.ok} type="submit" form="rename-form">
            {t('rename.do')}
          </Button>
        </>
      }
    >
      <form
        id="rename-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (cleaned.ok) void rename(cleaned.value)
        }}
      >
        <TextField
          label={t('newMap.issue')}
          value={name}
          maxLength={LIMITS.name}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
