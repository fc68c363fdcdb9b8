import { useEffect, useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/recovery.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { ImportMapButton } from '../mapList/ImportMapButton.tsx'
import { type Reliability, type SecondCopy, useReliability } from '../reliability.ts'
import { CopyList } from './CopyList.tsx'
import { ForgetDialog } from './ForgetDialog.tsx'
import { RawCopyButton } from './RawCopyButton.tsx'
import { isFailure, isWhole, usePutBack } from './usePutBack.ts'
import './recovery.css'

interface RecoveryScreenProps {
  /** Goes on to the list of maps. */
  onDone: () => void
}

/** What was lost as far as it is known, and what is left of it. */
interface Loss {
  readonly before: number
  readonly copies: readonly SecondCopy[]
}

/** A device that had maps and has none any more: what happened, and every way back. Never the welcome of newcomers. */
export default function RecoveryScreen({ onDone }: RecoveryScreenProps) {
  const reliability = useReliability()
  const [loss, setLoss] = useState<Loss | null>(null)
  useEffect(() => {
    if (!reliability) return
    const { recovery } = reliability
    void Promise.all([recovery.mapsBefore(), recovery.copies()]).then(([before, copies]) => {
      if (before > 0 || copies.length > 0) return setLoss({ before, copies })
      // The last map was deleted on purpose: this is no loss.
      recovery.startAnew()
      onDone()
    })
  }, [reliability, onDone])
  return reliability && loss && <Recovery {...loss} reliability={reliability} onDone={onDone} />
}

function Recovery({
  before,
  copies,
  reliability: { recovery },
  onDone,
}: Loss & RecoveryScreenProps & { reliability: Reliability }) {
  const putting = usePutBack(recovery)
  const [isAsking, setAsking] = useState(false)
  const whole = copies.filter(isWhole)
  const shut = copies.filter(({ remains }) => remains?.isShut).length
  const damaged = copies.length - whole.length - shut
  const states = whole.map(({ id }) => putting.of(id))
  const back = states.filter((state) => state === 'back').length
  const waiting = whole.filter(({ id }) => putting.of(id) !== 'back')
  const isAllBack = back > 0 && back === whole.length
  const failed = states.filter((state) => isFailure(state)).length
  const startAnew = async () => {
    const forgotten = await recovery.forgetCopies(copies)
    const emptied = forgotten.ok ? await recovery.forgetRows() : forgotten
    if (!emptied.ok) return announce(keepingFailureWords(emptied.error), 'problem')
    recovery.startAnew()
    onDone()
  }
  return (
    <section className="recovery">
      <h1>{t(isAllBack ? 'recovery.title.back' : 'recovery.title')}</h1>
      {!isAllBack && (
        <p>
          {before > 0 ? t('recovery.before', { count: before }) : t('recovery.beforeUnknown')}{' '}
          {t('recovery.why')}
        </p>
      )}
      <p className={back > 0 ? 'recovery-left recovery-outcome' : 'recovery-left'} role="status">
        {back === 0 && leftWords(whole)}
        {isAllBack && t('recovery.done', { count: back })}
        {back > 0 && !isAllBack && t('recovery.someDone', { done: back, count: whole.length })}{' '}
        {failed > 0 && !putting.isBusy && t('recovery.failedOnes', { count: failed })}{' '}
        {damaged > 0 && t('recovery.damagedOnes', { count: damaged })}{' '}
        {shut > 0 && t('recovery.remains.shut', { count: shut })}
      </p>
      <div className="start-actions">
        {waiting.length > 0 && (
          <Button
            look="primary"
            disabled={putting.isBusy}
            onClick={() => void putting.putBack(waiting)}
          >
            {t('recovery.putAllBack')}
          </Button>
        )}
        {back > 0 && (
          <Button look={isAllBack ? 'primary' : 'plain'} disabled={putting.isBusy} onClick={onDone}>
            {t('recovery.go')}
          </Button>
        )}
        <ImportMapButton label={t('recovery.openFile')} />
        <RawCopyButton recovery={recovery} />
        {back === 0 && (
          <Button look="quiet" onClick={() => setAsking(true)}>
            {t('recovery.startAnew')}
          </Button>
        )}
      </div>
      {copies.length > 0 && <CopyList copies={copies} putting={putting} />}
      <p className="recovery-hint">{t('recovery.rawCopy.hint')}</p>
      {isAsking && (
        <ForgetDialog
          title={t('recovery.startAnew.title')}
          text={
            copies.length > 0
              ? t('recovery.startAnew.copies', { count: copies.length })
              : t('recovery.startAnew.none')
          }
          action={t(copies.length > 0 ? 'recovery.startAnew.do' : 'recovery.startAnew')}
          onForget={startAnew}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}

function leftWords(whole: readonly SecondCopy[]): string {
  const count = whole.length
  if (count === 0) return t('recovery.noCopies')
  return whole.every(({ remains }) => remains)
    ? t('recovery.remains.left', { count })
    : t('recovery.copies', { count })
}
