import type { Subject } from '../audience/subject.ts'
import { placeInPublic, type Placements, placeStakeholders } from '../domain/commands/placement.ts'
import type { Placement, Point, SegmentIndex, StakeholderId } from '../domain/records.ts'
import { segmentOf } from '../domain/spectrum.ts'
import { cardFor } from '../drawing/card.ts'
import type { HalfPie } from '../drawing/halfPie.ts'
import { pieFor } from '../drawing/pieFor.ts'
import { type Drop, freePlaces, type LooseCard, settleAll } from '../drawing/settle.ts'
import type { SpectrumScene } from '../drawing/spectrumScene.ts'
import { placementOf, tidy, worldPoint } from '../drawing/tidy.ts'
import { t } from '../i18n/i18n.ts'
import { segmentName } from '../i18n/terms.ts'
import { glide } from '../store/gesture.ts'
import { type OpenMap, useOpenMap } from '../store/openMap.ts'
import { announce, speak } from '../ui/announcer.tsx'
import { errorWords } from './changeWords.ts'
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
export function placingOn(map: OpenMap, { subject, scene }: Shown): Placing {
  const commit = (
    placements: Placements,
    action: 'move' | 'unplace',
    moved: readonly StakeholderId[] = [...placements.keys()],
    joinKey?: string,
  ) => {
    const command =
      subject.view.audience === 'team' ? placeStakeholders(placements) : placeInPublic(placements)
    const label = { action, stakeholders: moved }
    const result = map.store.dispatch(command, label, joinKey)
    if (!result.ok) announce(errorWords(result.error), 'problem')
    else speak(movedWords(subject, placements, moved))
  }
  const idsByKey = (places: ReadonlyMap<string, Placement>): Placements => {
    const placements = new Map<StakeholderId, Placement>()
    for (const [key, placement] of places) {
      const id = subject.idOf(key)
      if (id) placements.set(id, placement)
    }
    return placements
  }
  const takeOff = (ids: readonly StakeholderId[]) =>
    commit(new Map(ids.map((id) => [id, null])), 'unplace')
  const settleDown = (
    found: ReadonlyMap<string, Placement>,
    cards: readonly LooseCard[],
    pie: HalfPie,
  ) => {
    // In public preview everything is spread by itself, and only who was moved may change.
    const places =
      subject.view.audience === 'public'
        ? found
        : withRoom(
            cards.flatMap((card) => {
              const placement = found.get(card.key)
              return placement ? [{ ...card, placement }] : []
            }),
            standing(scene, cards),
            pie,
          )
    commit(idsByKey(places), 'move', [...idsByKey(found).keys()])
  }

  return {
    placeInSegment(ids, segment) {
      if (segment === null) return takeOff(ids)
      const cards = ids.flatMap((id) => looseCard(subject, id) ?? [])
      const pie = pieWith(
        scene,
        cards.map((card) => ({ ...card, segment })),
      )
      settleDown(freePlaces(cards, segment, standing(scene, cards), pie), cards, pie)
    },
    drop(cards, leader) {
      const ids = cards.flatMap(({ key }) => subject.idOf(key) ?? [])
      const held = cards.find(({ key }) => key === leader)
      if (!held || !placementOf(held.at, scene.pie)) return takeOff(ids)
      const landings = cards.flatMap(({ key, at }) => {
        const id = subject.idOf(key)
        const card = id && looseCard(subject, id)
        const placement = placementOf(ontoPie(at, scene), scene.pie)
        if (!card || !placement) return []
        return [{ card, placement, segment: segmentOf(placement.stance) }]
      })
      const loose = landings.map(({ card }) => card)
      const pie = pieWith(
        scene,
        landings.map(({ card, segment }) => ({ ...card, segment })),
      )
      const drops = landings.map(({ card, placement, segment }): Drop => ({
        card,
        wished: worldPoint(placement, pie),
        segment,
      }))
      settleDown(settleAll(drops, standing(scene, loose), pie), loose, pie)
    },
    nudge(ids, by) {
      const places = new Map<string, Placement>()
      for (const card of scene.cards) {
        const id = subject.idOf(card.key)
        if (!id || !ids.includes(id)) continue
        const placement = placementOf(
          ontoPie({ x: card.x + by.x, y: card.y + by.y }, scene),
          scene.pie,
        )
        if (placement) places.set(card.key, placement)
      }
      commit(idsByKey(places), 'move', undefined, `nudge ${ids.join(' ')}`)
    },
    tidyUp() {
      // In public preview everything stands tidy by itself.
      if (subject.view.audience === 'public') return
      glide(map.gesture)
      const placements = idsByKey(tidy(scene.cards, scene.pie, 'keep'))
      const result = map.store.dispatch(placeStakeholders(placements), {
        action: 'tidy',
        stakeholders: [],
      })
      if (!result.ok) announce(errorWords(result.error), 'problem')
      else speak(t('tidy.done'))
    },
  }
}

function looseCard(subject: Subject, id: StakeholderId): LooseCard | null {
  const stakeholder = subject.shown(id)
  return stakeholder ? { key: stakeholder.key, shape: cardFor(stakeholder) } : null
}

const standing = (scene: SpectrumScene, without: readonly LooseCard[]) => {
  const moving = new Set(without.map(({ key }) => key))
  return scene.cards.filter(({ key }) => !moving.has(key))
}

/** The half-pie as it will be drawn once these cards stand in these segments: room for all of them. */
const pieWith = (
  scene: SpectrumScene,
  cards: readonly (LooseCard & { readonly segment: SegmentIndex })[],
): HalfPie => pieFor([...standing(scene, cards), ...cards], scene.pie.alliesSide)

/** The nearest point on the half-pie, clear of the hub and just inside the rim. */
function ontoPie({ x, y }: Point, { pie }: SpectrumScene): Point {
  const inside = Math.min(y, -1)
  const distance = Math.hypot(x, inside)
  const kept = Math.min(Math.max(distance, pie.hubRadius + 1), pie.radius - 1)
  const scale = distance === 0 ? 0 : kept / distance
  return { x: x * scale, y: inside * scale }
}

function movedWords(
  { view, shown }: Subject,
  placements: Placements,
  moved: readonly StakeholderId[],
): string {
  const [id] = moved
  if (id === undefined) return ''
  const placement = placements.get(id)
  const to = placement
    ? segmentName(segmentOf(placement.stance), view.info.segmentNames)
    : t('tray.notPlaced')
  if (moved.length > 1) return t('move.spokenSeveral', { count: moved.length, to })
  return t('move.spoken', { name: shown(id)?.name ?? '', to })
}
