import { useState } from 'react'
import { foldName } from '../../domain/names.ts'
import type { MapId } from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/fields.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { useServices } from '../services.ts'
import { mapSign } from './mapSign.ts'
import '../../i18n/parts/sealing.ts'

interface BurnDialogProps {
  id: MapId
  onBurnt?: () => void
  onClose: () => void
}

/** Deletes a sealed map at once and for good, after a word was typed: a click too many must not do it. */
export function BurnDialog({ id, onBurnt, onClose }: BurnDialogProps) {
  const { sealing } = useServices()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const word = t('sealing.burn.word')
  const isSure = foldName(typed) === foldName(word)
  const burn = async () => {
    setBusy(true)
    const burnt = await sealing.burn(id)
    setBusy(false)
    if (!burnt.ok) return announce(keepingFailureWords(burnt.error), 'problem')
    announce(t('sealing.burn.done'))
    onClose()
    onBurnt?.()
  }
  return (
    <Dialog
      title={t('sealing.burn.title', { sign: mapSign(id) })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button look="danger" type="submit" form="burn-form" disabled={!isSure || busy}>
            {t('sealing.burn.do')}
          </Button>
        </>
      }
    >
      <p>{t('sealing.burn.text')}</p>
      <p className="field-hint">{t('sealing.burn.effort')}</p>
      <form
        id="burn-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (isSure && !busy) void burn()
        }}
      >
        <TextField
          label={t('sealing.burn.label', { word })}
          autoCapitalize="none"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
