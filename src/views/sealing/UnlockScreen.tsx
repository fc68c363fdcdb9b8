import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { MapId } from '../../domain/records.ts'
import type { Secret } from '../../sealing/secrets.ts'
import { formatDate, t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { useServices } from '../services.ts'
import { BusyForm } from './BusyForm.tsx'
import { mapSign } from './mapSign.ts'
import { SealedPicture } from './SealedPicture.tsx'
import { SecretFields } from './SecretFields.tsx'
import { unlockFailureWords } from './sealingWords.ts'
import { useSecret } from './useSecret.ts'
import { useWork } from './useWork.ts'
import '../../i18n/parts/sealing.ts'

/** A sealed map before it is unlocked: nothing about it but its sign and the day of its last change. */
export default function UnlockScreen({ id }: { id: MapId }) {
  const services = useServices()
  const list = useStore(services.maps)
  const secret = useSecret()
  const field = useRef<HTMLInputElement>(null)
  const sealed = list.status === 'ready' ? list.maps.filter((map) => map.sealed) : []
  const listed = sealed.find((map) => map.id === id)
  const { kind } = secret
  useEffect(() => field.current?.focus(), [])
  const unlock = async (typed: Secret) => {
    const opened = await services.sealing.unlock(id, typed)
    if (opened.ok) return null
    const words = unlockFailureWords(opened.error, typed.kind)
    const mayBeAnothers = opened.error === 'wrong secret' && sealed.length > 1
    secret.complain(mayBeAnothers ? t('sealing.wrong.another', { words }) : words)
    return null
  }
  const work = useWork(() => {
    const typed = secret.read()
    return typed && unlock(typed)
  })
  return (
    <main className="unlock">
      <div className="unlock-card">
        <SealedPicture />
        <div>
          <h1 translate="no">{t('sealing.map', { sign: mapSign(id) })}</h1>
          <p className="field-hint">
            {listed && t('sealing.changed', { day: formatDate(listed.changedAt) })}
          </p>
          <p className="field-hint">{t('sealing.sign')}</p>
        </div>
        <BusyForm
          work={work}
          said={secret.error}
          actions={
            <div className="unlock-actions">
              <Button onClick={services.closeMap}>{t('sealing.open.other')}</Button>
              <Button
                look="primary"
                type="submit"
                disabled={work.busy || secret.text.trim() === ''}
              >
                {t('sealing.unlock')}
              </Button>
            </div>
          }
        >
          <p>{t(kind === 'passphrase' ? 'sealing.unlock.text' : 'sealing.unlock.textRecovery')}</p>
          <SecretFields
            secret={secret}
            hasRecoveryKey={listed?.hasRecoveryKey === true}
            field={field}
          />
        </BusyForm>
      </div>
    </main>
  )
}
