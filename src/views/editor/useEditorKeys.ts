import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { groundOf } from '../../canvas/ground.ts'
import { removeStakeholders } from '../../domain/commands/stakeholders.ts'
import type { Point, StakeholderId } from '../../domain/records.ts'
import { isSegment } from '../../domain/spectrum.ts'
import { placingOn } from '../../editing/placing.ts'
import { redo, undo } from '../../editing/undoing.ts'
import { useChange } from '../../editing/useChange.ts'
import { tieShown } from '../../editing/tieShown.ts'
import { useShown } from '../../editing/useSubject.ts'
import { sayRefusal } from '../../editing/sayRefusal.ts'
import { t } from '../../i18n/i18n.ts'
import { type OpenMap, useOpenMap } from '../../store/openMap.ts'
import { calmDown } from '../../store/emphasis.ts'
import { select, toggle } from '../../store/selection.ts'
import { CANVAS_VIEWS, moveCamera } from '../../store/viewSettings.ts'
import { putWayAway } from '../../store/wayTo.ts'
import { focusWhenThere } from '../../ui/focusWhenThere.ts'
import { typeWhenThere } from '../../ui/typeWhenThere.ts'
import { announce } from '../../ui/announcer.tsx'
import { goToWall, present } from '../wall/wallWindow.ts'
import { focusCardOf, focusedCard, isTextField, keepFocusOn, neighbourOf } from './cardFocus.ts'
import type { EditorDialog } from './editorDialog.ts'

interface EditorKeysPorts {
  root: RefObject<HTMLElement | null>
  isDialogOpen: boolean
  openDialog: (dialog: EditorDialog) => void
}

