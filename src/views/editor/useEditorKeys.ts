import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { removeStakeholders } from '../../domain/commands/stakeholders.ts'
import type { Point, StakeholderId } from '../../domain/records.ts'
import { isSegment } from '../../domain/spectrum.ts'
import { placingOn } from '../../editing/placing.ts'
import { redo, undo } from '../../editing/undoing.ts'
import { useChange } from '../../editing/useChange.ts'
import { type Shown, useShown } from '../../editing/useSubject.ts'
import { t } from '../../i18n/i18n.ts'
import { type OpenMap, useOpenMap } from '../../store/openMap.ts'
import { select, toggle } from '../../store/selection.ts'
import { moveCamera } from '../../store/viewSettings.ts'
import { announce } from '../../ui/announcer.tsx'
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
    const again = key === 'y' || event.shiftKey
    if (again) redo(map, shown.subject)
    else undo(map, shown.subject)
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
    if (focusedId && !inTray && (event.key === ' ' || event.key === 'Enter')) {
      if (event.key === ' ') toggle(map.selection, focusedId)
      else openDetailsOf(focusedId)
      return true
    }
    if (focusedId && inTray && event.key === 'Enter') {
      openDetailsOf(focusedId)
      return true
    }
    if (ids.length === 0) return false
    if (arrow && focused !== null && !inTray) {
      const by = event.shiftKey ? FAR_NUDGE : NUDGE
      placingOn(map, shown).nudge(ids, { x: arrow.x * by, y: arrow.y * by })
      return true
    }
    if (/^[0-5]$/.test(event.key)) {
      const segment = Number(event.key) - 1
      placingOn(map, shown).placeInSegment(ids, isSegment(segment) ? segment : null)
      if (focusedId) keepFocusOn(root.current, focused)
      return true
    }
    if (event.key === 'Delete' || event.key === 'Backspace') {
      const next = neighbourOf(event.target)
      const done = change(removeStakeholders(ids), { action: 'remove', stakeholders: ids })
      if (done && next) keepFocusOn(root.current, next)
      if (done) announce(t('remove.done', { count: ids.length }))
      return true
    }
    return false
  }

  const openDetailsOf = (id: StakeholderId) => {
    select(map.selection, [id])
    const { panels } = map.settings.getState()
    map.settings.setState({ panels: { ...panels, details: true } })
    requestAnimationFrame(() => {
      const field = root.current?.querySelector('.editor-details input')
      if (field instanceof HTMLElement) field.focus()
    })
  }

  const openTrayAt = (field: string) => {
    const { panels } = map.settings.getState()
    map.settings.setState({ panels: { ...panels, tray: true } })
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(field)?.focus())
  }

  const onMapKey = (event: KeyboardEvent): boolean => {
    switch (event.key) {
      case 'Escape':
        select(map.selection, [])
        return true
      case 'n':
      case 'N':
        openTrayAt('.add-input')
        return true
      case 't':
      case 'T':
        placingOn(map, shown).tidyUp()
        return true
      case 'f':
      case 'F':
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

/** Leaving a field by Escape leads back to the card it was about. */
function focusCardOf(
  { selection }: OpenMap,
  { subject }: Shown,
  root: HTMLElement | null,
  field: HTMLElement,
): void {
  const [id] = selection.getState().ids
  const key = id && subject.shown(id)?.key
  if (key) keepFocusOn(root, key)
  else field.blur()
}

/** The card to go on with when the one in focus is removed: the next one, or else the one before. */
function neighbourOf(target: EventTarget | null): string | null {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-stakeholder]')]
  const at = cards.findIndex((card) => card === target)
  if (at === -1) return null
  return (cards[at + 1] ?? cards[at - 1])?.dataset['stakeholder'] ?? null
}

const isTextField = (
  target: EventTarget | null,
): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox')

const focusedCard = (target: EventTarget | null): string | null => {
  const card = target instanceof Element ? target.closest('[data-stakeholder]') : null
  return card instanceof HTMLElement ? (card.dataset['stakeholder'] ?? null) : null
}

/** A card that moves between tray and pie is drawn anew; the focus goes with it. */
function keepFocusOn(root: HTMLElement | null, key: string | null): void {
  requestAnimationFrame(() => {
    const card = root?.querySelector(`[data-stakeholder="${CSS.escape(key ?? '')}"]`)
    if (card instanceof HTMLElement) card.focus({ preventScroll: true })
  })
}
