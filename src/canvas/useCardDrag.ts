import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createStore } from 'zustand/vanilla'
import type { Point, StakeholderId } from '../domain/records.ts'
import type { LetGo } from '../editing/placing.ts'
import { type Shown, useShown } from '../editing/useSubject.ts'
import { endGesture } from '../store/gesture.ts'
import { type OpenMap, useOpenMap } from '../store/openMap.ts'
import { select, toggle } from '../store/selection.ts'
import { watchCardDrags } from './cardDrag.ts'
import type { Held, HeldCard } from './DragGhost.tsx'
import { OFF_CANVAS, type Over } from './ground.ts'
import { isOver, type Scenery, sceneryIn, worldUnder } from './scenery.ts'

/** Cards picked up together from the tray are held one under the other, in world units. */
const STACK_GAP = 6

const NOTHING: Over = { segment: null, label: '' }

/** Drags of cards from tray and canvas inside `root`; gives what is held, to be drawn by `DragGhost`. */
export function useCardDrag(root: RefObject<HTMLElement | null>) {
  const map = useOpenMap()
  const shown = useShown()
  const [held, setHeld] = useState<Held | null>(null)
  const ghost = useRef<HTMLDivElement | null>(null)
  const latest = useRef({ map, shown })
  useLayoutEffect(() => {
    latest.current = { map, shown }
  })

  useEffect(() => {
    const element = root.current
    if (!element) return
    let inHand: Held | null = null
    const end = () => {
      inHand = null
      setHeld(null)
      endGesture(latest.current.map.gesture)
    }
    return watchCardDrags(element, {
      canDrag: () => !latest.current.map.store.state.getState().readOnly,
      onPress(key, event) {
        const id = latest.current.shown.subject.idOf(key)
        if (!id) return
        const { selection } = latest.current.map
        if (event.shiftKey || event.ctrlKey || event.metaKey) toggle(selection, id)
        else select(selection, [id])
      },
      onStart(key, at) {
        const scenery = sceneryIn(element, latest.current.map)
        const { subject } = latest.current.shown
        const id = subject.idOf(key)
        if (!scenery || !id) return
        const { selection, gesture } = latest.current.map
        if (!selection.getState().ids.has(id)) select(selection, [id])
        inHand = pickUp(latest.current, scenery, key, at)
        const ids = inHand.cards.flatMap((card) => subject.idOf(card.key) ?? [])
        gesture.setState({ dragging: new Set<StakeholderId>(ids) })
        setHeld(inHand)
      },
      onMove(at) {
        if (ghost.current) ghost.current.style.transform = `translate(${at.x}px,${at.y}px)`
        const scenery = sceneryIn(element, latest.current.map)
        if (!inHand || !scenery) return
        const over = scenery.ground.over(leaderAt(inHand, scenery, at), inHand.leader)
        const before = inHand.over.getState()
        if (over.segment === before.segment && over.label === before.label) return
        inHand.over.setState(over)
        latest.current.map.gesture.setState({ overSegment: over.segment })
      },
      onDrop(at) {
        const scenery = sceneryIn(element, latest.current.map)
        if (inHand && scenery) {
          const world = isOver(scenery.pane, at) ? worldUnder(scenery, at) : null
          const cards = inHand.cards.map(({ key, offset }): LetGo => ({
            key,
            at: world ? { x: world.x + offset.x, y: world.y + offset.y } : OFF_CANVAS,
          }))
          scenery.ground.drop(cards, inHand.leader)
        }
        end()
      },
      onCancel: end,
    })
  }, [root])

  useLayoutEffect(() => {
    // The first picture of the ghost is already where the pointer is.
    if (!held || !ghost.current) return
    const { x, y } = held.start
    ghost.current.style.transform = `translate(${x}px,${y}px)`
  }, [held])

  return { held, ghost }
}

/** The pressed card, and everybody selected with it, as seen from the pointer. */
function pickUp(
  { map, shown: { subject } }: { map: OpenMap; shown: Shown },
  scenery: Scenery,
  leader: string,
  start: Point,
): Held {
  const { ground, camera } = scenery
  const world = worldUnder(scenery, start)
  const { ids } = map.selection.getState()
  let stacked = 0
  const heldCard = (key: string): HeldCard[] => {
    const look = ground.held(key)
    if (!look) return []
    const at = ground.standing(key)
    if (at) return [{ key, ...look, offset: { x: at.x - world.x, y: at.y - world.y } }]
    const offset = { x: 0, y: stacked }
    stacked += look.shape.height + STACK_GAP
    return [{ key, ...look, offset }]
  }
  const others = subject.view.stakeholders.filter(({ key }) => {
    const id = subject.idOf(key)
    return key !== leader && id !== undefined && ids.has(id)
  })
  const cards = [...heldCard(leader), ...others.flatMap(({ key }) => heldCard(key))]
  const over = createStore<Over>(() => NOTHING)
  return { cards, leader, zoom: camera.zoom, start, over }
}

/** Where the centre of the leading card is; null outside the canvas. */
function leaderAt(held: Held, scenery: Scenery, at: Point): Point | null {
  const leader = held.cards.find(({ key }) => key === held.leader)
  if (!leader || !isOver(scenery.pane, at)) return null
  const { x, y } = worldUnder(scenery, at)
  return { x: x + leader.offset.x, y: y + leader.offset.y }
}
