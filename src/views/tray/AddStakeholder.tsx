import {
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import {
  addedStakeholders,
  addStakeholders,
  removeStakeholders,
} from '../../domain/commands/stakeholders.ts'
import { isHidden } from '../../domain/hidden.ts'
import { foldName } from '../../domain/names.ts'
import type { StakeholderId } from '../../domain/records.ts'
import { isSegment } from '../../domain/spectrum.ts'
import { usePlacing } from '../../editing/placing.ts'
import { t } from '../../i18n/i18n.ts'
import { segmentName } from '../../i18n/terms.ts'
import { useMapState, useOpenMap, useViewSettings } from '../../store/openMap.ts'
import { select } from '../../store/selection.ts'
import { typeName } from '../../store/viewSettings.ts'
import { announce } from '../../ui/announcer.tsx'
import { sayRefusal } from '../../editing/sayRefusal.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { onDemand } from '../../ui/onDemand.tsx'
import type { PasteOutcome } from './PasteReport.tsx'

const fetchPasting = () => import('./pasting.ts')

const PasteReport = onDemand(() => import('./PasteReport.tsx'))

/** The field that is ready for the next name in the same breath. A paste of many lines adds them all. */
export function AddStakeholder() {
  const map = useOpenMap()
  const { view, shown } = useSubject()
  const readOnly = useMapState((state) => state.readOnly)
  const text = useViewSettings(({ audience, adding }) => adding[audience])
  const setText = (typed: string) => typeName(map.settings, typed)
  const [outcome, setOutcome] = useState<PasteOutcome | null>(null)
  const [justAdded, setJustAdded] = useState<StakeholderId | null>(null)
  const { placeInSegment } = usePlacing()
  const input = useRef<HTMLInputElement>(null)
  const hintId = useId()
  // What was being typed when the page went: it looks as if it were added, and is not.
  const [kept] = useState(text)
  const isKept = text !== '' && text === kept
  const isEmptyMap = view.stakeholders.length === 0

  const pasting = useRef<Awaited<ReturnType<typeof fetchPasting>> | null>(null)
  useEffect(() => {
    void fetchPasting().then((part) => (pasting.current = part))
  }, [])

  // A map that nobody is on yet waits for its first name; one that is looked at again does not grab the focus.
  const [beganEmpty] = useState(isEmptyMap)
  useEffect(() => {
    if (beganEmpty && !readOnly) input.current?.focus()
  }, [beganEmpty, readOnly])

  /** The new stakeholders in the order of the names; null (and a message) when they can't be added. */
  const add = (
    names: readonly string[],
    hides: 'namesakes' | 'all' = 'namesakes',
  ): readonly StakeholderId[] | null => {
    // That somebody hidden has this name is not told in public preview; hiding a newcomer is nobody's secret.
    const mayHide = hides === 'all' || view.audience === 'team' ? hides : 'nobody'
    const added = map.store.dispatch(addStakeholders(names, mayHide), (diff) => ({
      action: 'add',
      stakeholders: addedStakeholders(diff),
    }))
    if (!added.ok) {
      sayRefusal(added.error)
      return null
    }
    const ids = addedStakeholders(added.value)
    select(map.selection, ids.slice(-1))
    return ids
  }

  const submit = (event: FormEvent, hides?: 'all') => {
    event.preventDefault()
    if (text.trim() === '') return
    const isTwin = view.stakeholders.some(({ name }) => foldName(name) === foldName(text))
    const ids = add([text], hides)
    if (!ids) return
    setJustAdded(ids[0] ?? null)
    const one = ids[0] && map.store.state.getState().doc.stakeholders.get(ids[0])
    const hidden = one && isHidden(one)
    const said =
      hidden && view.audience === 'public'
        ? t('add.hiddenUnseen')
        : isTwin
          ? t(hidden ? 'add.twinHidden' : 'add.twin', { name: text.trim() })
          : t(hidden ? 'add.hidden' : 'add.added', { name: text.trim() })
    announce(said)
    setText('')
    setOutcome(null)
  }

  /** With Shift a name is hidden from its first moment: a wall may be following. After adding, 1–5 and 0 place the newcomer; a space before a number begins a name with it. */
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event
    if (key === 'Enter' && shiftKey) return submit(event, 'all')
    if (text !== '' || justAdded === null || !/^[0-5]$/.test(key)) return
    if (ctrlKey || metaKey || altKey || !shown(justAdded)) return
    event.preventDefault()
    const segment = Number(key) - 1
    placeInSegment([justAdded], isSegment(segment) ? segment : null)
    // Seen as well as heard: somebody may have meant the number to begin a name.
    announce(
      t('move.spoken', {
        name: shown(justAdded)?.name ?? '',
        to: isSegment(segment) ? segmentName(segment, view.info.segmentNames) : t('tray.notPlaced'),
      }),
    )
  }

  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const clip = event.clipboardData.getData('text')
    if (!/[\r\n\u2028]/.test(clip.trim())) return
    event.preventDefault()
    const addAll = ({ addFromPaste }: Awaited<ReturnType<typeof fetchPasting>>) => {
      const names = view.stakeholders.map(({ name }) => name)
      const added = addFromPaste(clip, names, add)
      if (added) setOutcome(added)
    }
    // At once, where it can be: the page may be left in the same breath.
    if (pasting.current) addAll(pasting.current)
    else void fetchPasting().then(addAll)
  }

  const takeOut = (ids: readonly StakeholderId[]) => {
    const still = ids.filter((id) => map.store.state.getState().doc.stakeholders.has(id))
    map.store.dispatch(removeStakeholders(still), { action: 'remove', stakeholders: still })
    setOutcome(null)
    input.current?.focus()
  }

  const canPlace = text === '' && justAdded !== null && shown(justAdded) !== undefined
  return (
    <>
      <form className="add" onSubmit={submit}>
        <input
          ref={input}
          className="input add-input"
          dir="auto"
          autoComplete="off"
          aria-label={t('add.label')}
          aria-describedby={hintId}
          placeholder={t('add.label')}
          disabled={readOnly}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKey}
          onPaste={paste}
        />
        <p id={hintId} className={canPlace || isKept ? 'add-hint' : 'visually-hidden'}>
          {t(isKept ? 'add.kept' : canPlace ? 'add.placeHint' : 'add.hint')}
        </p>
      </form>
      {outcome && (
        <PasteReport
          outcome={outcome}
          onTakeOut={takeOut}
          onClose={() => {
            setOutcome(null)
            input.current?.focus()
          }}
        />
      )}
    </>
  )
}
