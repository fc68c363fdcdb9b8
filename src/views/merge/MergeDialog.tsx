import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { type MergeCounts, NOTHING_DECIDED } from '../../domain/merge/choices.ts'
import { newEnd } from '../../domain/merge/ties.ts'
import { asId } from '../../domain/records.ts'
import { mergeApart } from '../../editing/mergeApart.ts'
import { useChange } from '../../editing/useChange.ts'
import type { AllyscopeFile } from '../../files/allyscopeContent.ts'
import { formatList, t } from '../../i18n/i18n.ts'
import { useDoc, useMapState } from '../../store/openMap.ts'
import { announce, speak } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useServices } from '../services.ts'
import { MergeList } from './MergeList.tsx'
import { MergeFilters, MergeNumbers, MergeWishes, OnlyHere } from './MergeSummary.tsx'
import { useMerge } from './useMerge.ts'
import './merge.css'
import '../../i18n/parts/dialogs.ts'
import '../../i18n/parts/merge.ts'

interface MergeDialogProps {
  file: AllyscopeFile
  /** It came out of a sealed backup. */
  wasSealed: boolean
  onClose: () => void
}

/** Compares the open map with a file and takes over what is chosen, as one change that can be undone. */
export default function MergeDialog({ file, wasSealed, onClose }: MergeDialogProps) {
  const doc = useDoc()
  const readOnly = useMapState((state) => state.readOnly)
  const change = useChange()
  const isSealed = useStore(useServices().sealing.open, (open) => open.sealed)
  const merge = useMerge(doc, file)
  const [isLeaving, setLeaving] = useState(false)
  const { choices, comparison, choosing, counts } = merge
  const nameOfEnd = useNameOfEnd(doc, file)
  const amount = amountWords(merge.changes)
  const confirm = () => {
    if (!change(mergeApart(file, choices), { action: 'merge', stakeholders: [] })) return
    announce(t('merge.done', { what: amount }))
    onClose()
  }
  // Many choices are an hour's work: one key must not throw them away. The second time it does.
  const leave = () => {
    if (choices === NOTHING_DECIDED || isLeaving) return onClose()
    setLeaving(true)
    speak(t('merge.leave.text'))
  }
  return (
    <Dialog
      title={t('merge.title')}
      size="large"
      onClose={leave}
      actions={
        isLeaving ? (
          <LeaveActions onStay={() => setLeaving(false)} onLeave={onClose} />
        ) : (
          <>
            <p id="merge-outcome" className="merge-outcome">
              {amount === '' ? t('merge.nothingChosen') : t('merge.outcome', { what: amount })}
            </p>
            <Button onClick={leave}>{t('action.cancel')}</Button>
            <Button
              look="primary"
              disabled={readOnly || amount === ''}
              aria-describedby="merge-outcome"
              onClick={confirm}
            >
              {t('merge.do')}
            </Button>
          </>
        )
      }
    >
      <p>
        {t('merge.intro')} {file.isPublicCopy && t('merge.intro.public')}
      </p>
      {wasSealed && !isSealed && <p className="import-problem">{t('merge.unsealed')}</p>}
      <MergeNumbers numbers={merge.numbers} />
      {comparison.onlyHere.length > 0 && <OnlyHere people={comparison.onlyHere} />}
      {counts.get('all') === 0 && <p>{t('merge.alike')}</p>}
      {Math.max(...counts.values()) > 0 && (
        <>
          <div className="merge-bar">
            <MergeFilters counts={counts} filter={merge.filter} onFilter={merge.show} />
            <MergeWishes onWish={merge.wishAll} />
          </div>
          {merge.filter === 'less' && <p className="field-hint">{t('merge.less.hint')}</p>}
          <MergeList
            key={merge.filter}
            items={merge.shown}
            choices={choices}
            doc={doc}
            free={comparison.onlyHere}
            nameOfEnd={nameOfEnd}
            choosing={choosing}
          />
        </>
      )}
    </Dialog>
  )
}

/** Asks before choices are thrown away. */
function LeaveActions({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const stay = useRef<HTMLButtonElement>(null)
  useEffect(() => stay.current?.focus(), [])
  return (
    <>
      <p className="merge-outcome">{t('merge.leave.text')}</p>
      <Button onClick={onLeave}>{t('merge.leave.do')}</Button>
      <Button look="primary" ref={stay} onClick={onStay}>
        {t('merge.leave.stay')}
      </Button>
    </>
  )
}

/** How the end of a tie is called, whether it is on the map or only in the file. */
function useNameOfEnd(doc: ReturnType<typeof useDoc>, file: AllyscopeFile) {
  const newcomers = useMemo(
    () => new Map(file.import.stakeholders.map(({ id, name }) => [newEnd(id), name])),
    [file],
  )
  return useCallback(
    (end: string) => doc.stakeholders.get(asId(end))?.name ?? newcomers.get(end) ?? '',
    [doc, newcomers],
  )
}

/** What a merge changes, in words; empty for nothing. */
const amountWords = (counts: MergeCounts): string =>
  formatList(
    (['stakeholders', 'ties', 'words', 'fields'] as const).flatMap((key) =>
      counts[key] > 0 ? [t(`merge.amount.${key}`, { count: counts[key] })] : [],
    ),
  )
