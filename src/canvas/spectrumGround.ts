import { segmentOf } from '../domain/spectrum.ts'
import { placementOf } from '../drawing/tidy.ts'
import { placingOn } from '../editing/placing.ts'
import type { Shown } from '../editing/useSubject.ts'
import { t } from '../i18n/i18n.ts'
import { segmentName } from '../i18n/terms.ts'
import type { OpenMap } from '../store/openMap.ts'
import { type Ground, heldLook } from './ground.ts'

/** The half-pie as what cards are dropped on: a drop says where somebody stands. */
export function spectrumGround(map: OpenMap, shown: Shown): Ground {
  const { subject, scene } = shown
  const standing = new Map(scene.cards.map((card) => [card.key, card]))
  const names = subject.view.info.segmentNames
  return {
    bounds: scene.bounds,
    standing: (key) => standing.get(key),
    held: (key) => heldLook(subject, key),
    over(at) {
      const placement = at && placementOf(at, scene.pie)
      if (!placement) return { segment: null, label: t('tray.notPlaced') }
      const segment = segmentOf(placement.stance)
      return { segment, label: segmentName(segment, names) }
    },
    drop: (cards, leader) => placingOn(map, shown).drop(cards, leader),
    nudge: (ids, by) => placingOn(map, shown).nudge(ids, by),
    tidyUp: () => placingOn(map, shown).tidyUp(),
  }
}
