import { useRef } from 'react'
import type { MapId } from '../../domain/records.ts'
import type { SealOptions } from '../../sealing/secrets.ts'
import { t } from '../../i18n/i18n.ts'
import { type NewMap, useServices } from '../services.ts'
import { SealDialog } from './SealDialog.tsx'
import '../../i18n/parts/sealing.ts'

interface SealNewMapDialogProps {
  of: NewMap
  onClose: () => void
}

/** The passphrase of a map that is being made: nothing of it is written before it is sealed. */
export default function SealNewMapDialog({ of, onClose }: SealNewMapDialogProps) {
  const services = useServices()
  const made = useRef<MapId | null>(null)
  const create = async (options: SealOptions) => {
    const sealed = await services.sealing.createSealed(of, options)
    if (sealed.ok) made.current = sealed.value.id
    return sealed
  }
  return (
    <SealDialog
      title={t('sealing.new.title')}
      action={t('sealing.seal.do')}
      onSeal={create}
      onSealed={() => {
        onClose()
        if (made.current) services.openMap(made.current)
      }}
      onClose={onClose}
    >
      <p>{t('sealing.seal.intro')}</p>
    </SealDialog>
  )
}
