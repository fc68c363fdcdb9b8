import type { Point, StakeholderId } from '../../domain/records.ts'
import type { Rect } from '../../drawing/halfPie.ts'
import type { NetworkScene } from '../../drawing/network/networkScene.ts'
import { moveInNetwork } from '../../editing/networkPlacing.ts'
import type { Shown } from '../../editing/useSubject.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/network.ts'
import type { OpenMap } from '../../store/openMap.ts'
import { type Ground, heldLook, OFF_CANVAS } from '../ground.ts'

/** Shares of the height that are kept free at the foot: for the question whom to reach, and for the answer. */
const FOOT = { asking: 0.1, answered: 0.24 } as const

const withRoomAtFoot = (bounds: Rect, foot: number): Rect => ({
  ...bounds,
  height: bounds.height * (1 + foot),
})

/** The network as what dots are dropped on: a drop says where somebody is seen, and nothing of where it stands. */
export function networkGround(
  map: OpenMap,
  { subject }: Shown,
  scene: NetworkScene,
  arrange: () => void,
  isWayShown: boolean,
): Ground {
  const dots = new Map(scene.dots.map((dot) => [dot.key, dot]))
  return {
    bounds: withRoomAtFoot(scene.bounds, isWayShown ? FOOT.answered : FOOT.asking),
    drawn: scene.bounds,
    standing: (key) => dots.get(key),
    held: (key) => heldLook(subject, key),
    over: (at) => ({ segment: null, label: at ? '' : t('network.noDrop') }),
    drop(cards) {
      const moved = new Map<StakeholderId, Point>()
      for (const { key, at } of cards) {
        const id = subject.idOf(key)
        if (id && at.y !== OFF_CANVAS.y) moved.set(id, at)
      }
      if (moved.size > 0) moveInNetwork(map, subject, moved)
    },
    nudge(ids, by) {
      const moved = new Map<StakeholderId, Point>()
      for (const id of ids) {
        const key = subject.shown(id)?.key
        const dot = key === undefined ? undefined : dots.get(key)
        if (dot) moved.set(id, { x: dot.x + by.x, y: dot.y + by.y })
      }
      moveInNetwork(map, subject, moved, `network nudge ${ids.join(' ')}`)
    },
    tidyUp: arrange,
  }
}
