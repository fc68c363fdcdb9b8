import { type RefObject, useEffect, useMemo, useState } from 'react'
import { type StoreApi, useStore } from 'zustand'
import type { StakeholderId } from '../domain/records.ts'
import type { FarBox } from '../drawing/farNames.ts'
import { useOpenMap } from '../store/openMap.ts'
import type { Camera } from '../store/viewSettings.ts'
import type { Size } from './camera.ts'
import type { CanvasItem } from './canvasItem.ts'
import { contains, type Drawn, meets, viewOf } from './drawn.ts'

/** Elements are kept this far outside the view, in CSS px, so that a short pan shows no gap. */
const MARGIN = 240
/** While panning further, more elements come at most so often, in ms. */
const PACE = 120
/** Of those selected, so many are elements even where they are not seen: enough to go back to. */
const FEW = 12

const NOBODY: ReadonlySet<StakeholderId> = new Set()

interface Watched {
  readonly items: readonly CanvasItem[]
  readonly drawn: Drawn
  readonly camera: Camera | null
  readonly size: Size | null
  /** The camera while a gesture lasts. */
  readonly live: StoreApi<{ readonly camera: Camera | null }>
  /** Key of the item under the pointer. */
  readonly hovered: string | null
}

/**
 * The items that are elements just now, in reading order. Whatever is drawn, Tab goes through all of them: the first,
 * the last, and the neighbours of the one in focus are always there.
 */
export function useMountedItems(
  pane: RefObject<HTMLElement | null>,
  { items, drawn, camera, size, live, hovered }: Watched,
): readonly CanvasItem[] {
  const { selection } = useOpenMap()
  const selected = useStore(selection, ({ ids }) => (drawn === 'all' ? NOBODY : ids))
  const region = useRegion(drawn === 'near', camera, size, live)
  const inFocus = useInFocus(pane, items)
  return useMemo(() => {
    if (drawn === 'all') return items
    const few = new Set(Array.from(selected).slice(0, FEW))
    const last = items.length - 1
    return items.filter(
      (item, i) =>
        i === 0 ||
        i === last ||
        Math.abs(i - inFocus) <= 1 ||
        item.key === hovered ||
        few.has(item.id) ||
        (region !== null && meets(item, region)),
    )
  }, [items, drawn, selected, region, inFocus, hovered])
}

interface Region {
  readonly box: FarBox
  readonly zoom: number
}

/** The part of the world whose items are elements; null when no place makes them so. It changes as seldom as it can. */
function useRegion(
  isNear: boolean,
  settled: Camera | null,
  size: Size | null,
  live: StoreApi<{ readonly camera: Camera | null }>,
): FarBox | null {
  const [kept, keep] = useState<Region | null>(null)
  // A long pan shows what lies ahead before it comes to rest.
  const [ahead, setAhead] = useState<Camera | null>(null)
  const camera = ahead ?? settled
  const region = isNear && camera && size ? regionFor(camera, size, kept) : null
  if (region !== kept) keep(region)
  useEffect(() => {
    if (!region || !size) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = live.subscribe(({ camera: shown }) => {
      if (!shown) {
        clearTimeout(timer)
        timer = undefined
        setAhead(null)
      } else if (!contains(region.box, viewOf(shown, size))) {
        timer ??= setTimeout(() => setAhead(live.getState().camera), PACE)
      }
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [region, size, live])
  return region?.box ?? null
}

/** The region for a camera: the same one as before as long as it covers the view and is not far too large. */
const regionFor = (camera: Camera, size: Size, before: Region | null): Region =>
  before && contains(before.box, viewOf(camera, size)) && camera.zoom < 2 * before.zoom
    ? before
    : { box: viewOf(camera, size, MARGIN), zoom: camera.zoom }

/**
 * Where in the reading order the focus is, or was last: also of a card in the tray that is about to be placed, and
 * of one that has just been removed, whose neighbour the focus goes to.
 */
function useInFocus(pane: RefObject<HTMLElement | null>, items: readonly CanvasItem[]): number {
  const [key, setKey] = useState<string | null>(null)
  const [place, setPlace] = useState(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const page = pane.current?.ownerDocument
    if (!page) return
    const onFocus = ({ target }: FocusEvent) => {
      const card = target instanceof Element ? target.closest('[data-stakeholder]') : null
      if (card instanceof HTMLElement) setKey(card.dataset['stakeholder'] ?? null)
    }
    page.addEventListener('focusin', onFocus)
    return () => page.removeEventListener('focusin', onFocus)
  }, [pane])
  const found = useMemo(
    () => (key === null ? -1 : items.findIndex((item) => item.key === key)),
    [items, key],
  )
  if (found !== -1 && found !== place) setPlace(found)
  return found === -1 ? place : found
}
