import { useState } from 'react'
import { useStore } from 'zustand'
import { t } from '../../i18n/i18n.ts'
import { useDoc, useMapState } from '../../store/openMap.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { useServices } from '../services.ts'
import { useIsKept } from '../useIsKept.ts'
import { BurnDialog } from './BurnDialog.tsx'
import { ChangePassphraseDialog } from './ChangePassphraseDialog.tsx'
import { mapSign } from './mapSign.ts'
import { SealDialog } from './SealDialog.tsx'
import { UnsealDialog } from './UnsealDialog.tsx'
import './sealing.css'
import '../../i18n/parts/dialogs.ts'
import '../../i18n/parts/sealing.ts'

type SealingDialog = 'seal' | 'change' | 'unseal' | 'burn'

/** Whether the open map is sealed, and what can be done about it. */
export default function SealingSection() {
  const { sealing, closeMap } = useServices()
  const { sealed, hasRecoveryKey } = useStore(sealing.open)
  const readOnly = useMapState((state) => state.readOnly)
  const { id } = useDoc().info
  const [dialog, setDialog] = useState<SealingDialog | null>(null)
  const close = () => setDialog(null)
  const finish = (words: string) => {
    close()
    announce(words)
  }
  const isKept = useIsKept()
  const state = !isKept
    ? 'newMap.seal.unkept'
    : !sealed
      ? 'sealing.section.open'
      : hasRecoveryKey
        ? 'sealing.section.sealedWithKey'
        : 'sealing.section.sealed'
  return (
    <section className="settings-part" aria-label={t('sealing.section')}>
      <h3>{t('sealing.section')}</h3>
      <p className="field-hint">
        {t(readOnly ? 'sealing.section.readOnly' : state)}{' '}
        {sealed && t('sealing.section.sign', { sign: mapSign(id) })}
      </p>
      <div className="sealing-actions">
        {sealed ? (
          <>
            <Button disabled={readOnly} onClick={() => setDialog('change')}>
              {t('sealing.change')}
            </Button>
            <Button disabled={readOnly} onClick={() => setDialog('unseal')}>
              {t('sealing.unseal')}
            </Button>
            <Button look="danger" disabled={readOnly} onClick={() => setDialog('burn')}>
              {t('sealing.burn')}
            </Button>
          </>
        ) : (
          <Button disabled={readOnly || !isKept} onClick={() => setDialog('seal')}>
            {t('sealing.seal')}
          </Button>
        )}
      </div>
      {dialog === 'seal' && (
        <SealDialog
          title={t('sealing.seal.title')}
          action={t('sealing.seal.do')}
          caution={t('sealing.residue')}
          onSeal={sealing.seal}
          onSealed={() => finish(t('sealing.seal.done', { sign: mapSign(id) }))}
          onClose={close}
        >
          <p>{t('sealing.seal.intro')}</p>
        </SealDialog>
      )}
      {dialog === 'change' && (
        <ChangePassphraseDialog
          hasRecoveryKey={hasRecoveryKey}
          onChanged={() => finish(t('sealing.change.done'))}
          onClose={close}
        />
      )}
      {dialog === 'unseal' && (
        <UnsealDialog
          hasRecoveryKey={hasRecoveryKey}
          onDone={() => finish(t('sealing.unseal.done'))}
          onClose={close}
        />
      )}
      {dialog === 'burn' && <BurnDialog id={id} onBurnt={closeMap} onClose={close} />}
    </section>
  )
}
