import type { StoreApi } from 'zustand/vanilla'
import type { SegmentIndex } from '../../domain/records.ts'
import type { DotLevel } from '../../drawing/card.ts'
import { powerPlaceAt } from '../../drawing/power/powerGrid.ts'
import type { PowerScene } from '../../drawing/power/powerScene.ts'
import { powerPlacingOn } from '../../editing/powerPlacing.ts'
import type { Shown } from '../../editing/useSubject.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/network.ts'
import { segmentName } from '../../i18n/terms.ts'
import type { OpenMap } from '../../store/openMap.ts'
import { type Ground, heldLook } from '../ground.ts'

/** The cell under the card in the hand, which lights up. */
export type LitCell = StoreApi<{ readonly cell: Cell | null }>

interface Cell {
  readonly segment: SegmentIndex
  readonly level: DotLevel
}

/** The power grid as what cards are dropped on: a drop says stance and influence. */
export function powerGround(map: OpenMap, shown: Shown, scene: PowerScene, lit: LitCell): Ground {
  const { subject } = shown
  const standing = new Map(scene.cards.map((card) => [card.key, card]))
  const names = subject.view.info.segmentNames
  const placing = () => powerPlacingOn(map, shown, scene.axes)
  return {
    bounds: scene.bounds,
    standing: (key) => standing.get(key),
    held: (key) => heldLook(subject, key),
    over(at) {
      const place = at && powerPlaceAt(scene.grid, at)
      lit.setState({ cell: place })
      if (!place) return { segment: null, label: t('tray.notPlaced') }
      const { segment, level } = place
      return {
        segment,
        label: t('power.over', {
          segment: segmentName(segment, names),
          influence: t(`power.level.${level}`),
        }),
      }
    },
    drop: (cards, leader) => placing().drop(cards, leader),
    nudge: (ids, by) => placing().nudge(ids, by),
    tidyUp: () => placing().tidyUp(),
  }
}
