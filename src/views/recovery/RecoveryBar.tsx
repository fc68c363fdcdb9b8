import { useEffect, useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/recovery.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { focusWhenThere } from '../../ui/focusWhenThere.ts'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { type Reliability, type SecondCopy, useReliability } from '../reliability.ts'
import { CopyList, listTitle } from './CopyList.tsx'
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
  const [found, setFound] = useState<readonly SecondCopy[] | null>(null)
  const [gone, setGone] = useState(0)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    let isGone = false
    void Promise.all([recovery.copies(), recovery.gone()]).then(([copies, count]) => {
      if (isGone || isOpen) return
      setFound(copies)
      setGone(count)
    })
    return () => {
      isGone = true
    }
  }, [recovery, isOpen])
  const copies = found ?? []
  const newer = copies.filter(({ isNewer }) => isNewer).length
  const remains = copies.filter((copy) => copy.remains)
  const shut = remains.filter((copy) => !isWhole(copy)).length
  // Each map is told of once: one that can't be read with its copy, where there is a whole one.
  const listed = copies.filter((copy) => copy.isUnreadable && !copy.remains)
  const listedWhole = listed.filter(isWhole).length
  const missing = copies.length - newer - remains.length - (listed.length - listedWhole)
  const unread = Math.max(0, unreadable - listedWhole)
  /** The button that was in focus may have gone. */
  const focusStart = () =>
    focusWhenThere(() => document.querySelector<HTMLElement>('.start-actions button'))
  const close = () => {
    setOpen(false)
    void recovery.copies().then((now) => now.length === 0 && focusStart())
  }
  const accept = async () => {
    await recovery.acceptGone()
    setGone(0)
    focusStart()
    announce(t('recovery.gone.noted'))
  }
  // Before it is known what has a copy, too much would be called unreadable.
  if (!found && !isFailed) return null
  if (copies.length + gone + unreadable === 0 && !isFailed) return null
  return (
    <div className="recovery-bar" role="status">
      <div>
        {missing > 0 && <p>{t('recovery.missing', { count: missing })}</p>}
        {remains.length > shut && <p>{t('recovery.remains', { count: remains.length - shut })}</p>}
        {shut > 0 && <p>{t('recovery.remains.shut', { count: shut })}</p>}
        {newer > 0 && <p>{t('recovery.newerFound', { count: newer })}</p>}
        {gone > 0 && <p>{t('recovery.gone', { count: gone })}</p>}
        {isFailed && <p>{t('recovery.listFailed')}</p>}
        {found && unread > 0 && <p>{t('recovery.unreadable', { count: unread })}</p>}
      </div>
      <div className="recovery-actions">
        {copies.length > 0 && (
          <Button look="primary" onClick={() => setOpen(true)}>
            {t(remains.length > 0 ? 'recovery.remains.look' : 'recovery.look')}
          </Button>
        )}
        {isFailed && (
          <Button look="primary" onClick={() => location.reload()}>
            {t('crash.reload')}
          </Button>
        )}
        {(unreadable + gone + shut > 0 || isFailed) && <RawCopyButton recovery={recovery} />}
        {gone > 0 && <Button onClick={() => void accept()}>{t('recovery.gone.known')}</Button>}
      </div>
      {isOpen && <CopiesDialog copies={copies} recovery={recovery} onClose={close} />}
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
  const hasRemains = left.some(({ remains }) => remains)
  const forgetAction = t(hasRemains ? 'recovery.remains.forget' : 'recovery.forget')
  const forget = async () => {
    const forgotten = await recovery.forgetCopies(left)
    if (!forgotten.ok) return announce(keepingFailureWords(forgotten.error), 'problem')
    announce(t(hasRemains ? 'recovery.remains.forgotten' : 'recovery.forgotten'))
    onClose()
  }
  return (
    <Dialog
      title={listTitle(copies)}
      size="large"
      onClose={onClose}
      actions={
        <>
          {left.length > 0 && (
            <Button look="danger" disabled={putting.isBusy} onClick={() => setAsking(true)}>
              {forgetAction}
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
          title={t(hasRemains ? 'recovery.remains.forget.title' : 'recovery.forget.title')}
          text={t(hasRemains ? 'recovery.remains.forget.text' : 'recovery.forget.text', {
            count: left.length,
          })}
          action={forgetAction}
          onForget={forget}
          onClose={() => setAsking(false)}
        />
      )}
    </Dialog>
  )
}
