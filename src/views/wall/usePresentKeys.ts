import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Subject } from '../../audience/subject.ts'
import type { StakeholderId } from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/wall.ts'
import { CANVAS_VIEWS, type CanvasView } from '../../store/viewSettings.ts'
import type { WallStore } from '../../store/wall.ts'
import { speak } from '../../ui/announcer.tsx'
import { isOnDrawing } from './publicWall.ts'
import { toggleDark } from './wallActions.ts'

interface PresentKeys {
  readonly wall: WallStore
  readonly subject: Subject
  readonly drawing: CanvasView
  /** The question whether to leave is open: keys are its own. */
  readonly isAsking: boolean
  readonly ask: () => void
}

/** All that can be done while presenting, without a pointer. */
export function usePresentKeys({ wall, subject, drawing, isAsking, ask }: PresentKeys): void {
  /** The spotlight walks from one to the next, in the order in which they were called out. */
  const walk = (step: 1 | -1) => {
    const ids = subject.view.stakeholders.flatMap(
      (one) => (isOnDrawing(one, drawing) && subject.idOf(one.key)) || [],
    )
    const { spotlight } = wall.getState()
    const at = spotlight?.kind === 'stakeholder' ? ids.indexOf(spotlight.id) : -1
    const first = step === 1 ? 0 : ids.length - 1
    light(ids[at === -1 ? first : (at + step + ids.length) % ids.length])
  }
  const light = (id: StakeholderId | undefined) => {
    if (!id) return
    wall.setState({ spotlight: { kind: 'stakeholder', id } })
    speak(subject.shown(id)?.name ?? '')
  }
  const show = (view: CanvasView | undefined) => {
    if (!view) return
    wall.setState({ drawing: view })
    speak(t(`view.${view}`))
  }

  const onKey = (event: KeyboardEvent): boolean => {
    switch (event.key) {
      case 'Escape':
        ask()
        return true
      case 'b':
      case 'B':
        toggleDark({ wall }, speak)
        return true
      case '1':
      case '2':
      case '3':
        show(CANVAS_VIEWS[Number(event.key) - 1])
        return true
      case 'v':
      case 'V':
        show(CANVAS_VIEWS[(CANVAS_VIEWS.indexOf(drawing) + 1) % CANVAS_VIEWS.length])
        return true
      case 'ArrowRight':
      case 'ArrowDown':
        walk(1)
        return true
      case 'ArrowLeft':
      case 'ArrowUp':
        walk(-1)
        return true
      case '0':
        wall.setState({ spotlight: null })
        speak(t('wall.spotlight.off'))
        return true
      default:
        return false
    }
  }

  const latest = useRef<(event: KeyboardEvent) => void>(() => undefined)
  useLayoutEffect(() => {
    latest.current = (event) => {
      if (isAsking || event.ctrlKey || event.metaKey || event.altKey) return
      if (onKey(event)) event.preventDefault()
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
