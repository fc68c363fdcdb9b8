import { useEffect, useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/recovery.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { type Reliability, type SecondCopy, useReliability } from '../reliability.ts'
import { CopyList } from './CopyList.tsx'
import { ForgetDialog } from './ForgetDialog.tsx'
import { RawCopyButton } from './RawCopyButton.tsx'
import { isWhole, usePutBack } from './usePutBack.ts'
import './recovery.css'

interface RecoveryBarProps {
  /** Maps of which not even the name can be read. */
  unreadable: number
  /** The list itself can't be read. */
  isFailed: boolean
}

/** Above the list of maps: some are missing or can't be read, and this is what can be done. */
export default function RecoveryBar(props: RecoveryBarProps) {
  const reliability = useReliability()
  return reliability && <Bar {...props} reliability={reliability} />
}

function Bar({
  unreadable,
  isFailed,
  reliability: { recovery },
}: RecoveryBarProps & { reliability: Reliability }) {
  const [copies, setCopies] = useState<readonly SecondCopy[]>([])
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    let isGone = false
    void recovery.copies().then((found) => isGone || isOpen || setCopies(found))
    return () => {
      isGone = true
    }
  }, [recovery, isOpen])
  const newer = copies.filter(({ isNewer }) => isNewer).length
  const missing = copies.length - newer
  if (copies.length === 0 && unreadable === 0 && !isFailed) return null
  return (
    <div className="recovery-bar" role="status">
      <div>
        {missing > 0 && <p>{t('recovery.missing', { count: missing })}</p>}
        {newer > 0 && <p>{t('recovery.newerFound', { count: newer })}</p>}
        {isFailed && <p>{t('recovery.listFailed')}</p>}
        {unreadable > 0 && <p>{t('recovery.unreadable', { count: unreadable })}</p>}
      </div>
      <div className="recovery-actions">
        {copies.length > 0 && (
          <Button look="primary" onClick={() => setOpen(true)}>
            {t('recovery.look')}
          </Button>
        )}
        {isFailed && (
          <Button look="primary" onClick={() => location.reload()}>
            {t('crash.reload')}
          </Button>
        )}
        {(unreadable > 0 || isFailed) && <RawCopyButton recovery={recovery} />}
      </div>
      {isOpen && (
        <CopiesDialog copies={copies} recovery={recovery} onClose={() => setOpen(false)} />
      )}
    </div>
  )
}

interface CopiesDialogProps {
  copies: readonly SecondCopy[]
  recovery: Reliability['recovery']
  onClose: () => void
}

function CopiesDialog({ copies, recovery, onClose }: CopiesDialogProps) {
  const putting = usePutBack(recovery)
  const [isAsking, setAsking] = useState(false)
  const waiting = copies.filter((copy) => isWhole(copy) && putting.of(copy.id) !== 'back')
  const left = copies.filter(({ id }) => putting.of(id) !== 'back')
  const forget = async () => {
    const forgotten = await recovery.forgetCopies(left)
    if (!forgotten.ok) return announce(keepingFailureWords(forgotten.error), 'problem')
    announce(t('recovery.forgotten'))
    onClose()
  }
  return (
    <Dialog
      title={t('recovery.list')}
      size="large"
      onClose={onClose}
      actions={
        <>
          {left.length > 0 && (
            <Button look="danger" disabled={putting.isBusy} onClick={() => setAsking(true)}>
              {t('recovery.forget')}
            </Button>
          )}
          {waiting.length > 0 ? (
            <Button
              look="primary"
              disabled={putting.isBusy}
              onClick={() => void putting.putBack(waiting)}
            >
              {t('recovery.putAllBack')}
            </Button>
          ) : (
            <Button look="primary" onClick={onClose}>
              {t('action.close')}
            </Button>
          )}
        </>
      }
    >
      <CopyList copies={copies} putting={putting} />
      {isAsking && (
        <ForgetDialog
          title={t('recovery.forget.title')}
          text={t('recovery.forget.text', { count: left.length })}
          action={t('recovery.forget')}
          onForget={forget}
          onClose={() => setAsking(false)}
        />
      )}
    </Dialog>
  )
}
