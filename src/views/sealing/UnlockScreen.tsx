import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { MapId } from '../../domain/records.ts'
import { formatDate, t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { useServices } from '../services.ts'
import { SealedPicture } from './SealedPicture.tsx'
import { SecretFields } from './SecretFields.tsx'
import { unlockFailureWords } from './sealingWords.ts'
import { useSecret } from './useSecret.ts'
import './sealing.css'
import '../../i18n/parts/sealing.ts'

/** A sealed map before it is unlocked: nothing about it but the day of its last change. */
export default function UnlockScreen({ id }: { id: MapId }) {
  const services = useServices()
  const list = useStore(services.maps)
  const secret = useSecret()
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const listed = list.status === 'ready' ? list.maps.find((map) => map.id === id) : undefined
  const { kind } = secret
  useEffect(() => field.current?.focus(), [])
  // What was wrong is mostly one letter: it stays, chosen, to be typed over or mended.
  useEffect(() => {
    if (busy || secret.error === null) return
    field.current?.focus()
    field.current?.select()
  }, [busy, secret.error])
  const unlock = async () => {
    const typed = secret.read()
    if (!typed) return
    setBusy(true)
    const opened = await services.sealing.unlock(id, typed)
    setBusy(false)
    if (!opened.ok) secret.complain(unlockFailureWords(opened.error, typed.kind))
  }
  return (
    <main className="unlock">
      <form
        className="unlock-card"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void unlock()
        }}
      >
        <SealedPicture />
        <div>
          <h1>{t('sealing.map')}</h1>
          <p className="field-hint">
            {listed && t('sealing.changed', { day: formatDate(listed.changedAt) })}
          </p>
        </div>
        <fieldset className="seal-form" disabled={busy}>
          <p>{t(kind === 'passphrase' ? 'sealing.unlock.text' : 'sealing.unlock.textRecovery')}</p>
          <SecretFields secret={secret} field={field} />
        </fieldset>
        {/* Read out although the field that it belongs to has the focus already. */}
        <div role="alert" className="visually-hidden">
          {secret.error}
        </div>
        <div role="status">{busy && <p className="seal-busy">{t('sealing.busy')}</p>}</div>
        <div className="unlock-actions">
          <Button onClick={services.closeMap}>{t('sealing.open.other')}</Button>
          <Button look="primary" type="submit" disabled={busy || secret.text.trim() === ''}>
            {t('sealing.unlock')}
          </Button>
        </div>
      </form>
    </main>
  )
}
