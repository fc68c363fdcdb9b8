import { useEffect, useRef, useState } from 'react'
import { formatDate, t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Checkbox } from '../../ui/fields.tsx'
import { useServices } from '../services.ts'
import { printSheet } from './printSheet.ts'
import './sealing.css'
import '../../i18n/parts/sealing.ts'

/** Shows a new recovery key, this once; it goes when somebody says that it is kept. */
export function RecoveryKeyDialog({
  recoveryKey,
  onDone,
}: {
  recoveryKey: string
  onDone: () => void
}) {
  const { now } = useServices()
  const [kept, setKept] = useState(false)
  const [reminded, setReminded] = useState(false)
  const done = () => (kept ? onDone() : setReminded(true))
  const removeSheet = useRef<(() => void) | null>(null)
  // The key on it does not outlast the dialog.
  useEffect(() => () => removeSheet.current?.(), [])
  const print = () => {
    removeSheet.current?.()
    removeSheet.current = printSheet({
      title: t('sealing.recovery.sheet.title'),
      key: recoveryKey,
      lines: [
        t('sealing.recovery.sheet'),
        t('sealing.recovery.sheet.made', { day: formatDate(now()) }),
      ],
    })
  }
  return (
    <Dialog
      title={t('sealing.recovery.title')}
      onClose={done}
      actions={
        <>
          <Button onClick={print}>{t('sealing.recovery.print')}</Button>
          <Button look="primary" onClick={done}>
            {t('sealing.recovery.done')}
          </Button>
        </>
      }
    >
      <p>{t('sealing.recovery.text')}</p>
      <p className="recovery-key" dir="ltr" translate="no">
        {recoveryKey.split('-').map((group, index) => (
          // Groups may be alike; they never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index}>{group}</span>
        ))}
      </p>
      <p className="field-hint">{t('sealing.recovery.make.hint')}</p>
      <Checkbox label={t('sealing.recovery.kept')} checked={kept} onChange={setKept} />
      {reminded && !kept && (
        <p className="field-error" role="alert">
          {t('sealing.recovery.closeFirst')}
        </p>
      )}
    </Dialog>
  )
}
