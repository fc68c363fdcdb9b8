import { type Subject, subjectFor } from '../audience/subject.ts'
import { placeInPublic, type Placements, placeStakeholders } from '../domain/commands/placement.ts'
import type { Placement, Point, SegmentIndex, StakeholderId } from '../domain/records.ts'
import { segmentOf } from '../domain/spectrum.ts'
import { cardFor } from '../drawing/card.ts'
import type { HalfPie } from '../drawing/halfPie.ts'
import { type LayoutCard, layoutFor } from '../drawing/layout.ts'
import { pieFor } from '../drawing/pieFor.ts'
import { type Drop, freePlaces, type LooseCard, settleAll } from '../drawing/settle.ts'
import { placementOf, tidy, worldPoint } from '../drawing/tidy.ts'
import { t } from '../i18n/i18n.ts'
import { segmentName } from '../i18n/terms.ts'
import { glide } from '../store/gesture.ts'
import { type OpenMap, useOpenMap } from '../store/openMap.ts'
import { announce, speak } from '../ui/announcer.tsx'
import { sayRefusal } from './sayRefusal.ts'
import { withRoom } from './makeRoom.ts'
import { type Shown, useShown } from './useSubject.ts'

/** A card let go at a point of the half-pie's world. */
export interface LetGo {
  readonly key: string
  readonly at: Point
}

export interface Placing {
  /** As the keys 1–5 (a free spot in the segment) and 0 (null: off the pie). */
  placeInSegment(ids: readonly StakeholderId[], segment: SegmentIndex | null): void
  /** `leader` is the card in the hand: dropped off the pie it takes all with it to "Not placed yet". */
  drop(cards: readonly LetGo[], leader: string): void
  /** Moves cards by a little, in world units. */
  nudge(ids: readonly StakeholderId[], by: Point): void
  tidyUp(): void
}

export function usePlacing(): Placing {
  const map = useOpenMap()
  return placingOn(map, useShown())
}

/** What can be done to places on what is shown; every one of these is one undoable change. */
export function placingOn(map: OpenMap, shown: Shown): Placing {
  const { subject } = shown
  const isPublic = subject.view.audience === 'public'
  const commit = (
    found: Placements,
    besides: Placements,
    action: 'move' | 'unplace',
    key?: string,
  ) => {
    const moved = isPublic ? elsewhere(found, subject) : found
    if (moved.size === 0) return
    const command = isPublic
      ? placeInPublic(moved, besides)
      : placeStakeholders(new Map([...besides, ...found]))
    const result = map.store.dispatch(command, { action, stakeholders: [...moved.keys()] }, key)
    if (!result.ok) sayRefusal(result.error)
    else speak(movedWords(subject, moved))
  }
  const takeOff = (ids: readonly StakeholderId[]) => {
    // Whoever is shown at a public stance can't leave it, so nobody may: who stays would be known.
    if (isPublic) return announce(t('unplace.public'))
    commit(new Map(ids.map((id) => [id, null])), new Map(), 'unplace')
  }
  /** Commits found places, and what neighbours give way where there was none. */
  const settleDown = (
    found: ReadonlyMap<string, Placement>,
    cards: readonly LooseCard[],
    ground: Ground,
    pie: HalfPie,
  ) => {
    const newcomers = cards.flatMap((card) => {
      const placement = found.get(card.key)
      return placement ? [{ ...card, placement }] : []
    })
    const places = idsByKey(withRoom(newcomers, standing(ground, cards), pie), ground.subject)
    const moved = new Map<StakeholderId, Placement>()
    const besides = new Map<StakeholderId, Placement>()
    const isMoved = new Set(idsByKey(found, ground.subject).keys())
    for (const [id, placement] of places) (isMoved.has(id) ? moved : besides).set(id, placement)
    commit(moved, besides, 'move')
  }

  return {
    placeInSegment(ids, segment) {
      if (segment === null) return takeOff(ids)
      const ground = teamGround(map, shown)
      const cards = ids.flatMap((id) => looseCard(ground.subject, id) ?? [])
      const pie = pieWith(
        ground,
        cards.map((card) => ({ ...card, segment })),
      )
      settleDown(freePlaces(cards, segment, standing(ground, cards), pie), cards, ground, pie)
    },
    drop(cards, leader) {
      const { pie: shownPie } = shown.scene
      const ids = cards.flatMap(({ key }) => subject.idOf(key) ?? [])
      const held = cards.find(({ key }) => key === leader)
      if (!held || !placementOf(held.at, shownPie)) return takeOff(ids)
      const ground = teamGround(map, shown)
      const landings = cards.flatMap(({ key, at }) => {
        const id = subject.idOf(key)
        const card = id && looseCard(ground.subject, id)
        const placement = placementOf(ontoPie(at, shownPie), shownPie)
        if (!card || !placement) return []
        return [{ card, placement, segment: segmentOf(placement.stance) }]
      })
      const loose = landings.map(({ card }) => card)
      const pie = pieWith(
        ground,
        landings.map(({ card, segment }) => ({ ...card, segment })),
      )
      const drops = landings.map(({ card, placement, segment }): Drop => ({
        card,
        wished: worldPoint(placement, pie),
        segment,
      }))
      settleDown(settleAll(drops, standing(ground, loose), pie), loose, ground, pie)
    },
    nudge(ids, by) {
      // In public preview cards stand where their order puts them: there is nothing to nudge.
      if (isPublic) return speak(t('tidy.public'))
      const { scene } = shown
      const places = new Map<string, Placement>()
      for (const card of scene.cards) {
        const id = subject.idOf(card.key)
        if (!id || !ids.includes(id)) continue
        const at = ontoPie({ x: card.x + by.x, y: card.y + by.y }, scene.pie)
        const placement = placementOf(at, scene.pie)
        if (placement) places.set(card.key, placement)
      }
      commit(idsByKey(places, subject), new Map(), 'move', `nudge ${ids.join(' ')}`)
    },
    tidyUp() {
      if (isPublic) return speak(t('tidy.public'))
      glide(map.gesture)
      const placements = idsByKey(tidy(shown.scene.cards, shown.scene.pie, 'keep'), subject)
      const result = map.store.dispatch(placeStakeholders(placements), {
        action: 'tidy',
        stakeholders: [],
      })
      if (!result.ok) sayRefusal(result.error)
      else speak(t('tidy.done'))
    },
  }
}

