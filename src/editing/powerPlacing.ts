import { type Subject, subjectFor } from '../audience/subject.ts'
import {
  placeByPower,
  placeByPowerInPublic,
  type PowerPlace,
} from '../domain/commands/powerPlaces.ts'
import type { Placement, Point, StakeholderId } from '../domain/records.ts'
import { segmentOf, stanceOfSegment } from '../domain/spectrum.ts'
import { cardFor } from '../drawing/card.ts'
import { overlaps, rectAt } from '../drawing/halfPie.ts'
import { layoutFor } from '../drawing/layout.ts'
import {
  influenceOfLevel,
  powerLevelOf,
  type PowerAxes,
  powerPlaceAt,
  powerPointOf,
  type PowerValues,
} from '../drawing/power/powerGrid.ts'
import { powerLayoutFor } from '../drawing/power/powerLayout.ts'
import { settlePower, tidyPower } from '../drawing/power/powerTidy.ts'
import { worldPoint } from '../drawing/tidy.ts'
import { t } from '../i18n/i18n.ts'
import { glide } from '../store/gesture.ts'
import type { OpenMap } from '../store/openMap.ts'
import { announce, speak } from '../ui/announcer.tsx'
import { sayRefusal } from './sayRefusal.ts'
import { movedWords, type LetGo } from './placing.ts'
import type { Shown } from './useSubject.ts'

export interface PowerPlacing {
  /** A drop sets stance and influence; off the grid it takes all with the leader to "Not placed yet". */
  drop(cards: readonly LetGo[], leader: string): void
  /** Moves cards by a little, in world units of the grid. */
  nudge(ids: readonly StakeholderId[], by: Point): void
  tidyUp(): void
}

/** What can be done on the power grid as it is shown; every one of these is one undoable change. */
export function powerPlacingOn(map: OpenMap, { subject }: Shown, axes: PowerAxes): PowerPlacing {
  const { view } = subject
  const isPublic = view.audience === 'public'
  const { grid, cards: shownCards } = powerLayoutFor(view, axes)

  const commit = (found: ReadonlyMap<StakeholderId, PowerPlace>, joinKey?: string) => {
    const places = isPublic ? changedInPublic(found, subject) : found
    if (places.size === 0) return
    const ids = [...places.keys()]
    const isOff = [...places.values()].every(({ placement }) => placement === null)
    const command = isPublic ? placeByPowerInPublic(places) : placeByPower(places)
    const label = { action: isOff ? 'unplace' : 'move', stakeholders: ids } as const
    const result = map.store.dispatch(command, label, joinKey)
    if (!result.ok) return sayRefusal(result.error)
    speak(movedWords(subject, new Map(ids.map((id) => [id, places.get(id)?.placement ?? null]))))
  }
  const influenceOf = (id: StakeholderId) =>
    map.store.state.getState().doc.stakeholders.get(id)?.influence ?? null

  return {
    drop(cards, leader) {
      const held = cards.find(({ key }) => key === leader)
      const ids = cards.flatMap(({ key }) => subject.idOf(key) ?? [])
      if (!held || !powerPlaceAt(grid, held.at)) {
        if (isPublic) return announce(t('unplace.public'))
        return commit(
          new Map(ids.map((id) => [id, { placement: null, influence: influenceOf(id) }])),
        )
      }
      // Even in public preview a card must not come to rest on one that only the team sees.
      const team = isPublic ? subjectFor(map.store.state.getState().doc, 'team') : subject
      const teamGrid = powerLayoutFor(team.view, axes).grid
      const drops = new Map<string, Point>()
      for (const { key, at } of cards) {
        const id = subject.idOf(key)
        const place = powerPlaceAt(grid, onto(at, grid, held.at))
        const teamKey = id && team.shown(id)?.key
        if (!place || teamKey === undefined) continue
        const { segment, level, stance, influence } = place
        drops.set(
          teamKey,
          isPublic
            ? powerPointOf(teamGrid, stanceOfSegment(segment), influenceOfLevel(level))
            : powerPointOf(teamGrid, stance, influence),
        )
      }
      commit(placesOf(settlePower(team.view, axes, drops), team))
    },
    nudge(ids, by) {
      if (isPublic) return speak(t('tidy.public'))
      const values = new Map<string, PowerValues>()
      for (const { key, x, y } of shownCards) {
        const id = subject.idOf(key)
        const place = powerPlaceAt(grid, { x: x + by.x, y: y + by.y })
        if (id && place && ids.includes(id)) values.set(key, place)
      }
      commit(placesOf(values, subject), `power nudge ${ids.join(' ')}`)
    },
    tidyUp() {
      if (isPublic) return speak(t('tidy.public'))
      glide(map.gesture)
      const result = map.store.dispatch(placeByPower(placesOf(tidyPower(view, axes), subject)), {
        action: 'tidy',
        stakeholders: [],
      })
      if (!result.ok) sayRefusal(result.error)
      else speak(t('tidy.done'))
    },
  }
}

/** Only what the public can see counts as a move: another segment, or another level of influence. */
const changedInPublic = (
  found: ReadonlyMap<StakeholderId, PowerPlace>,
  { shown }: Subject,
): Map<StakeholderId, PowerPlace> =>
  new Map(
    [...found].filter(([id, { placement, influence }]) => {
      const now = shown(id)
      const isInSegment =
        now?.placement && placement
          ? segmentOf(now.placement.stance) === segmentOf(placement.stance)
          : false
      return !isInSegment || powerLevelOf(now?.influence ?? null) !== powerLevelOf(influence)
    }),
  )

/** Cards in the hand beside the leader stay on the grid: those that would fall off land where it does. */
const onto = (at: Point, grid: Parameters<typeof powerPlaceAt>[0], leader: Point): Point =>
  powerPlaceAt(grid, at) ? at : leader

/** Stance and influence as places in the map: each with a depth on the half-pie at which it covers nobody, if there is one. */
function placesOf(
  values: ReadonlyMap<string, PowerValues>,
  { view, idOf, recordOf }: Subject,
): Map<StakeholderId, PowerPlace> {
  const { pie, cards } = layoutFor(view)
  const stakeholders = new Map(view.stakeholders.map((one) => [one.key, one]))
  const others = cards.filter(({ key }) => !values.has(key))
  const taken = others.map((card) => rectAt(card, card.shape))
  const places = new Map<StakeholderId, PowerPlace>()
  for (const [key, { stance, influence }] of values) {
    const id = idOf(key)
    const stakeholder = stakeholders.get(key)
    if (!id || !stakeholder) continue
    const before = recordOf(key)?.placement
    const shape = cardFor(stakeholder)
    const isFree = (depth: number) => {
      const rect = rectAt(worldPoint({ stance, depth }, pie), shape)
      return !taken.some((other) => overlaps(rect, other))
    }
    const stays = before && segmentOf(before.stance) === segmentOf(stance)
    const wished = before?.depth ?? 0.5
    const depth = stays ? wished : ([wished, ...DEPTHS].find(isFree) ?? wished)
    const placement: Placement = { stance, depth }
    places.set(id, { placement, influence })
    taken.push(rectAt(worldPoint(placement, pie), shape))
  }
  return places
}

/** From the middle of a segment outwards. */
const DEPTHS = [0.5, 0.62, 0.38, 0.74, 0.28, 0.86, 0.18, 0.95]
