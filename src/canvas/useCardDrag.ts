import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Placement, Point, StakeholderId } from '../domain/records.ts'
import { segmentOf } from '../domain/spectrum.ts'
import { cardFor } from '../drawing/card.ts'
import { fitCamera, toWorld } from './camera.ts'
import { placementOf } from '../drawing/tidy.ts'
import { type LetGo, placingOn } from '../editing/placing.ts'
import { type Shown, useShown } from '../editing/useSubject.ts'
import { type OpenMap, useOpenMap } from '../store/openMap.ts'
import { endGesture } from '../store/gesture.ts'
import { select, toggle } from '../store/selection.ts'
import { type Camera, cameraOf } from '../store/viewSettings.ts'
import { watchCardDrags } from './cardDrag.ts'
import type { Held, HeldCard } from './DragGhost.tsx'

/** Far below the base line: what is let go outside the canvas is off the pie. */
const OFF_THE_PIE: Point = { x: 0, y: Number.MAX_SAFE_INTEGER }
/** Cards picked up together from the tray are held one under the other, in world units. */
const STACK_GAP = 6

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
        const pane = paneIn(element)
        const id = latest.current.shown.subject.idOf(key)
        if (!pane || !id) return
        const { selection, gesture } = latest.current.map
        if (!selection.getState().ids.has(id)) select(selection, [id])
        const camera = shownCamera(latest.current, pane)
        inHand = pickUp(latest.current, key, at, worldUnder(pane, camera, at), camera.zoom)
        const ids = inHand.cards.flatMap(
          (card) => latest.current.shown.subject.idOf(card.key) ?? [],
        )
        gesture.setState({ dragging: new Set<StakeholderId>(ids) })
        setHeld(inHand)
      },
      onMove(at) {
        if (ghost.current) ghost.current.style.transform = `translate(${at.x}px,${at.y}px)`
        const pane = paneIn(element)
        if (!inHand || !pane) return
        const over = leaderPlacement(inHand, latest.current, pane, at)
        const overSegment = over && segmentOf(over.stance)
        const { gesture } = latest.current.map
        if (gesture.getState().overSegment !== overSegment) gesture.setState({ overSegment })
      },
      onDrop(at) {
        const pane = paneIn(element)
        if (inHand && pane) {
          const world = isOver(pane, at)
            ? worldUnder(pane, shownCamera(latest.current, pane), at)
            : null
          const cards = inHand.cards.map(({ key, offset }): LetGo => ({
            key,
            at: world ? { x: world.x + offset.x, y: world.y + offset.y } : OFF_THE_PIE,
          }))
          placingOn(latest.current.map, latest.current.shown).drop(cards, inHand.leader)
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

const paneIn = (root: HTMLElement): HTMLElement | null => root.querySelector('.canvas')

const shownCamera = ({ map, shown }: { map: OpenMap; shown: Shown }, pane: HTMLElement): Camera =>
  cameraOf(map.settings.getState()) ??
  fitCamera(shown.scene.bounds, { width: pane.clientWidth, height: pane.clientHeight })

function worldUnder(pane: HTMLElement, camera: Camera, at: Point): Point {
  const { left, top } = pane.getBoundingClientRect()
  return toWorld(camera, { x: at.x - left, y: at.y - top })
}

function isOver(pane: HTMLElement, { x, y }: Point): boolean {
  const { left, right, top, bottom } = pane.getBoundingClientRect()
  return x >= left && x <= right && y >= top && y <= bottom
}

/** The pressed card, and everybody selected with it, as seen from the pointer. */
function pickUp(
  { map, shown: { subject, scene } }: { map: OpenMap; shown: Shown },
  leader: string,
  start: Point,
  world: Point,
  zoom: number,
): Held {
  const standing = new Map(scene.cards.map((card) => [card.key, card]))
  const { ids } = map.selection.getState()
  let stacked = 0
  const heldCard = (key: string): HeldCard[] => {
    const id = subject.idOf(key)
    const stakeholder = id && subject.shown(id)
    if (!stakeholder) return []
    const card = standing.get(key)
    const shape = cardFor(stakeholder)
    if (card) {
      return [
        { key, shape, segment: card.segment, offset: { x: card.x - world.x, y: card.y - world.y } },
      ]
    }
    const offset = { x: 0, y: stacked }
    stacked += shape.height + STACK_GAP
    return [{ key, shape, segment: null, offset }]
  }
  const others = subject.view.stakeholders.filter(({ key }) => {
    const id = subject.idOf(key)
    return key !== leader && id !== undefined && ids.has(id)
  })
  const cards = [...heldCard(leader), ...others.flatMap(({ key }) => heldCard(key))]
  return { cards, leader, zoom, start }
}

/** Where the leading card would be placed if it were let go now; null off the pie. */
function leaderPlacement(
  held: Held,
  { map, shown }: { map: OpenMap; shown: Shown },
  pane: HTMLElement,
  at: Point,
): Placement | null {
  const leader = held.cards.find(({ key }) => key === held.leader)
  if (!leader || !isOver(pane, at)) return null
  const { x, y } = worldUnder(pane, shownCamera({ map, shown }, pane), at)
  return placementOf({ x: x + leader.offset.x, y: y + leader.offset.y }, shown.scene.pie)
}
