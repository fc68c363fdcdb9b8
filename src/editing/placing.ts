import type { Subject } from '../audience/subject.ts'
import { placeInPublic, type Placements, placeStakeholders } from '../domain/commands/placement.ts'
import type { Placement, Point, SegmentIndex, StakeholderId } from '../domain/records.ts'
import { segmentOf } from '../domain/spectrum.ts'
import { cardFor } from '../drawing/card.ts'
import { type Drop, freePlaces, type LooseCard, settleAll } from '../drawing/settle.ts'
import type { SpectrumScene } from '../drawing/spectrumScene.ts'
import { placementOf, tidy } from '../drawing/tidy.ts'
import { t } from '../i18n/i18n.ts'
import { segmentName } from '../i18n/terms.ts'
import { glide } from '../store/gesture.ts'
import { type OpenMap, useOpenMap } from '../store/openMap.ts'
import { announce, speak } from '../ui/announcer.tsx'
import { errorWords } from './changeWords.ts'
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
  const commit = (placements: Placements, action: 'move' | 'unplace', joinKey?: string) => {
    const command =
      subject.view.audience === 'team' ? placeStakeholders(placements) : placeInPublic(placements)
    const label = { action, stakeholders: [...placements.keys()] }
    const result = map.store.dispatch(command, label, joinKey)
    if (!result.ok) announce(errorWords(result.error), 'problem')
    else speak(movedWords(subject, placements))
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

  return {
    placeInSegment(ids, segment) {
      if (segment === null) return takeOff(ids)
      const cards = ids.flatMap((id) => looseCard(subject, id) ?? [])
      commit(idsByKey(freePlaces(cards, segment, standing(scene, cards), scene.pie)), 'move')
    },
    drop(cards, leader) {
      const ids = cards.flatMap(({ key }) => subject.idOf(key) ?? [])
      const held = cards.find(({ key }) => key === leader)
      if (!held || !placementOf(held.at, scene.pie)) return takeOff(ids)
      const drops = cards.flatMap(({ key, at }): Drop[] => {
        const id = subject.idOf(key)
        const card = id && looseCard(subject, id)
        const wished = ontoPie(at, scene)
        const placement = placementOf(wished, scene.pie)
        return card && placement ? [{ card, wished, segment: segmentOf(placement.stance) }] : []
      })
      const loose = drops.map(({ card }) => card)
      commit(idsByKey(settleAll(drops, standing(scene, loose), scene.pie)), 'move')
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
      commit(idsByKey(places), 'move', `nudge ${ids.join(' ')}`)
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

/** The nearest point on the half-pie, clear of the hub and just inside the rim. */
function ontoPie({ x, y }: Point, { pie }: SpectrumScene): Point {
  const inside = Math.min(y, -1)
  const distance = Math.hypot(x, inside)
  const kept = Math.min(Math.max(distance, pie.hubRadius + 1), pie.radius - 1)
  const scale = distance === 0 ? 0 : kept / distance
  return { x: x * scale, y: inside * scale }
}

function movedWords({ view, shown }: Subject, placements: Placements): string {
  const [first] = placements
  if (!first) return ''
  const [id, placement] = first
  const to = placement
    ? segmentName(segmentOf(placement.stance), view.info.segmentNames)
    : t('tray.notPlaced')
  if (placements.size > 1) return t('move.spokenSeveral', { count: placements.size, to })
  return t('move.spoken', { name: shown(id)?.name ?? '', to })
}