/** World units that an arrow key moves a card by; four times as far with Shift. */
const NUDGE = 8
const FAR_NUDGE = 4 * NUDGE
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** Everything that the mouse does, by key. Keys typed into a field belong to the field. */
export function useEditorKeys({ root, isDialogOpen, openDialog }: EditorKeysPorts): void {
  const map = useOpenMap()
  const shown = useShown()
  const change = useChange()

  const undoOrRedo = (event: KeyboardEvent): boolean => {
    const key = event.key.toLowerCase()
    if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return false
    // In a field with text in it, undo is the field's.
    const { target } = event
    if (isTextField(target) && target.value !== '') return false
    const step = key === 'y' || event.shiftKey ? redo : undo
    step(map, shown.subject)
    return true
  }

  /** Who a key is meant for: everybody selected, or else the card that has the focus. */
  const meant = (target: EventTarget | null): readonly StakeholderId[] => {
    const focused = focusedCard(target)
    const id = focused && shown.subject.idOf(focused)
    const { ids } = map.selection.getState()
    return id && !ids.has(id) ? [id] : [...ids]
  }

  const onCards = (event: KeyboardEvent): boolean => {
    const ids = meant(event.target)
    const focused = focusedCard(event.target)
    const focusedId = focused === null ? undefined : shown.subject.idOf(focused)
    const inTray = event.target instanceof HTMLButtonElement
    const arrow = ARROWS[event.key]
    if (focusedId && (event.key === 'Enter' || (event.key === ' ' && !inTray))) {
      if (event.key === ' ') toggle(map.selection, focusedId)
      else if (!inTray && isEndOfSelectedTie(focusedId)) openDetails('select')
      else openDetailsOf(focusedId)
      return true
    }
    // A tie that is selected is what the panel shows, whichever dot has the focus.
    if (isRemoving(event) && removeSelectedTie()) return true
    if (ids.length === 0) return false
    if (arrow && focused !== null && !inTray) {
      const by = event.shiftKey ? FAR_NUDGE : NUDGE
      groundOf(map)?.nudge(ids, { x: arrow.x * by, y: arrow.y * by })
      return true
    }
    if (/^[0-5]$/.test(event.key)) {
      const segment = Number(event.key) - 1
      placingOn(map, shown).placeInSegment(ids, isSegment(segment) ? segment : null)
      if (focusedId) keepFocusOn(root.current, focused)
      return true
    }
    if (isRemoving(event)) {
      const next = neighbourOf(event.target)
      const done = change(removeStakeholders(ids), { action: 'remove', stakeholders: ids })
      if (done && next) keepFocusOn(root.current, next)
      if (done) announce(t('remove.done', { count: ids.length }))
      return true
    }
    return false
  }

  /** Right after a tie is drawn the focus is on the dot it was drawn from. */
  const isEndOfSelectedTie = (id: StakeholderId): boolean => {
    const tie = tieShown(shown.subject, map.selection.getState().tie)
    return tie?.from === id || tie?.to === id
  }

  const removeSelectedTie = (): boolean => {
    const tie = tieShown(shown.subject, map.selection.getState().tie)
    if (!tie) return false
    void import('../../editing/tying.ts').then(({ tyingOn }) =>
      tyingOn(map, shown.subject).remove(tie),
    )
    return true
  }

  const openDetailsOf = (id: StakeholderId) => {
    select(map.selection, [id])
    openDetails('input')
  }

  /** To the first field of the details: of a tie, when one is selected, it is its kind. */
  const openDetails = (field: 'input' | 'select') => {
    const { panels } = map.settings.getState()
    map.settings.setState({ panels: { ...panels, details: true }, sideTab: 'details' })
    focusWhenThere(() => root.current?.querySelector<HTMLElement>(`.editor-details ${field}`))
  }

  const openTrayAt = (field: string) => {
    const { panels } = map.settings.getState()
    map.settings.setState({ panels: { ...panels, tray: true } })
    typeWhenThere(() => root.current?.querySelector<HTMLElement>(field))
  }

  /** "Connect to…" starts from the card in focus, or else from who is selected. */
  const openConnect = (target: EventTarget | null): boolean => {
    const [from] = meant(target)
    if (!from) return false
    if (map.store.state.getState().readOnly) {
      sayRefusal({ code: 'read only' })
      return true
    }
    select(map.selection, [from])
    openDialog('connect')
    return true
  }

  const onMapKey = (event: KeyboardEvent): boolean => {
    if (event.shiftKey && event.key.toLowerCase() === 'p') {
      present(map)
      return true
    }
    switch (event.key.toLowerCase()) {
      case 'escape':
        calmDown(map.emphasis)
        putWayAway(map.wayTo)
        select(map.selection, [])
        return true
      case 'c':
        return openConnect(event.target)
      case 'n':
        openTrayAt('.add-input')
        return true
      case 't':
        groundOf(map)?.tidyUp()
        return true
      case 'v':
        openNextView(map, event.shiftKey ? -1 : 1)
        return true
      case 'w':
        goToWall(map)
        return true
      case 'f':
        moveCamera(map.settings, null)
        return true
      case '?':
        openDialog('keys')
        return true
      case '+':
      case '=':
      case '-':
        root.current
          ?.querySelector<HTMLElement>(event.key === '-' ? '[data-zoom="out"]' : '[data-zoom="in"]')
          ?.click()
        return true
      default:
        return false
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (isDialogOpen || event.defaultPrevented || event.isComposing) return
    if (undoOrRedo(event)) return event.preventDefault()
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      openTrayAt('.filters input')
      return event.preventDefault()
    }
    const { target } = event
    if (isTextField(target)) {
      if (event.key === 'Escape') focusCardOf(map, shown, root.current, target)
      return
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      const { view, idOf } = shown.subject
      select(
        map.selection,
        view.stakeholders.flatMap(({ key }) => idOf(key) ?? []),
      )
      return event.preventDefault()
    }
    if (event.ctrlKey || event.metaKey || event.altKey || target instanceof HTMLSelectElement)
      return
    if (onCards(event) || onMapKey(event)) event.preventDefault()
  }

  const latest = useRef(onKeyDown)
  useLayoutEffect(() => {
    latest.current = onKeyDown
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

const isRemoving = ({ key }: KeyboardEvent): boolean => key === 'Delete' || key === 'Backspace'

function openNextView({ settings }: OpenMap, step: 1 | -1): void {
  const at = CANVAS_VIEWS.indexOf(settings.getState().view)
  const next = CANVAS_VIEWS[(at + step + CANVAS_VIEWS.length) % CANVAS_VIEWS.length]
  if (next) settings.setState({ view: next })
}