/**
 * The public sees a segment and no place in it. A move inside one shows nothing, and must do nothing for anybody: for
 * who is only shown there it could not, and the difference would be seen in the history.
 */
function elsewhere<T extends Placement | null>(
  found: ReadonlyMap<StakeholderId, T>,
  { shown }: Subject,
): Map<StakeholderId, T> {
  return new Map(
    [...found].filter(([id, placement]) => {
      const now = shown(id)?.placement
      return !now || !placement || segmentOf(now.stance) !== segmentOf(placement.stance)
    }),
  )
}

/** What places are found on: who stands where for the team, whatever is being shown. */
interface Ground {
  readonly subject: Subject
  readonly cards: readonly LayoutCard[]
  readonly pie: HalfPie
}

/** Even in public preview a card must not come to rest on one that only the team sees. */
function teamGround(map: OpenMap, { subject, scene }: Shown): Ground {
  if (subject.view.audience === 'team') return { subject, cards: scene.cards, pie: scene.pie }
  const team = subjectFor(map.store.state.getState().doc, 'team')
  return { subject: team, ...layoutFor(team.view) }
}

function idsByKey(
  places: ReadonlyMap<string, Placement>,
  { idOf }: Subject,
): Map<StakeholderId, Placement> {
  const placements = new Map<StakeholderId, Placement>()
  for (const [key, placement] of places) {
    const id = idOf(key)
    if (id) placements.set(id, placement)
  }
  return placements
}

function looseCard(subject: Subject, id: StakeholderId): LooseCard | null {
  const stakeholder = subject.shown(id)
  return stakeholder ? { key: stakeholder.key, shape: cardFor(stakeholder) } : null
}

const standing = ({ cards }: Ground, without: readonly LooseCard[]) => {
  const moving = new Set(without.map(({ key }) => key))
  return cards.filter(({ key }) => !moving.has(key))
}

/** The half-pie as it will be drawn once these cards stand in these segments: room for all of them. */
const pieWith = (
  ground: Ground,
  cards: readonly (LooseCard & { readonly segment: SegmentIndex })[],
): HalfPie => pieFor([...standing(ground, cards), ...cards], ground.pie.alliesSide)

/** The nearest point on the half-pie, clear of the hub and just inside the rim. */
function ontoPie({ x, y }: Point, pie: HalfPie): Point {
  const inside = Math.min(y, -1)
  const distance = Math.hypot(x, inside)
  const kept = Math.min(Math.max(distance, pie.hubRadius + 1), pie.radius - 1)
  const scale = distance === 0 ? 0 : kept / distance
  return { x: x * scale, y: inside * scale }
}

/** What is said of a move: "Nurses' union moved to passive allies". */
export function movedWords({ view, shown }: Subject, placements: Placements): string {
  const [first] = placements
  if (!first) return ''
  const [id, placement] = first
  const to = placement
    ? segmentName(segmentOf(placement.stance), view.info.segmentNames)
    : t('tray.notPlaced')
  if (placements.size > 1) return t('move.spokenSeveral', { count: placements.size, to })
  return t('move.spoken', { name: shown(id)?.name ?? '', to })
}
